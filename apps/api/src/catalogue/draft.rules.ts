import type { DraftAnswer } from '@chophien/contracts';

/** A phone's clock may be ahead by this much; anything later counts as just then. */
const ahead = 5 * 60_000;

export interface KeptAnswer {
  field: string;
  value: DraftAnswer['value'];
  at: Date;
}

/** Of several answers to one question in one sending the later stands; none is later than five minutes from now. */
export const latest = (answers: readonly DraftAnswer[], now: Date): KeptAnswer[] => {
  const kept = new Map<string, KeptAnswer>();
  for (const { field, value, at } of answers) {
    const given = { field, value, at: new Date(Math.min(Date.parse(at), now.getTime() + ahead)) };
    if (stands(given, kept.get(field))) kept.set(field, given);
  }
  return [...kept.values()];
};

/** Whether an answer that arrives replaces the one that is kept: the later one; of one instant the same one everywhere. */
export const stands = (arriving: KeptAnswer, kept: KeptAnswer | undefined): boolean => {
  if (!kept) return true;
  const apart = arriving.at.getTime() - kept.at.getTime();
  return apart > 0 || (apart === 0 && JSON.stringify(arriving.value) > JSON.stringify(kept.value));
};
