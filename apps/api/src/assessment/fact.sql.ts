import type { Tx } from '../platform/database.ts';
import type { Fact } from './fact.entity.ts';

/** Where facts are written: the table that is read, or the one a rebuild fills. */
export const live = 'assessment.fact';
export const shadow = 'pg_temp.rebuilt_fact';
export type FactTable = typeof live | typeof shadow;

const shared = 'event_id, type, subject, commune, province, producer, producer_name, producer_kind, sub_area, offer';
const columns = `${shared}, line, kind, day, month, commodity, amount, quantity, channel, payment, order_id, at`;

const insert = (table: FactTable) => `insert into ${table} (${columns}) select ${columns}
  from jsonb_to_recordset($1::jsonb) as fact (event_id uuid, line smallint, type text, subject text, kind text, day date,
    month text, commune text, province text, producer uuid, producer_name text, producer_kind text, sub_area text,
    offer uuid, commodity text, amount bigint, quantity bigint, channel text, payment text, order_id uuid, at timestamptz)
  on conflict (event_id, line) do nothing`;

/**
 * Takes off what was sold in parcels that came back, in the month they came back. Sale and return meet here whichever was
 * heard first; a parcel comes back once.
 */
const takeOff = (table: FactTable) => `insert into ${table} (${columns})
  select back.event_id, back.type, back.subject, sale.commune, sale.province, sale.producer, sale.producer_name,
    sale.producer_kind, sale.sub_area, sale.offer, sale.line + 1, 'sale', back.day, back.month, sale.commodity,
    -sale.amount, -sale.quantity, sale.channel, sale.payment, sale.order_id, back.at
  from (select distinct on (subject) * from ${table} where kind = 'return' and subject = any($1::text[])
        order by subject, at, event_id) back
  join ${table} sale on sale.subject = back.subject and sale.kind = 'sale' and sale.type = 'parcel.delivered'
  on conflict (event_id, line) do nothing`;

const statements = {
  [live]: { insert: insert(live), takeOff: takeOff(live) },
  [shadow]: { insert: insert(shadow), takeOff: takeOff(shadow) },
};

/** Writes facts, each once however often it comes, in one statement; a second one when sales or returns are among them. */
export async function writeFacts(tx: Tx, facts: readonly Fact[], table: FactTable = live): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(statements[table].insert, [JSON.stringify(facts.map(row))]);
  const parcels = new Set(
    facts.filter(({ kind }) => kind === 'sale' || kind === 'return').map(({ subject }) => subject),
  );
  if (parcels.size > 0) await tx.query(statements[table].takeOff, [[...parcels]]);
}

const row = (fact: Fact) => ({
  event_id: fact.eventId,
  line: fact.line,
  type: fact.type,
  subject: fact.subject,
  kind: fact.kind,
  day: fact.day,
  month: fact.month,
  commune: fact.commune,
  province: fact.province,
  producer: fact.producer,
  producer_name: fact.producerName,
  producer_kind: fact.producerKind,
  sub_area: fact.subArea,
  offer: fact.offer,
  commodity: fact.commodity,
  amount: fact.amount,
  quantity: fact.quantity,
  channel: fact.channel,
  payment: fact.payment,
  order_id: fact.orderId,
  at: fact.at,
});

const lock = 17_640_013;

/** Many may count at once, but not while facts are counted anew. Until the transaction ends. */
export const countTogether = async (tx: Tx): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock_shared($1)', [lock]);
};

/** Nobody else counts until this transaction ends. */
export const countAlone = async (tx: Tx): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock($1)', [lock]);
};
