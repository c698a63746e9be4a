import {
  type ApplicationDetail,
  type ItemRemark,
  type RequirementView,
  type TaskId,
  taskIds,
  type TaskView,
} from '@chophien/contracts';
import type { z } from 'zod';
import { applicationPath } from './paths.ts';
import { answerTo, questions } from './questions.ts';

type Detail = Pick<
  ApplicationDetail,
  'id' | 'kind' | 'answers' | 'requirements' | 'identity' | 'payout' | 'taxCode' | 'tasks'
>;
type Remark = z.output<typeof ItemRemark>;

/** One page of a task: a question, or a requirement to be met. */
export interface TaskStep {
  /** What remarks and `missing` call it. */
  id: string;
  path: string;
  done: boolean;
  /** May be left for ever. */
  free: boolean;
}

/** What other pages ask for, by the names of its requirements. */
const ownPages = new Set(['identity', 'bank-account', 'tax-code']);

/** A requirement with a page of its own. */
const isAsked = ({ kind, id }: RequirementView): boolean => kind !== 'computed' && !ownPages.has(id);

const unmet = new Set<RequirementView['state']>(['missing', 'refused', 'expired', 'expiring']);

/** The pages of one task in their order. */
export const stepsOf = (detail: Detail, task: TaskId): TaskStep[] => {
  const at = (rest: string) => applicationPath(detail.id, rest);
  const asked = questions
    .filter((question) => question.task === task)
    .map(({ item, slug, free }) => ({ id: item, path: at(slug), done: answerTo(detail, item) !== '', free }));
  const required = detail.requirements
    .filter((requirement) => requirement.task === task && isAsked(requirement))
    .map(({ id, state }) => ({ id, path: at(`yeu-cau/${id}`), done: !unmet.has(state), free: false }));
  return [...asked, ...(own[task]?.(detail, at) ?? []), ...required];
};

const own: Partial<Record<TaskId, (detail: Detail, at: (rest: string) => string) => TaskStep[]>> = {
  identity: ({ identity }, at) => {
    const done = identity !== null && identity.state !== 'refused' && identity.state !== 'expired';
    return [{ id: 'identity', path: at('can-cuoc'), done, free: false }];
  },
  money: (detail, at) => {
    const met = (id: string) => detail.requirements.some((entry) => entry.id === id && !unmet.has(entry.state));
    const bank = { id: 'bank-account', path: at('ngan-hang'), done: detail.payout !== null || met('bank-account') };
    const tax = { id: 'tax-code', path: at('ma-so-thue'), done: detail.taxCode !== null || met('tax-code') };
    // A household's tax code is the citizen number it gives elsewhere: nobody is asked twice.
    return (detail.kind === 'household' ? [bank] : [bank, tax]).map((step) => ({ ...step, free: false }));
  },
};

/** The tasks to show. What food needs is known once goods are chosen, but the list does not grow under one's eyes. */
export const shownTasks = (detail: Detail): TaskId[] =>
  taskIds.filter((task) => detail.tasks.some(({ id }) => id === task) || isTooEarly(detail, task));

/** Whether a task can't be taken up yet. */
export const isTooEarly = (detail: Detail, task: TaskId): boolean =>
  task === 'food-safety' && !detail.tasks.some(({ id }) => id === task) && answerTo(detail, 'crops') === '';

/** Where a task is taken up: what an officer remarked on first, then what is missing; undefined when all of it is there. */
export const wayInto = (detail: Detail, task: TaskId): string | undefined => {
  const steps = stepsOf(detail, task);
  const remarked = new Set(remarksOf(detail, task).map(({ item }) => item));
  const next =
    steps.find(({ id }) => remarked.has(id)) ??
    steps.find(({ done, free }) => !done && !free) ??
    (stateOf(detail, task) === 'todo' ? steps.find(({ done }) => !done) : undefined) ??
    (remarked.size > 0 ? steps[0] : undefined);
  return next?.path;
};

/** How far a task is. What is agreed to on the last page keeps none of them open. */
export const stateOf = ({ tasks }: Pick<Detail, 'tasks'>, task: TaskId): TaskView['state'] => {
  const found = tasks.find(({ id }) => id === task);
  if (found?.state !== 'todo') return found?.state ?? 'done';
  return found.missing.length > 0 && found.missing.every(isAgreement) ? 'done' : 'todo';
};

/** Whether a requirement is an agreement: given on the page before handing in. */
export const isAgreement = (id: string): boolean => id.startsWith('consent');

/** Where one goes on after a page of a task: the next that is still open, else back to the list of tasks. */
export const wayAfter = (detail: Detail, task: TaskId | null, id: string): string => {
  if (!task) return applicationPath(detail.id);
  const steps = stepsOf(detail, task);
  const here = steps.findIndex((step) => step.id === id);
  const remarked = new Set(remarksOf(detail, task).map(({ item }) => item));
  const next = steps.slice(here + 1).find((step) => !step.done || remarked.has(step.id));
  return next?.path ?? `${applicationPath(detail.id)}?xong=${task}`;
};

/** The page before this one in its task. */
export const wayBack = (detail: Detail, task: TaskId | null, id: string): string => {
  const steps = task ? stepsOf(detail, task) : [];
  return steps[steps.findIndex((step) => step.id === id) - 1]?.path ?? applicationPath(detail.id);
};

const remarksOf = ({ tasks }: Detail, task: TaskId): Remark[] => tasks.find(({ id }) => id === task)?.remarks ?? [];

/** What an officer wrote on an answer or a requirement. */
export const remarkOn = ({ tasks }: Pick<Detail, 'tasks'>, id: string): string | undefined =>
  tasks.flatMap(({ remarks }) => remarks).find(({ item }) => item === id)?.reason;
