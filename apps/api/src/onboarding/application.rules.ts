import { type AmendApplication, type ApplicationState, Problem, type ProducerState } from '@chophien/contracts';
import type { z } from 'zod';

type State = z.infer<typeof ApplicationState>;
type Standing = z.infer<typeof ProducerState>;

const next: Record<State, readonly State[]> = {
  submitted: ['returned', 'approved'],
  returned: ['submitted'],
  approved: [],
};

const nextStanding: Record<Standing, readonly Standing[]> = {
  approved: ['suspended'],
  suspended: ['approved'],
  closed: [],
};

/** @throws Problem onboarding.illegal-step, with both states */
export const step = (from: State, to: State): State => {
  if (!next[from].includes(to)) throw new Problem('onboarding.illegal-step', { from, to });
  return to;
};

/** The same for a producer; null is one that was never approved. */
export const stepStanding = (from: Standing | null, to: Standing): Standing => {
  if (!from || !nextStanding[from].includes(to)) throw new Problem('onboarding.illegal-step', { from, to });
  return to;
};

/**
 * Nobody decides on the own application, nor on one handed in under the own number.
 * @throws Problem onboarding.own-application
 */
export const notOwn = (
  officer: { id: string | null; phone: string | undefined },
  applicant: { id: string; phone: string | undefined },
): void => {
  if (officer.id === applicant.id || (officer.phone && officer.phone === applicant.phone)) {
    throw new Problem('onboarding.own-application');
  }
};

type Sent = z.infer<typeof AmendApplication>;
/** What an application says, as sent or as kept. */
export type Saying = { [K in keyof Sent]: Sent[K] | (undefined extends Sent[K] ? null : never) };

/** What an application says, in one order: two that say the same have the same. */
export const said = (fields: Saying) => ({
  kind: fields.kind,
  name: fields.name,
  commune: fields.commune,
  subArea: fields.subArea || null,
  address: fields.address || null,
  crops: [...new Set(fields.crops)].toSorted(),
  note: fields.note || null,
});

/** Whether two applications say the same. */
export const same = (one: Saying, other: Saying): boolean => JSON.stringify(said(one)) === JSON.stringify(said(other));
