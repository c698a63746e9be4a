import type pg from 'pg';

/** Like numbers drawn at random, but the same each time. */
export const drawn = (index: number, salt: number, of: number): number =>
  ((Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt + 7, 40_503)) >>> 7) % of;

interface Attribute {
  id: string;
  values: string[];
}
export type Choices = Map<string, Attribute[]>;

/** What goods of each group are told apart by, their shelf's among it. */
export const choicesByGroup = async (client: pg.Client): Promise<Choices> => {
  const { rows } = await client.query<Attribute & { group: string }>(
    `select category.id as "group", attribute.id, array(select choice ->> 'value' from jsonb_array_elements(choices) as choice) as values
     from catalogue.category join catalogue.attribute on attribute.category in (category.id, category.parent) order by 1, 2`,
  );
  const found: Choices = new Map();
  for (const { group, ...attribute } of rows) found.set(group, [...(found.get(group) ?? []), attribute]);
  return found;
};

/** Most sellers answer some of what their group asks. */
export const chosen = (index: number, attributes: readonly Attribute[]): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap(({ id, values }, at) =>
      values.length > 0 && drawn(index, 20 + at, 5) < 3
        ? [[id, values[drawn(index, 30 + at, values.length)]!] as const]
        : [],
    ),
  );

/** Half of what is counted comes in packs that say what they hold; what is weighed has none. */
export const packOf = (index: number, unit: string): { quantity: number; unit: string } | null => {
  if (unit === 'kg' || drawn(index, 9, 2) === 0) return null;
  return unit === 'trai'
    ? { quantity: [6_000, 10_000, 30_000][drawn(index, 10, 3)]!, unit: 'trai' }
    : { quantity: [250, 500, 1_000][drawn(index, 10, 3)]!, unit: 'kg' };
};

/** A tenth is sold in a season that comes back each year; of these a part is still to come. */
export const windowOf = (index: number) => {
  const windows = [
    { sell_from: '2026-09-01', sell_to: '2027-03-31', window_state: 'open' },
    { sell_from: '2026-10-15', sell_to: '2027-01-31', window_state: 'open' },
    { sell_from: '2027-05-20', sell_to: '2027-07-15', window_state: 'upcoming' },
  ];
  return drawn(index, 11, 10) === 0
    ? { ...windows[drawn(index, 12, 3)]!, repeats_yearly: true }
    : { sell_from: null, sell_to: null, window_state: 'open', repeats_yearly: false };
};
