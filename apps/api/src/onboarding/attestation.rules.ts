import type { FieldError, PaperKind } from '@chophien/contracts';

export type Basis = 'certificate' | 'commitment' | 'exemption' | 'quality-certificate' | 'attested';

/** The papers each basis is shown by. */
const shownBy: Partial<Record<Basis, readonly PaperKind[]>> = {
  certificate: ['food-safety-certificate', 'business-registration', 'ocop'],
  commitment: ['food-safety-commitment'],
  'quality-certificate': ['quality-certificate', 'vietgap'],
  exemption: ['exemption-statement'],
};

/**
 * What is wrong with saying that a requirement is met so; undefined when nothing is. A certificate is a paper. A commitment
 * may be signed at the office. An exemption says why: the letter of Decree 15/2018, Article 12(1) (a to k), or words.
 * `paper` is the kind of the paper named, null for none, undefined for one that is not the household's.
 */
export const basisProblem = (
  { basis, reason, paper }: { basis: Basis; reason: string | null; paper: PaperKind | null | undefined },
  { papers, kind }: { papers: readonly PaperKind[]; kind: 'computed' | 'attested' | 'verified' },
): FieldError | undefined => {
  if (kind === 'verified' && basis === 'attested') {
    return { field: 'basis', rule: 'unknown', message: 'a paper, a commitment or an exemption: an official checks it' };
  }
  if (paper === undefined) return { field: 'paper', rule: 'unknown', message: 'a paper of this household that counts' };
  if (paper !== null && !(papers.includes(paper) && (shownBy[basis]?.includes(paper) ?? true))) {
    return { field: 'paper', rule: 'kind', message: `a paper that shows a ${basis}` };
  }
  if ((basis === 'certificate' || basis === 'quality-certificate') && paper === null) {
    return { field: 'paper', rule: 'required', message: 'the certificate itself' };
  }
  if (basis === 'exemption' && !reason) {
    return { field: 'reason', rule: 'required', message: 'the letter of the exemption, a to k, or why in words' };
  }
  return undefined;
};
