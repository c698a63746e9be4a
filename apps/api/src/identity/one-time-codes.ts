import { randomUUID } from 'node:crypto';
import { type CodeDelivery, type CodeSent, Problem } from '@chophien/contracts';
import { maskPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime, hmac } from '../platform/crypto.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Limits } from '../platform/limits.ts';
import { Clock } from '../platform/time.ts';
import { deviceOf, newDevice } from './code-device.ts';
import { callbackKey, SendCode } from './send-code.ts';
import { sixDigits } from './secrets.ts';
import {
  caps,
  codeLives,
  type CodePurpose,
  judge,
  type KeptCode,
  later,
  mayBeSent,
  resendAt,
} from './sign-in.rules.ts';

/** What a code is for: it opens nothing else. */
export interface CodeFor {
  /** `+84…` */
  phone: string;
  purpose: CodePurpose;
  /** The thing that it agrees to or proves: a household, a person, a recovery. */
  subject?: string;
}

export interface CodeAsked extends CodeFor {
  /** What the browser was told to keep, if it was. */
  device?: string | undefined;
  by?: 'sms' | undefined;
}

type Kept = KeptCode & { id: string; hmac: string };

/** How a code is kept: worthless without SECRET, and only for the row, the phone and the purpose it was made for. */
const codeHmac = (id: string, { phone, purpose, subject = '' }: CodeFor, code: string): string =>
  hmac('identity.one-time-code', `${id} ${phone} ${purpose} ${subject} ${code}`);

/**
 * Codes of six digits to a phone. Who the phone belongs to is not even looked up, so known and unknown numbers get the
 * same answer. A code leaves after the commit, by our own gateway: it is in no event, no job and no log.
 */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly send: SendCode,
  ) {}

  /**
   * Makes a code and sends it, by Zalo first and by SMS where Zalo will not.
   * @throws Problem `identity.code-too-soon`, `platform.too-many`, `identity.code-not-sent`
   */
  async ask(actor: Actor, { device: token, by, ...what }: CodeAsked): Promise<CodeSent> {
    const { phone, purpose, subject = null } = what;
    const known = deviceOf(token);
    await this.capped(actor, known);
    const now = this.clock.now();
    const id = randomUUID();
    const code = sixDigits();
    const expiresAt = later(now, codeLives);
    await inTx(this.db, async (tx) => {
      // Two requests for one phone at the same moment: the second sees the first.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('identity.one_time_code ' || $1, 0))`, [phone]);
      const sent = await rows<{ createdAt: Date; voided: boolean }>(
        tx,
        `select created_at as "createdAt", voided_at is not null as voided from identity.one_time_code
         where phone = $1 and created_at > $2::timestamptz - interval '1 day'`,
        [phone, now],
      );
      mayBeSent(sent, now);
      await tx.query(
        `insert into identity.one_time_code (id, phone, purpose, subject, hmac, created_at, expires_at, address, device, delivery)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'sending')`,
        [id, phone, purpose, subject, codeHmac(id, what, code), now, expiresAt, actor.address, known ?? null],
      );
    });
    const delivery = await this.send.run({ id, phone, code, purpose, by });
    return {
      id,
      sentTo: maskPhone(phone),
      delivery,
      expiresAt: expiresAt.toISOString(),
      resendAt: resendAt(now).toISOString(),
      device: actor.kind === 'guest' ? (known && token ? token : newDevice()) : null,
    };
  }

  /**
   * Spends the newest code of the phone for this purpose and thing, or a try of it. The row is locked: tries made at once
   * are counted one by one. A refusal is answered, not thrown: let `tx` commit, so that the try is counted, then throw it.
   */
  async use(tx: Tx, { code, ...what }: CodeFor & { code: string }, now: Date): Promise<Problem | undefined> {
    const { phone, purpose, subject = null } = what;
    const [kept] = await rows<Kept>(
      tx,
      `select id, hmac, expires_at as "expiresAt", tries, used_at as "usedAt" from identity.one_time_code
       where phone = $1 and purpose = $2 and subject is not distinct from $3 and voided_at is null
       order by created_at desc limit 1 for update`,
      [phone, purpose, subject],
    );
    const matches = equalConstantTime(kept?.hmac ?? '', codeHmac(kept?.id ?? '', what, code));
    const refused = judge(kept, matches, now);
    if (!refused) await tx.query('update identity.one_time_code set used_at = $2 where id = $1', [kept?.id, now]);
    else if (refused.details.left !== undefined) {
      await tx.query('update identity.one_time_code set tries = tries + 1 where id = $1', [kept?.id]);
    }
    return refused;
  }

  /** How a code travels. @throws Problem `platform.not-found` */
  async deliveryOf(id: string): Promise<CodeDelivery> {
    const [found] = await rows<{ delivery: CodeDelivery }>(
      this.db,
      'select delivery from identity.one_time_code where id = $1',
      [id],
    );
    if (!found) throw new Problem('platform.not-found');
    return found.delivery;
  }

  /** What eSMS says became of a message. @throws Problem `platform.not-found` for an address that we did not give out */
  async delivered({ id, key }: { id: string; key: string }, arrived: boolean): Promise<void> {
    if (!equalConstantTime(key, callbackKey(id))) throw new Problem('platform.not-found');
    await rows(
      this.db,
      `update identity.one_time_code set delivery = case when $2 then 'delivered' else 'failed' end
       where id = $1 and delivery in ('sending', 'sms', 'fell-back')`,
      [id, arrived],
    );
  }

  /**
   * How often one browser or one address may ask, whomever for. A browser that we do not know counts for its address: who
   * throws its mark away each time is a stranger each time.
   */
  private async capped(actor: Actor, device: string | undefined): Promise<void> {
    if (actor.kind !== 'guest') return this.limits.take('codes, person', actor.id ?? '', caps.person);
    if (!device) return this.limits.take('codes, stranger', actor.address, caps.strangersOfAddress);
    await this.limits.take('codes, device', device, caps.device);
    await this.limits.take('codes, address', actor.address, caps.address);
  }
}
