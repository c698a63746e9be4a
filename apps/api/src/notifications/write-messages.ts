import type { Tx } from '../platform/database.ts';
import type { Words } from './message.rules.ts';

/** Someone to be told: a person of ours, the buyer of an order, or one phone of a household nobody of which has signed in. */
export type Reader = { person: string } | { order: string } | { producer: string; phone: string };

export interface Draft extends Words {
  event: { id: string; at: Date };
  to: Reader;
}

/** Whose deliveries these are, in platform.delivery. */
export const sender = 'SendMessages';

/**
 * Writes what people are told, and what of it must go out, in one statement. What was told before is left as it is: each
 * reader is told of an event once in one kind of message.
 */
export async function writeMessages(tx: Tx, drafts: readonly Draft[], now: Date): Promise<void> {
  if (drafts.length > 0) await tx.query(insert, [JSON.stringify(drafts.map(row)), sender, now]);
}

const row = ({ event, to, kind, text, link, out }: Draft) => ({
  event_id: event.id,
  at: event.at,
  kind,
  recipient: 'person' in to ? to.person : 'phone' in to ? `phone ${to.phone}` : 'buyer',
  person: 'person' in to ? to.person : null,
  order_id: 'order' in to ? to.order : null,
  producer: 'producer' in to ? to.producer : null,
  text,
  link,
  sms: out?.sms ?? null,
  fields: out?.fields ?? null,
});

const insert = `with told as (
    insert into notifications.message (event_id, at, kind, recipient, person, order_id, producer, text, link, sms, fields)
    select event_id, at, kind, recipient, person, order_id, producer, text, link, sms, fields
    from jsonb_to_recordset($1::jsonb) as draft (event_id uuid, at timestamptz, kind text, recipient text, person uuid,
      order_id uuid, producer uuid, text text, link text, sms text, fields jsonb)
    on conflict (event_id, kind, recipient) do nothing
    returning id, event_id, sms
  )
  insert into platform.delivery (listener, event_id, provider, key, at)
  select $2, event_id, 'zalo', id::text, $3 from told where sms is not null`;

/**
 * Writes messages that grow: one with the same event, kind and reader gets the new words and is unread again. It goes out once,
 * at `at`; what it says until then is what is sent.
 */
export async function writeGathered(tx: Tx, drafts: readonly Draft[], at: Date): Promise<void> {
  if (drafts.length > 0) await tx.query(grow, [JSON.stringify(drafts.map(row)), sender, at]);
}

const grow = `with told as (
    insert into notifications.message as m (event_id, at, kind, recipient, person, order_id, producer, text, link, sms, fields)
    select event_id, at, kind, recipient, person, order_id, producer, text, link, sms, fields
    from jsonb_to_recordset($1::jsonb) as draft (event_id uuid, at timestamptz, kind text, recipient text, person uuid,
      order_id uuid, producer uuid, text text, link text, sms text, fields jsonb)
    on conflict (event_id, kind, recipient) do update set text = excluded.text, sms = excluded.sms, fields = excluded.fields,
      at = greatest(m.at, excluded.at), read_at = case when m.text = excluded.text then m.read_at end
    returning id, event_id, sms
  )
  insert into platform.delivery (listener, event_id, provider, key, at)
  select $2, event_id, 'zalo', id::text, $3 from told where sms is not null
  on conflict on constraint delivery_once do nothing`;
