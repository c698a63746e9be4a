import type { PriceHint } from '@chophien/contracts';
import { formatDong, unitWord } from '@chophien/kernel';

/** What others ask, and where that is known from; nothing where too few sell. */
export const hintWords = (hint: PriceHint | null | undefined, unit: string): string =>
  hint
    ? `${hint.sellers} nhà ở ${hint.province} bán trong ${hint.days} ngày qua: phần lớn khoảng ${formatDong(hint.median)}/${unitWord(unit)}, từ ${formatDong(hint.low)} đến ${formatDong(hint.high)}. Bạn tự định giá của mình.`
    : '';
