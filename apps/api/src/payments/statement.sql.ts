/** Everything of ours that a statement can name, by provider and province. */
const moves = `select r.provider, r.reference, 'payment' as kind, r.amount, a.order_code as "orderCode", a.provinces, r.at
    from payments.receipt r join payments.attempt a on a.id = r.attempt_id where r.voided_at is null
  union all
  select r.provider, f.provider_ref, 'refund', f.amount, a.order_code, a.provinces, f.settled_at
    from payments.refund f join payments.receipt r on r.id = f.receipt_id join payments.attempt a on a.id = r.attempt_id
    where f.state = 'settled' and f.way = 'provider' and f.provider_ref is not null
  union all
  select 'carrier', c.code, 'cash', c.collected, c.order_code, array[c.province], c.collected_at
    from payments.cash c where c.state in ('collected', 'reconciled') and c.collected > 0`;

/** $1 provider, $2 province, $3 references. */
export const knownMoves = `select reference, kind, amount, "orderCode" from (${moves}) m
  where provider = $1 and $2 = any(provinces) and upper(reference) = any($3::text[])`;

/** $1 provider, $2 province, $3 from, $4 to. */
export const expectedMoves = `select upper(reference) as reference, kind, amount, "orderCode" from (${moves}) m
  where provider = $1 and $2 = any(provinces) and at >= $3 and at < $4 order by at`;

/** $1 provinces, $2 rows, $3 rows before. */
export const statements = `select s.id, s.provider, s.day, s.file_name as "fileName", s.at,
    count(l.*)::int as lines, count(l.*) filter (where l.outcome <> 'matched')::int as differences,
    coalesce(sum(l.theirs), 0)::bigint as theirs
  from payments.statement s left join payments.statement_line l on l.statement = s.id
  where s.province = any($1::text[]) group by s.id order by s.day desc, s.at desc limit $2 offset $3`;

export const statementOf = `select s.id, s.provider, s.day, s.file_name as "fileName", s.at,
    count(l.*)::int as lines, count(l.*) filter (where l.outcome <> 'matched')::int as differences,
    coalesce(sum(l.theirs), 0)::bigint as theirs
  from payments.statement s left join payments.statement_line l on l.statement = s.id
  where s.id = $1 and s.province = any($2::text[]) group by s.id`;

export const differencesOf = `select position, reference, kind, theirs, ours, order_code as "orderCode", outcome
  from payments.statement_line where statement = $1 and outcome <> 'matched' order by position limit 500`;
