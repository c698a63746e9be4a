import type { Tx } from '../platform/database.ts';

/** Until we commit nobody begins to forget, or to take in, a picture of this hash. */
export const holdFiles = async (tx: Tx, hash: string): Promise<void> => {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('picture ' || $1, 0))", [hash]);
};

/** What a view of a picture needs, of `catalogue.picture` under the name `shown`. */
export const pictureJson = `json_build_object('id', shown.id, 'hash', shown.hash, 'width', shown.width,
  'height', shown.height, 'colour', shown.colour, 'focus_x', shown.focus_x, 'focus_y', shown.focus_y,
  'widths', shown.widths, 'avif', shown.avif)`;
