const columns = `r.id, r.number, r.commune, r.producer, r.asker, r.topic, t.title, t.hours, r.opened_at as "openedAt",
  r.due_at as "dueAt", r.state, r.owner, r.closed_at as "closedAt", r.done`;

/** The topic's row is the one in force when it was asked. */
const from = `support.request r
  join lateral (
    select title, hours from support.topic t where t.id = r.topic and t.valid_from <= r.opened_at at time zone 'Asia/Ho_Chi_Minh'
    order by t.valid_from desc limit 1
  ) t on true`;

const inArea = '(r.commune = any($1::text[]) or r.province = any($2::text[]) or $3::boolean)';
const filtered = `${inArea} and ($4::text is null or r.commune = $4) and ($5::uuid is null or r.owner = $5)`;

export const ofAsker = `select ${columns} from ${from} where r.asker = $1 order by r.opened_at desc, r.id limit 100`;
export const oneOfAsker = `select ${columns} from ${from} where r.id = $1 and r.asker = $2`;
export const oneInArea = `select ${columns} from ${from} where ${inArea} and r.id = $4`;
export const queue = `select ${columns} from ${from} where ${filtered} and r.state = $6
  order by case when $6 = 'closed' then null else r.due_at end, r.closed_at desc nulls last, r.id limit $7 offset $8`;
export const counts = `select r.state, count(*)::int as total, count(*) filter (where r.state <> 'closed' and r.due_at < $6)::int as late
  from support.request r where ${filtered} group by r.state`;
export const notes = 'select at, side, by, text from support.note where request = $1 order by place';
export const topics = `select id, title, hours from (
    select distinct on (id) id, title, hours, position from support.topic
    where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by id, valid_from desc
  ) as listed order by position`;
