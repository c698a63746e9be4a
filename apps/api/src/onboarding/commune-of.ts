import { type CommuneView, Problem } from '@chophien/contracts';
import type { Communes } from '../communes/index.ts';

/** @throws Problem platform.invalid-input naming the field, if it is not a commune of today */
export const communeOf = async (communes: Communes, code: string, field = 'commune'): Promise<CommuneView> => {
  const commune = await communes.get(code);
  if (commune) return commune;
  throw new Problem('platform.invalid-input', {
    errors: [{ field, rule: 'unknown', message: 'a commune of today' }],
  });
};
