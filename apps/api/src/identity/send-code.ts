import { Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hmac } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { env } from '../platform/env.ts';
import { log } from '../platform/log.ts';
import { Esms } from '../platform/messages/esms.gateway.ts';
import { withoutZalo } from '../platform/messages/outcome.ts';
import { Pauses } from '../platform/messages/pauses.ts';
import { Zalo } from '../platform/messages/zalo.gateway.ts';
import { Clock } from '../platform/time.ts';
import { codeMessage, codeWords, type CodePurpose } from './sign-in.rules.ts';

export interface SentNow {
  id: string;
  /** `+84…` */
  phone: string;
  code: string;
  purpose: CodePurpose;
  by?: 'sms' | undefined;
}

export type Carried = 'zalo' | 'sms' | 'fell-back';

/** What opens the address that eSMS calls back: a stranger cannot say that a message has arrived. */
export const callbackKey = (id: string): string => hmac('identity.sms-callback', id);

/** A person waits for her code: after so many silent calls in a row Zalo is left alone for a while. */
const patience = 3;

/**
 * Takes a code to its phone: by Zalo and, where Zalo will not or does not answer, at once by SMS. A code that neither took
 * is void: it opens nothing, and its phone need not wait a minute.
 */
@Injectable()
export class SendCode {
  private readonly pauses = new Pauses(patience);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly zalo: Zalo,
    private readonly esms: Esms,
  ) {}

  /** @throws Problem `identity.code-not-sent` */
  async run(sent: SentNow): Promise<Carried> {
    const { id } = sent;
    const carried = await this.carry(sent);
    if (!carried) {
      const failed = `update identity.one_time_code set delivery = 'failed', voided_at = $2 where id = $1`;
      await rows(this.db, failed, [id, this.clock.now()]);
      throw new Problem('identity.code-not-sent');
    }
    // The phone may have had it before this: what eSMS said stays.
    const note = `update identity.one_time_code set delivery = $2 where id = $1 and delivery = 'sending'`;
    await rows(this.db, note, [id, carried]);
    return carried;
  }

  private async carry(sent: SentNow): Promise<Carried | null> {
    const { id, phone, code, purpose, by } = sent;
    const asked = by === 'sms' ? undefined : await this.template();
    if (asked && (await this.byZalo(asked, sent))) return 'zalo';
    const { kind } = await this.esms.send({
      id,
      phone,
      text: codeMessage[purpose](code),
      callback: `${env().API_URL}/messages/esms/${id}/${callbackKey(id)}`,
    });
    if (kind !== 'sent') return null;
    return asked ? 'fell-back' : 'sms';
  }

  private async byZalo(template: string, { id, phone, code, purpose }: SentNow): Promise<boolean> {
    const now = this.clock.now();
    if (this.pauses.left('zalo', now) > 0) return false;
    const fields = { ma: code, viec: codeWords[purpose], phut: '5' };
    const outcome = await this.zalo.send({ id, phone, template, fields });
    this.pauses.note('zalo', outcome, this.clock.now());
    if (outcome.kind === 'refused' && !withoutZalo.includes(outcome.answer)) {
      log.error({ code: id, answer: outcome.answer }, 'Zalo refused a code; it goes by SMS');
    }
    return outcome.kind === 'sent';
  }

  /** Zalo's number of the text in force; without one everything goes by SMS. */
  private async template(): Promise<string | undefined> {
    const [found] = await rows<{ template: string }>(
      this.db,
      `select template_id as template from identity.message_template
       where kind = 'code' and valid_from <= $1 order by valid_from desc limit 1`,
      [vietnamDay(this.clock.now())],
    );
    return found?.template;
  }
}
