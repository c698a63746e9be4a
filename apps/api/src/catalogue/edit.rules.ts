import { type EditListing, type ListingStep, Problem, PublishListing, type StagedEdit } from '@chophien/contracts';
import { contactIn } from './wording.rules.ts';

/** What a listing says, as it would be handed in. */
export type Said = Omit<PublishListing, 'id' | 'producer' | 'quantity' | 'dates' | 'soldBy'>;
/** What is said otherwise. */
export type Patch = Omit<EditListing, 'version' | 'confirm' | 'price'>;
export type Field = keyof Patch;
type Value = Said[Field] | null;

/** What is kept of an edit until it is decided: pictures by their ids. */
export type Staged = Omit<StagedEdit, 'pictures'> & { pictures?: string[] };

/** What a buyer relies on: another word of it is looked at before it is shown. */
const relied: readonly Field[] = [
  'name',
  'commodity',
  'origin',
  'storage',
  'variety',
  'process',
  'label',
  'growingArea',
  'pack',
  'certificates',
];

/** What does not touch what a thing is and how it is sold: its words, its pictures, its steps. */
const words: readonly Field[] = ['name', 'description', 'pictures', 'origin', 'storage', 'increment', 'minimum'];

/** Whether an edit touches what dated rows ask of a listing: labels, attributes, windows. */
export const madeOf = (fields: readonly string[]): boolean =>
  fields.some((field) => !(words as readonly string[]).includes(field));

/** What would be different, answer by answer; the same words again are no change. */
export const changesOf = (said: Said, patch: Patch): ListingStep['changes'] =>
  (Object.entries(patch) as [Field, Value | undefined][])
    .filter(([field, to]) => to !== undefined && !same(said[field] ?? null, to))
    .map(([field, to]) => ({ field, from: said[field] ?? null, to }));

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** The same text for the same value, in whatever order its parts were given. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'null';

/**
 * Whether an official looks at this change of something on sale before buyers see it: what they rely on, a picture that was
 * not there before, and a text into which a way to reach the seller was written.
 */
export const needsLook = ({ field, from, to }: ListingStep['changes'][number]): boolean => {
  if ((relied as readonly string[]).includes(field)) return true;
  if (field === 'pictures') return (to as string[]).some((id) => !(from as string[]).includes(id));
  return field === 'description' && contactIn(to as string) !== null;
};

export interface Plan {
  atOnce: ListingStep['changes'];
  /** All that waits after this edit, of it and of earlier ones; empty when nothing does. */
  staged: ListingStep['changes'];
  /** Whether what waits is other than before. */
  restaged: boolean;
}

/**
 * What becomes of an edit of something that was let be shown: low-risk changes at once, the rest waits, together with what
 * waited already. Saying again what buyers read takes back what waited of it.
 */
export const planOf = (said: Said, waiting: Staged | null, patch: Patch): Plan => {
  const changes = changesOf(said, patch);
  const staged = changesOf(said, { ...waiting, ...patch }).filter(
    (change) => needsLook(change) || (waiting !== null && change.field in waiting && !(change.field in patch)),
  );
  return {
    atOnce: changes.filter((change) => !needsLook(change)),
    staged,
    restaged: canonical(valuesOf(staged)) !== canonical(waiting ?? {}),
  };
};

export const fieldsOf = (changes: ListingStep['changes']): string[] => changes.map(({ field }) => field);

/** The changed answers alone, as they are kept. */
export const valuesOf = (changes: ListingStep['changes']): Record<string, unknown> =>
  Object.fromEntries(changes.map(({ field, to }) => [field, to]));

/**
 * What the listing would say after a patch, all rules of a listing holding between its answers.
 * @throws Problem platform.invalid-input, naming the answers
 */
export const saidAfter = (said: Said, patch: Patch): Said => {
  const after = { ...said, ...patch };
  const given = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null && value !== undefined));
  const read = PublishListing.safeParse({ ...given, id: nobody, producer: nobody, quantity: 1, dates: daysOf(said) });
  if (!read.success) {
    throw new Problem('platform.invalid-input', {
      errors: read.error.issues.map(({ path, code, message }) => ({ field: path.join('.'), rule: code, message })),
    });
  }
  const { id: _id, producer: _producer, quantity: _quantity, dates: _dates, soldBy: _soldBy, ...whole } = read.data;
  return whole;
};

const nobody = '00000000-0000-4000-8000-000000000000';
/** A service has its days, which are changed elsewhere. */
const daysOf = ({ kind }: Said) =>
  kind === 'service' ? [{ id: nobody, startsAt: '2026-01-01T00:00:00.000Z', places: 1 }] : [];
