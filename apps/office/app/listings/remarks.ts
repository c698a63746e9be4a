import { ReturnReason, returnReasons } from '@chophien/contracts';
import { text } from '@chophien/site';

/** The reasons that were ticked, each with the official's own words where she wrote some. */
export const remarksIn = (form: FormData): { reason: ReturnReason; words?: string }[] =>
  form.getAll('reason').flatMap((given) => {
    const reason = ReturnReason.safeParse(given);
    if (!reason.success) return [];
    const words = text(form, `words-${reason.data}`).trim();
    return [{ reason: reason.data, ...(words ? { words } : {}) }];
  });

export const remarkSentences: Record<string, string> = {
  reason: 'Hãy đánh dấu ít nhất một điều cần sửa; “Lý do khác” thì ghi rõ việc cần làm.',
};

/** All reasons, those that the house noticed first. */
export const inOrder = (noticed: readonly ReturnReason[]): ReturnReason[] => {
  const all = Object.keys(returnReasons) as ReturnReason[];
  return [...new Set([...noticed, ...all])];
};
