import type { ApplicationDetail, RequirementView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { applicationPath, checkPath } from './paths.ts';
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

const ends: Partial<Record<RequirementView['state'], string>> = {
  waiting: ': chờ cán bộ kiểm tra',
  expiring: ': sắp hết hạn',
  expired: ': đã hết hạn, hàng cần giấy này đang ẩn',
  refused: ': chưa đạt',
};

/** What an approved stall lacks to sell, or will soon lack to go on selling. */
export const beforeSelling = (application: ApplicationDetail): Lack[] =>
  application.requirements
    .filter(({ state }) => state !== 'met')
    .map(({ id, task, title, state, until }) => {
      const step = stepsOf(application, task).find((entry) => entry.id === id);
      const words = title + (ends[state] ?? '') + (state === 'expiring' && until ? ` ngày ${formatDay(until)}` : '');
      return {
        words,
        path: isAgreement(id) ? `/ban-hang/dong-y/${application.id}` : (step?.path ?? checkPath(application.id)),
      };
    });
