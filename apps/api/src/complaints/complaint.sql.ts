const columns = `c.id, c.number, c.producer, c.commune, c.province, c.order_id as "orderId", c.order_code as "orderCode",
  c.complainant, c.topic, t.title, t.working_days as "workingDays", t.legal_ref as "legalRef", c.opened_at as "openedAt",
  c.due_at as "dueAt", c.state, c.owner, c.escalated_at as "escalatedAt", c.decided_at as "decidedAt", c.outcome, c.reason,
  c.authority, c.reopened_at as "reopenedAt"`;

/** The topic's row is the one in force when its time began to run. */
const from = `complaints.complaint c
  join lateral (
    select title, working_days, legal_ref from complaints.topic t
    where t.id = c.topic and t.valid_from <= (c.running_since at time zone 'Asia/Ho_Chi_Minh')::date
    order by t.valid_from desc limit 1
  ) t on true`;

const inArea = '(c.commune = any($1::text[]) or c.province = any($2::text[]) or $3::boolean)';
const filtered = `${inArea} and ($4::text is null or c.commune = $4) and ($5::uuid is null or c.owner = $5)
  and ($6::timestamptz is null or c.state <> 'decided' and c.due_at < $6)`;

export const byNumber = `select ${columns} from ${from} where c.number = $1`;
export const byId = `select ${columns} from ${from} where c.id = $1`;
export const ofComplainant = `select ${columns} from ${from} where c.complainant = $1 order by c.opened_at desc, c.id limit 100`;
export const ofOrder = `select ${columns} from ${from} where c.order_id = $1 order by c.opened_at desc, c.id limit 100`;
export const oneOfProducers = `select ${columns} from ${from} where c.id = $1 and c.producer = any($2::uuid[])`;
export const ofProducers = `select ${columns} from ${from} where c.producer = any($1::uuid[])
  order by c.state = 'decided', c.opened_at desc, c.id limit $2 offset $3`;
export const countOfProducers = `select count(*)::int as total from complaints.complaint where producer = any($1::uuid[])`;
export const oneInArea = `select ${columns} from ${from} where ${inArea} and c.id = $4`;
export const queue = `select ${columns} from ${from} where ${filtered} and c.state = $7
  order by case when $7 = 'decided' then null else c.due_at end, c.decided_at desc nulls last, c.id limit $8 offset $9`;
export const counts = `select c.state, count(*)::int as total,
    count(*) filter (where c.state <> 'decided' and c.due_at < $7)::int as late
  from complaints.complaint c where ${filtered} group by c.state`;
export const notes =
  'select at, side, kind, by, outcome, text from complaints.note where complaint = $1 order by place';
export const topics = `select id, title, "workingDays", "legalRef" from (
    select distinct on (id) id, title, working_days as "workingDays", legal_ref as "legalRef", position from complaints.topic
    where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by id, valid_from desc
  ) as listed order by position`;
/** $1 people, $2 commune: of the commune's officers whoever has the fewest undecided ones. */
export const leastBusy = `select person from unnest($1::uuid[]) as person
  order by (select count(*) from complaints.complaint c where c.owner = person and c.state <> 'decided'), person limit 1`;
