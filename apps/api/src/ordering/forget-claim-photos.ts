import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { fileOf } from './claim-photos.ts';

const most = 200;

/** Photographs whose claim was never made are thrown away after a day, the file before its row. */
@Injectable()
export class ForgetClaimPhotos {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 86_400_000);
    for (;;) {
      const left = await rows<{ id: string }>(this.db, unclaimed, [before]);
      for (const { id } of left) await this.storage.delete(fileOf(id));
      await rows(this.db, 'delete from ordering.claim_photo where id = any($1::uuid[])', [left.map(({ id }) => id)]);
      if (left.length < most) return;
    }
  }
}

const unclaimed = `select f.id from ordering.claim_photo f
  where f.at < $1 and not exists (select 1 from ordering.claim c where c.id = f.claim) order by f.at limit ${most}`;
