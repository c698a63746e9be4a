import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';

/** Says whether several people use the phone this session is on; on such a one it ends after five idle minutes. */
@Injectable()
export class ShareDevice {
  constructor(private readonly db: DataSource) {}

  async run({ sessionId, id }: Actor, shared: boolean): Promise<{ shared: boolean }> {
    await rows(this.db, 'update identity.session set shared = $3 where id = $1 and person = $2', [
      sessionId,
      id,
      shared,
    ]);
    return { shared };
  }
}
