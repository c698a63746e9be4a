import type { RuleVersion } from '@chophien/contracts';
import type { z } from 'zod';
import type { RequirementVersion } from './requirement.entity.ts';
import type { RequirementRow } from './requirements.rules.ts';

type State = z.infer<typeof RuleVersion>['state'];
type Dated = Pick<RequirementVersion, 'id' | 'rule' | 'version' | 'state' | 'validFrom' | 'validTo' | 'province'>;

/** Whether a version is ahead, in force, or over: by its own last day, or because a later one of the same place began. */
export const stateOn = (one: Dated, all: readonly Dated[], day: string): State => {
  if (one.state !== 'approved') return one.state;
  if (one.validFrom > day) return 'approved';
  if (one.validTo !== null && one.validTo < day) return 'ended';
  const followed = all.some(
    (other) =>
      other.state === 'approved' &&
      other.rule === one.rule &&
      other.province === one.province &&
      other.validFrom <= day &&
      (other.validFrom > one.validFrom || (other.validFrom === one.validFrom && other.version > one.version)),
  );
  return followed ? 'ended' : 'in-force';
};

/** The versions as if this one were approved and began today. */
export const asIf = (rows: readonly RequirementRow[], draft: RequirementRow, day: string): RequirementRow[] => [
  ...rows.filter((row) => !(row.rule === draft.rule && row.version === draft.version)),
  { ...draft, validFrom: day, validTo: null },
];
