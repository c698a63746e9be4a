import { type PaperKind, paperKinds, type RequirementView } from '@chophien/contracts';

export type Basis = 'certificate' | 'commitment' | 'exemption' | 'quality-certificate' | 'attested';

interface BasisWords {
  word: string;
  about: string;
  /** Heading of its page. */
  title: string;
  papers: readonly PaperKind[];
}

/** How a food-safety requirement can be met, in the order in which households usually have it. */
export const bases: Record<Exclude<Basis, 'attested'>, BasisWords> = {
  commitment: {
    word: 'Ký bản cam kết an toàn thực phẩm',
    about: 'Hầu hết hộ trồng trọt, chăn nuôi, đánh bắt nhỏ lẻ.',
    title: 'Bản cam kết an toàn thực phẩm',
    papers: ['food-safety-commitment'],
  },
  certificate: {
    word: 'Có giấy chứng nhận đủ điều kiện an toàn thực phẩm',
    about: 'Do cơ quan nhà nước cấp, còn hạn.',
    title: 'Giấy chứng nhận đủ điều kiện',
    papers: ['food-safety-certificate'],
  },
  'quality-certificate': {
    word: 'Có chứng nhận chất lượng',
    about: 'VietGAP, GMP, HACCP, ISO 22000 hoặc tương đương, còn hạn.',
    title: 'Chứng nhận chất lượng',
    papers: ['quality-certificate', 'vietgap'],
  },
  exemption: {
    word: 'Thuộc diện không phải xin giấy',
    about: 'Nghị định 15/2018/NĐ-CP, Điều 12.',
    title: 'Vì sao không phải xin giấy?',
    papers: ['exemption-statement'],
  },
};

type Asked = Pick<RequirementView, 'task' | 'papers' | 'kind'>;

/** Whether a requirement asks on which ground food is safe, and so which of the four it is. */
export const asksForBasis = ({ task, papers }: Asked): boolean =>
  task === 'food-safety' && papers.some((kind) => kind.startsWith('food-safety-'));

/** Which papers will do for a requirement on one ground. */
export const papersFor = (requirement: Asked, basis: Basis): PaperKind[] => {
  if (basis === 'attested') return [];
  const known = requirement.papers.filter((kind): kind is PaperKind => Object.hasOwn(paperKinds, kind));
  if (!asksForBasis(requirement)) return known;
  const { papers } = bases[basis];
  const asked = papers.filter((kind) => known.includes(kind));
  return asked.length > 0 ? asked : [...papers];
};

/** The ground of a requirement that leaves no choice: a paper, or the household's word. */
export const onlyBasis = ({ papers }: Asked): Basis => (papers.length > 0 ? 'certificate' : 'attested');

export const isBasis = (word: string): word is Exclude<Basis, 'attested'> => Object.hasOwn(bases, word);

/** Grounds that hold without a paper handed in here: what is signed at the commune, and what the law exempts. */
export const holdsWithoutPaper = (basis: Basis): boolean => basis === 'commitment' || basis === 'exemption';
