import { type AnswerOf, getReview } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { RouterContextProvider } from 'react-router';
import { categories } from '../categories.ts';
import { commodities, commodityName } from '../commodities.ts';
import { isId } from '../id.ts';
import { official } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import { answerWords, taskWords, itemsOf, itemWords } from './item-words.ts';

export type Review = AnswerOf<typeof getReview>;

export interface Said {
  item: string;
  word: string;
  value: string;
  at: string;
  /** Who gave it in the household's place. */
  helper: string | null;
}

/** One application with its answers in words, and what was typed on this page before a fresh proof was asked for. */
export const reviewed = async (context: Readonly<RouterContextProvider>, id: string, path: string) => {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const [application, goods, groups, me] = await Promise.all([
    who.read(getReview, { params: { id } }),
    commodities(who),
    categories(who).catch(() => ({})),
    official(context),
  ]);
  const names = {
    commodity: (code: string) => commodityName(goods, code),
    commune: `${application.commune.fullName}, ${application.commune.province}`,
  };
  const said = application.answers.map(
    ({ item, value, at, by, onBehalf }): Said => ({
      item,
      word: itemWords[item],
      value: answerWords(item, value, names),
      at,
      helper: onBehalf ? (by ?? 'người giúp') : null,
    }),
  );
  // Whoever has it in hand decides; to anybody else it says whose it is.
  const mine = application.reviewer === null || application.reviewer.id === me.id;
  return { application, said, groups, mine, kept: asTyped(unfinished(who, path)) };
};

/** The answers of one task, in the order they were asked; what nobody answered has no value. */
export const saidOf = (
  task: keyof typeof taskWords,
  said: readonly Said[],
): (Said | { item: string; word: string })[] =>
  itemsOf(task).map((item) => said.find((each) => each.item === item) ?? { item, word: itemWords[item] });
