import {
  deleteListingDraft,
  editListing,
  EditListing,
  getMyListing,
  Problem,
  PublishListing,
  publishListing,
} from '@chophien/contracts';
import { check, type Visitor } from '@chophien/site';
import type { Answers, Editing } from './answers.ts';
import { answersOfListing } from './edited.ts';
import { withUsual } from './judge.ts';
import type { Known } from './kit.ts';

interface HandingIn {
  id: string;
  producer: string;
  answers: Answers;
  crop: Known | undefined;
  sure: boolean;
}

/**
 * A new listing, or what is said otherwise of one that is there. Handed in twice it is done once.
 * @throws Problem with the fields that can't be taken
 */
export const handIn = async (who: Visitor, { id, producer, answers, crop, sure }: HandingIn): Promise<void> => {
  const { of, ...said } = withUsual(answers, crop);
  if (of) return edit(who, { of, draft: id, said, sure });
  await who.call(publishListing, { body: check(PublishListing, listingOf({ ...said, id, producer }, crop)) });
};

/** As the contract takes a listing in; not checked here. */
const listingOf = (given: Answers & { id: string; producer: string }, crop: Known | undefined) => {
  const { pictures = [], dates = [], label, minimum = 1_000, increment = 1_000, description = '', ...answers } = given;
  return {
    ...answers,
    ...{ minimum, increment, description },
    pictures: pictures.map((picture) => picture.id),
    ...(crop?.service ? { kind: 'service', dates } : { kind: 'goods' }),
    ...(label && Object.keys(label).length > 0 && !crop?.service ? { label } : {}),
  };
};

interface Edit {
  of: Editing;
  /** Under which the edit was written down; it is done with then. */
  draft: string;
  said: Answers;
  sure: boolean;
}

const edit = async ({ call }: Visitor, { of: { id, version }, draft, said, sure }: Edit): Promise<void> => {
  const listing = await call(getMyListing, { params: { id } });
  const patch = patchOf(answersOfListing(listing), said);
  const changes = Object.keys(patch).length > 0;
  // Its answer may have been lost the first time: what stands already is not said again.
  if (changes && listing.version !== version)
    throw new Problem('catalogue.edited-meanwhile', { version: listing.version });
  if (changes || listing.state === 'returned') {
    const body = check(EditListing, { version, ...(sure ? { confirm: true } : {}), ...patch });
    await call(editListing, { params: { id }, body });
  }
  await call(deleteListingDraft, { params: { id: draft } }).catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
  });
};

const clearable = new Set(['variety', 'growingArea', 'pack', 'harvestFrom', 'harvestTo', 'sellFrom', 'sellTo']);
const plain: Readonly<Record<string, unknown>> = {
  label: {},
  attributes: {},
  certificates: [],
  catchWeight: false,
  repeatsYearly: false,
  description: '',
};

/** Only what is said otherwise; what was taken out is null, or nothing of its kind. */
const patchOf = (before: Answers, after: Answers): Record<string, unknown> => {
  const skipped = new Set(['of', 'kind', 'quantity', 'dates']);
  const flat = (answers: Answers): Record<string, unknown> => ({
    ...answers,
    pictures: (answers.pictures ?? []).map((picture) => picture.id),
  });
  const [was, is] = [flat(before), flat(after)];
  const patch: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const otherwise = name in plain ? plain[name] : clearable.has(name) ? null : undefined;
    const [one, other] = [was[name] ?? otherwise, is[name] ?? otherwise];
    if (skipped.has(name) || other === undefined || same(one, other)) continue;
    patch[name] = other;
  }
  return patch;
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : (value ?? null);
