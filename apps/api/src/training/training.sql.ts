/** A session with its course and how many were there. */
export const session = `
select s.id, s.course, c.title, c.hours::float8 as hours, s.commune, s.place, s.starts_at as "startsAt", s.ends_at as "endsAt",
       s.trainer, s.cancelled_at as "cancelledAt",
       (select count(*)::int from training.attendance a where a.session = s.id) as attended
from training.session s join training.course c on c.id = s.course`;

/** $1 communes, $2 provinces, $3 everywhere: where somebody answers. */
export const inArea = '(s.commune = any($1::text[]) or s.province = any($2::text[]) or $3::boolean)';

export const coming = `${session} where ${inArea} and ($4::text is null or s.commune = $4) and s.ends_at >= $5 and s.cancelled_at is null
order by s.starts_at, s.id limit $6 offset $7`;
export const past = `${session} where ${inArea} and ($4::text is null or s.commune = $4) and (s.ends_at < $5 or s.cancelled_at is not null)
order by s.starts_at desc, s.id limit $6 offset $7`;
export const countComing = `select count(*)::int as total from training.session s
where ${inArea} and ($4::text is null or s.commune = $4) and s.ends_at >= $5 and s.cancelled_at is null`;
export const countPast = `select count(*)::int as total from training.session s
where ${inArea} and ($4::text is null or s.commune = $4) and (s.ends_at < $5 or s.cancelled_at is not null)`;

export const comingIn = `${session} where s.commune = any($1::text[]) and s.ends_at >= $2 and s.cancelled_at is null
order by s.starts_at limit 20`;

export const attendees = `select producer, how, at from training.attendance where session = $1 order by at, producer`;

/** The rows in force on a day: $1. */
export const skills = `select distinct on (id) id, position, title, hint from training.skill
where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by id, valid_from desc`;
export const limits = `select code_minutes as "codeMinutes", correct_days as "correctDays" from training.limits
where valid_from <= $1::date order by valid_from desc limit 1`;
