import type { ApplicationDetail } from '@chophien/contracts';
import { applicationPath } from './paths.ts';
import { questionOf } from './questions.ts';
import { isAgreement, stepsOf } from './task-steps.ts';
import { itemWords } from './words.ts';

/** One thing that is missing, in words, with the page it is asked on. */
export interface Lack {
  words: string;
  path: string;
}

/**
 * What keeps an application from being handed in, each with the page that asks for it. What is agreed to on the very last
 * page is not missing before it.
 */
export const lacking = (application: ApplicationDetail): Lack[] => {
  const seen = new Map<string, Lack>();
  for (const code of application.missing.filter((id) => !isAgreement(id))) {
    for (const lack of lacksOf(application, code)) seen.set(lack.path, lack);
  }
  return [...seen.values()];
};

/** What is asked for by one code: an answer, or a requirement and the pages of its task. */
const lacksOf = (application: ApplicationDetail, code: string): Lack[] => {
  const question = questionOf(code);
  if (question) return [{ words: itemWords[question.item], path: applicationPath(application.id, question.slug) }];
  const requirement = application.requirements.find(({ id }) => id === code);
  if (!requirement) return [{ words: code, path: applicationPath(application.id) }];
  const steps = stepsOf(application, requirement.task);
  const step = steps.find(({ id }) => id === code) ?? steps.find(({ done }) => !done);
  return [{ words: requirement.title, path: step?.path ?? applicationPath(application.id) }];
};

/** What is still missing before an approved stall may sell. */
export const beforeSelling = (application: ApplicationDetail): Lack[] =>
  application.requirements
    .filter(({ due, state }) => due === 'before-selling' && state !== 'met' && state !== 'expiring')
    .map((requirement) => {
      const step = stepsOf(application, requirement.task).find(({ id }) => id === requirement.id);
      const waits = requirement.state === 'waiting' ? ': chờ cán bộ kiểm tra' : '';
      return { words: requirement.title + waits, path: step?.path ?? applicationPath(application.id, 'xem-lai') };
    });
