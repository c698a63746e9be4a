import type { FieldError, FieldResult, Problem } from '@chophien/contracts';

/** What is answered to an entry, but for the household as it then stands. */
export type Said = Pick<FieldResult, 'outcome' | 'problem' | 'conflicts' | 'twins'>;

export const applied: Said = { outcome: 'applied', problem: null, conflicts: [], twins: [] };

export const saidOf = ({ code, details }: Problem): Said => {
  const { errors, ...rest } = details;
  return {
    outcome: 'refused',
    problem: { code, details: rest, errors: Array.isArray(errors) ? (errors as FieldError[]) : [] },
    conflicts: [],
    twins: [],
  };
};
