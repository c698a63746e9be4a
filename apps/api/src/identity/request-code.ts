import { randomUUID } from 'node:crypto';
import { type BodyOf, Problem, type requestCode, type ResultOf } from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { hmac } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { Esms } from './esms.gateway.ts';
import { sixDigits } from './secrets.ts';
import { codeLives, codeMessage, later, mayBeSent, resendAt, type SentCode } from './sign-in.rules.ts';

/** How a code is kept: worthless without SECRET, and only for the row and the phone it was made for. */
export const codeHmac = (id: string, phone: string, code: string): string =>
  hmac('identity.one-time-code', `${id} ${phone} ${code}`);

/**
 * Sends a one-time code to a phone. Who the phone belongs to is not even looked up, so known and unknown numbers get the
 * same answer. The code leaves after the commit, by our own gateway: it is in no event, no job and no log.
 */
@Injectable()
export class RequestCode {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly esms: Esms,
  ) {}

  async run(actor: Actor, { phone }: BodyOf<typeof requestCode>): Promise<ResultOf<typeof requestCode>> {
    const now = this.clock.now();
    const id = randomUUID();
    const code = sixDigits();
    const expiresAt = later(now, codeLives);
    await inTx(this.db, async (tx) => {
      // Two requests for one phone at the same moment: the second sees the first.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('identity.one_time_code ' || $1, 0))`, [phone]);
      const sent = await rows<SentCode>(
        tx,
        `select created_at as "createdAt", voided_at is not null as voided from identity.one_time_code
         where phone = $1 and created_at > $2::timestamptz - interval '1 day'`,
        [phone, now],
      );
      mayBeSent(sent, now);
      await tx.query(
        `insert into identity.one_time_code (id, phone, hmac, created_at, expires_at, address)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, phone, codeHmac(id, phone, code), now, expiresAt, actor.address],
      );
    });
    await this.send(id, phone, code);
    return { sentTo: maskPhone(phone), expiresAt: expiresAt.toISOString(), resendAt: resendAt(now).toISOString() };
  }

  /** A code that may not have arrived opens nothing, and its phone need not wait a minute. */
  private async send(id: string, phone: string, code: string): Promise<void> {
    try {
      await this.esms.send({ id, phone, text: codeMessage(code) });
    } catch (error) {
      await rows(this.db, 'update identity.one_time_code set voided_at = $2 where id = $1', [id, this.clock.now()]);
      throw Object.assign(new Problem('identity.code-not-sent'), { cause: error });
    }
  }
}
