import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Households, Identity } from '../identity/index.ts';
import { Ordering } from '../ordering/index.ts';
import { rows } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import type { Provider } from '../platform/messages/outcome.ts';
import { Clock } from '../platform/time.ts';
import { phoneMark } from './household-readers.ts';
import type { Message } from './message.entity.ts';
import { addressOf, type Outgoing, SendMessage, type Sent } from './send-message.ts';
import { sender } from './write-messages.ts';

/** Messages taken at once, calls at once, and results kept before they are written down. */
const batch = 100;
const concurrency = 16;
const kept = 20;
/** Longer than a whole batch of calls that are not answered. */
const lease = 120_000;
/** A run ends then, so that it never holds a place of the clock's lane for long. */
const longest = 10_000;

interface Taken extends Pick<Message, 'kind' | 'person' | 'orderId' | 'producer' | 'recipient' | 'link'> {
  delivery: string;
  message: string;
  provider: Provider;
  attempts: number;
  sms: string;
  fields: Record<string, string>;
}

/**
 * Sends what must go out, every two seconds until nothing is due. Each message is taken by one worker; one whose worker
 * died comes again under the same id, which the companies know it by. Nothing here can hold up an order.
 */
@Injectable()
export class SendMessages {
  private running = false;

  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly households: Households,
    private readonly ordering: Ordering,
    private readonly one: SendMessage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      const end = performance.now() + longest;
      while (performance.now() < end && (await this.some()) === batch);
    } finally {
      this.running = false;
    }
  }

  /** Answers how many were taken. */
  private async some(): Promise<number> {
    const now = this.clock.now();
    const open = (['zalo', 'sms'] as const).filter((provider) => this.one.pauses.left(provider, now) === 0);
    if (open.length === 0) return 0;
    const taken = await rows<Taken>(this.db, take, [now, new Date(now.getTime() + lease), sender, open, batch]);
    if (taken.length > 0) await this.sendAll(await this.complete(taken, now));
    return taken.length;
  }

  /** With the phone of each, asked for now, and what opens the link. */
  private async complete(taken: readonly Taken[], now: Date): Promise<Outgoing[]> {
    const people = taken.flatMap(({ person }) => person ?? []);
    const orders = taken.flatMap(({ orderId }) => orderId ?? []);
    const households = taken.flatMap(({ producer }) => producer ?? []);
    const [contacts, buyers, phones, templates] = await Promise.all([
      this.identity.contacts(people),
      this.ordering.buyerPhone(orders),
      this.households.phonesOfAll(households),
      rows<{ kind: string; template: string }>(this.db, templatesInForce, [vietnamDay(now)]),
    ]);
    const numbers = new Map(templates.map(({ kind, template }) => [kind, template]));
    const markedPhone = (producer: string, recipient: string) =>
      phones.get(producer)?.find((phone) => recipient === `phone ${phoneMark(phone)}`);
    return taken.map(({ kind, person, orderId, producer, recipient, link, ...message }) => ({
      ...message,
      phone: person
        ? contacts.get(person)?.phone
        : producer
          ? markedPhone(producer, recipient)
          : buyers.get(orderId ?? ''),
      template: numbers.get(kind),
      link: link && addressOf(orderId ? `${link}?khoa=${this.ordering.keyOf(orderId)}` : link),
    }));
  }

  private async sendAll(messages: Outgoing[]): Promise<void> {
    const waiting = messages.values();
    let results: Sent[] = [];
    const write = async (): Promise<void> => {
      const some = results;
      results = [];
      if (some.length > 0) await rows(this.db, note, [JSON.stringify(some.map(row))]);
    };
    const work = async (): Promise<void> => {
      for (const message of waiting) {
        try {
          const sent = await this.one.run(message);
          results.push(sent); // not in one: `results` may be another list by then
          if (results.length >= kept) await write();
        } catch (error) {
          log.error({ err: error, message: message.message }, 'a message could not be dealt with; it comes again');
        }
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    await write();
  }
}

const row = ({ delivery, provider, state, attempts, at, answer }: Sent) => ({
  id: delivery,
  provider,
  state,
  attempts,
  at,
  answer: answer === null ? null : { answer },
});

const take = `with due as materialized (
    select id from platform.delivery
    where state in ('pending', 'unknown') and at <= $1 and listener = $3 and provider = any($4::text[])
    order by at limit $5 for update skip locked
  ), taken as (
    update platform.delivery d set at = $2, attempts = d.attempts + 1 from due where d.id = due.id
    returning d.id, d.key, d.provider, d.attempts
  )
  select taken.id as delivery, taken.provider, taken.attempts, m.id as message, m.kind, m.person, m.order_id as "orderId", m.producer,
    m.recipient,
    m.link, m.sms, m.fields
  from taken join notifications.message m on m.id = taken.key::uuid`;

const templatesInForce = `select distinct on (kind) kind, template_id as template from notifications.template
  where valid_from <= $1 order by kind, valid_from desc`;

const note = `update platform.delivery d set provider = r.provider, state = r.state, attempts = r.attempts, at = r.at,
    answer = r.answer
  from jsonb_to_recordset($1::jsonb) as r (id uuid, provider text, state text, attempts smallint, at timestamptz, answer jsonb)
  where d.id = r.id`;
