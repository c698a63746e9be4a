/** SQL of the index in PostgreSQL. `table` is always one of our own two names. */
type Table = 'search.document' | 'search.document_next';

const columns = `name, accented_name, texts, words, categories, commune, province, producer, storage, kind, stars, price,
  in_season, delivery, attributes, published_at, digest`;

/**
 * Writes listings ($1) under a version ($2). A number is a listing's for good: it comes from the index in use. In an index
 * being built, what did not change keeps its version too, so that no process needs to read it again.
 */
export const putting = (table: Table): string => `
  insert into ${table} (id, number, version, shown, ${columns})
  select given.id, coalesce(known.number, nextval('search.next_number')::integer),
    ${table === 'search.document' ? '$2::bigint' : 'case when known.shown and known.digest = given.digest then known.version else $2::bigint end'},
    true, given.name, given."accentedName", given.texts, given.words::tsvector, given.categories, given.commune,
    given.province, given.producer, given.storage, given.kind, given.stars, given.price, given."inSeason", given.delivery,
    given.attributes, given."publishedAt", given.digest
  from jsonb_to_recordset($1::jsonb) as given (id uuid, name text, "accentedName" text, texts text, words text,
    categories text[], commune text, province text, producer uuid, storage text, kind text, stars smallint, price bigint,
    "inSeason" boolean, delivery text, attributes jsonb, "publishedAt" timestamptz, digest text)
  left join search.document known on known.id = given.id
  ${table === 'search.document' ? 'where known.digest is distinct from given.digest or not known.shown' : ''}
  on conflict (id) do update set version = excluded.version, shown = true,
    ${columns
      .split(',')
      .map((column) => column.trim())
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`;

/** What is gone leaves its number behind, so that every process learns that it is. */
export const dropping = (table: Table): string => `
  update ${table} set shown = false, version = $2::bigint, words = '', texts = '' where id = any($1::uuid[]) and shown`;

export const learning = (table: 'search.word' | 'search.word_next'): string => `
  insert into ${table} (word) select distinct word from unnest($1::text[]) as given (word) order by word
  on conflict do nothing`;

/** Matches are ranked among each other at most so many: a word that everybody uses must not stop the shop. */
export const mostRanked = 1_500;

/** How near each other the words are is looked at for so many, the best by all else: nobody reads on to the others. */
const mostMeasured = 300;

/** Steps of the score, each worth more than all after it together. */
export const steps = { accents: 10_000, words: 100 } as const;

/**
 * Numbers of what answers the words ($1), each with how well, the smaller the better: first what has the accents asked ($2);
 * then what it is that was looked for ($3) at the beginning of the name, or in it, and how many words stand side by side as
 * asked ($4); then the amount asked ($5); then how near each other the words are and where they stand.
 */
export const matching = `
  select coalesce(string_agg(number || ',' || score + case when place <= ${mostMeasured}
    then least(49, floor(49 * (1 - ts_rank_cd('{0.05, 0.3, 0.6, 1}', words, $1::tsquery, 32))))::integer else 49 end, ','), '')
    as found
  from (
    select number, words, score,
      row_number() over (order by score, ts_rank('{0.05, 0.3, 0.6, 1}', words, $1::tsquery) desc) as place
    from (
      select number, words,
        (case when $2::text is null or words @@ $2::tsquery then 0 else ${steps.accents} end)
        + ${steps.words} * (
            2 * (select count(*) from unnest($4::tsquery[]) as pair where not words @@ pair)
            + (select case when bool_or(strpos(said, head) = 1) then 0 when bool_or(strpos(said, head) > 0) then 2 else 3 end
               from unnest($3::text[]) as head))
        + (case when $5::text is null or words @@ $5::tsquery then 0 else 50 end) as score
      from (
        select number, words, case when $2::text is null then name else accented_name end as said
        from search.document where words @@ $1::tsquery limit ${mostRanked}
      ) matched
    ) judged
  ) ranked`;

/** Numbers of all that answers the words, for counting: nobody reads those beyond the ranked ones. */
export const matchingAll = `
  select coalesce(string_agg(number::text, ','), '') as found from search.document where words @@ $1::tsquery`;

/** Listings whose names begin to say so. */
export const beginningSo = `select id from search.document where words @@ $1::tsquery limit $2`;

/** What the swap leaves: the same names for the same things. */
export const swapping = `
  drop table search.document;
  alter table search.document_next rename to document;
  alter index search.document_next_pkey rename to document_pkey;
  alter index search.document_next_number rename to document_number;
  alter index search.document_next_version rename to document_version;
  alter index search.document_next_words rename to document_words;
  drop table search.word;
  alter table search.word_next rename to word;
  alter index search.word_next_pkey rename to word_pkey;`;

export const beginning = `
  drop table if exists search.document_next;
  drop table if exists search.word_next;
  create table search.document_next (like search.document);
  alter table search.document_next add constraint document_next_pkey primary key (id);
  create table search.word_next (like search.word);
  alter table search.word_next add constraint word_next_pkey primary key (word);`;

/** Made at the end, at once: three times faster than row by row. */
export const indexing = [
  'create unique index document_next_number on search.document_next (number)',
  'create index document_next_version on search.document_next (version, number)',
  'create index document_next_words on search.document_next using gin (words) with (fastupdate = off)',
  'analyze search.document_next',
  'analyze search.word_next',
];

/** What is in the old index only is gone; whoever still shows it must learn so. $1 is the version of the swap. */
export const tombstones = `
  insert into search.document_next (id, number, version, shown, ${columns})
  select id, number, case when shown then $1::bigint else version end, false, name, accented_name, '', '', categories,
    commune, province, producer, storage, kind, stars, price, in_season, delivery, attributes, published_at, digest
  from search.document old where not exists (select from search.document_next next where next.id = old.id)`;
