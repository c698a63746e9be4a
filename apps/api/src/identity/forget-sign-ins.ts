import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';

/**
 * Forgets codes two days old (the limits look back one), and sessions and sign-ins 13 months old: who was signed in from
 * where must be told for twelve (Decree 333/2026/NĐ-CP, art. 16).
 */
@Injectable()
export class ForgetSignIns {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await rows(this.db, `delete from identity.one_time_code where created_at < $1::timestamptz - interval '2 days'`, [
      now,
    ]);
    await rows(
      this.db,
      `delete from identity.session where least(ended_at, expires_at) < $1::timestamptz - interval '13 months'`,
      [now],
    );
    await rows(
      this.db,
      `delete from identity.sign_in where at < least($1::timestamptz, now()) - interval '13 months'`,
      [now],
    );
  }
}
