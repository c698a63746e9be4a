import { type MyListing, type StagedEdit, todoOf } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { randomUUID } from 'node:crypto';
import type { Answers } from './answers.ts';
import { changedAnswers, keepDraft } from './drafts.ts';
import { stepPath } from './path.ts';

/** A listing that is there, as the answers that would make it; what waits for an official counts as said. */
export const answersOfListing = (listing: MyListing): Answers => {
  const said: StagedEdit = { ...shown(listing), ...listing.review?.edit };
  const filled = Object.entries(said).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(filled) as Answers;
};

const shown = (listing: MyListing): StagedEdit => {
  const { name, description, unit, price, increment, minimum, storage, origin, variety, process, label } = listing;
  const { growingArea, attributes, pack, catchWeight, sellFrom, sellTo, repeatsYearly, delivery } = listing;
  return {
    ...{ name, description, unit, price, increment, minimum, storage, origin, variety, process, label },
    ...{ growingArea, attributes, pack, sellFrom, sellTo, delivery },
    ...(catchWeight ? { catchWeight } : {}),
    ...(repeatsYearly ? { repeatsYearly } : {}),
    commodity: listing.commodity.id,
    pictures: listing.pictures,
    harvestFrom: listing.harvestFrom,
    harvestTo: listing.harvestTo,
    certificates: listing.certificates.map(({ id }) => id),
  };
};

/** What the official asked for, one plain thing to do after the other. */
export const todosOf = ({ review }: Pick<MyListing, 'review'>): string[] =>
  review?.state === 'returned' ? review.remarks.map(todoOf) : [];

/** Begins to say it otherwise: the form with everything in it. Answers where it goes on. */
export const beginEdit = async (who: Visitor, listing: MyListing): Promise<string> => {
  const id = randomUUID();
  const { id: listed, version } = listing;
  const answers = { ...answersOfListing(listing), of: { id: listed, version, todos: todosOf(listing) } };
  await keepDraft(who, { id, producer: listing.producer.id, answers: changedAnswers({}, answers) });
  return stepPath('xem-lai', id);
};
