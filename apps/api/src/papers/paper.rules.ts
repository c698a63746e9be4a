import { belongsTo, type Grant, isCitizenCard, type PaperKind } from '@chophien/contracts';

/** Of these a producer has one at a time: a newer one, once verified, takes the place of those before it. */
const single: readonly PaperKind[] = [
  'citizen-card-front',
  'citizen-card-back',
  'business-registration',
  'food-safety-certificate',
  'food-safety-commitment',
  'exemption-statement',
];
export const isSingle = (kind: PaperKind): boolean => single.includes(kind);

/**
 * Which reminders of a paper have come, given those that had their day: all of them are done with at once, and the household
 * hears only the nearest. So after an outage, or for a paper verified late, nobody is told three times in a row.
 */
export const remindersDue = (
  left: number,
  reminders: readonly number[],
  had: readonly number[],
): { done: number[]; tell: boolean } => {
  const reached = reminders.filter((days) => left <= days);
  const done = reached.filter((days) => !had.includes(days));
  return { done, tell: done.length > 0 && done.includes(Math.min(...reached)) };
};

interface Asker {
  id: string | null;
  grants: readonly Grant[];
}

/** Whether someone who acts for the producer may see this paper: its own people all, a delegate no citizen card of others. */
export const maySee = (
  actor: Asker,
  paper: { producer: string; kind: PaperKind; handedInBy: string | null },
): boolean =>
  belongsTo(actor, paper.producer) ||
  !isCitizenCard(paper.kind) ||
  (actor.id !== null && paper.handedInBy === actor.id);

/** Whether an official whose area it is may see its pages: citizen cards only officers, only while they wait. */
export const mayCheck = (
  { grants }: Asker,
  paper: { kind: PaperKind; state: string; commune: string; province: string },
): boolean => {
  if (!isCitizenCard(paper.kind)) return true;
  const officer = grants.some(
    ({ role, commune, province }) =>
      (role === 'commune-officer' && commune === paper.commune) ||
      (role === 'province-officer' && province === paper.province),
  );
  return officer && paper.state === 'waiting';
};
