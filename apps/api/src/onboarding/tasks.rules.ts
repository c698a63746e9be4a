import {
  type AnswerItem,
  type ItemRemark,
  type RequirementView,
  taskIds,
  type TaskId,
  type TaskView,
} from '@chophien/contracts';
import type { z } from 'zod';
import { applies, type Facts, given, holds, type RequirementRow, unmet } from './requirements.rules.ts';

type Remark = z.infer<typeof ItemRemark>;

/** Which task each answer belongs to. */
const taskOf: Record<AnswerItem, TaskId> = {
  kind: 'stall',
  name: 'stall',
  head: 'stall',
  crops: 'stall',
  story: 'stall',
  note: 'stall',
  commune: 'place',
  'sub-area': 'place',
  address: 'place',
};

/** Consents are asked when it is handed in, not as a task. */
const isConsent = ({ id }: Pick<RequirementView, 'id'>): boolean => id.startsWith('consent-');

/** The requirements that are asked of a producer who sells these groups. */
export const asked = (all: readonly RequirementView[], facts: Pick<Facts, 'groups'>): RequirementView[] =>
  all.filter((one) => applies(one, facts));

/** What a requirement lacks: answers by their items, anything else by the requirement's own name. */
const lacks = (one: RequirementView, facts: Facts, rows: readonly RequirementRow[]): string[] => {
  if (given(one.state)) return [];
  const row = rows.find(({ rule }) => rule === one.id);
  const named = one.kind === 'computed' && row ? unmet(row, facts) : [];
  return named.length > 0 ? named : [one.id];
};

/** What keeps an application from being handed in. */
export const missingToHandIn = (
  views: readonly RequirementView[],
  facts: Facts,
  rows: readonly RequirementRow[],
): string[] => [
  ...new Set(
    asked(views, facts)
      .filter(({ due }) => due !== 'before-selling')
      .flatMap((one) => lacks(one, facts, rows)),
  ),
];

/** Everything the producer has still to do, before selling too. */
export const missingAtAll = (
  views: readonly RequirementView[],
  facts: Facts,
  rows: readonly RequirementRow[],
): string[] => [...new Set(asked(views, facts).flatMap((one) => lacks(one, facts, rows)))];

/** The requirements that must hold before a step and do not. */
export const notMet = (views: readonly RequirementView[], facts: Facts, step: 'approval' | 'selling'): string[] =>
  asked(views, facts)
    .filter(({ due, state }) => (step === 'selling' || due !== 'before-selling') && !holds(state))
    .map(({ id }) => id);

/** The task list: a task nothing is asked for is left out. */
export const tasks = (
  views: readonly RequirementView[],
  facts: Facts,
  { rows, remarks }: { rows: readonly RequirementRow[]; remarks: readonly Remark[] },
): TaskView[] => {
  const mine = asked(views, facts).filter((one) => !isConsent(one));
  const home = (item: string): TaskId | undefined =>
    taskOf[item as AnswerItem] ?? views.find(({ id }) => id === item)?.task ?? taskIds.find((id) => id === item);
  return taskIds.flatMap((id): TaskView[] => {
    const own = mine.filter(({ task }) => task === id);
    const said = remarks.filter(({ item }) => home(item) === id);
    if (own.length === 0 && said.length === 0) return [];
    const missing = [...new Set(own.flatMap((one) => lacks(one, facts, rows)))];
    return [{ id, missing, remarks: said, state: stateOf(own, { missing, returned: said.length > 0 }) }];
  });
};

const stateOf = (
  own: readonly RequirementView[],
  { missing, returned }: { missing: readonly string[]; returned: boolean },
): TaskView['state'] => {
  if (returned) return 'returned';
  if (missing.length > 0) return 'todo';
  return own.some(({ state }) => state === 'waiting') ? 'waiting' : 'done';
};

/** What an active producer lacks, and for which groups it so cannot sell; groups it does not sell now included. */
export const lapses = (views: readonly RequirementView[]): { requirement: string; groups: string[] | null }[] =>
  views.filter(({ state }) => !holds(state)).map(({ id, groups }) => ({ requirement: id, groups }));
