import { sha256 } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';
import { slugOf } from './listing.rules.ts';

export type AddressKind = 'listing' | 'stall';

const tables = { listing: 'catalogue.offer', stall: 'catalogue.producer' } as const;

/** The address in words of a listing or a stall of this name. */
export const addressOf = (kind: AddressKind, id: string, name: string): string =>
  slugOf(name, sha256(id), kind === 'listing' ? 'san-pham' : 'gian-hang');

/** Gives it the address of its new name. Links to every former one lead to it from now on, and to nothing else. */
export const readdress = async (
  tx: Tx,
  kind: AddressKind,
  { id, name, now }: { id: string; name: string; now: Date },
): Promise<void> => {
  const slug = addressOf(kind, id, name);
  const [before] = await rows<{ slug: string | null }>(
    tx,
    `select slug from ${tables[kind]} where id = $1 for no key update`,
    [id],
  );
  if (!before || before.slug === slug) return;
  await tx.query(`update ${tables[kind]} set slug = $2 where id = $1`, [id, slug]);
  await tx.query('delete from catalogue.former_address where kind = $1 and slug = $2 and subject = $3', [
    kind,
    slug,
    id,
  ]);
  if (before.slug === null) return;
  await tx.query(
    `insert into catalogue.former_address (kind, slug, subject, until) values ($1, $2, $3, $4)
     on conflict (kind, slug) do nothing`,
    [kind, before.slug, id, now],
  );
};

/**
 * The id of what is or was found under an address, `$slug` being our own SQL. A former address stays whose it was, even if
 * somebody made a thing whose own address would be the same.
 */
export const foundUnder = (kind: AddressKind, slug: string): string => `coalesce(
  (select subject from catalogue.former_address where kind = '${kind}' and slug = ${slug}),
  (select id from ${tables[kind]} where slug = ${slug}))`;
