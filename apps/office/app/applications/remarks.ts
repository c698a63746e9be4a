import type { FieldError } from '@chophien/contracts';
import { text, texts } from '@chophien/site';
import type { Remarkable } from './item-words.ts';

/** The most one decision may remark on. */
export const MOST_REMARKS = 20;

export interface TypedRemarks {
  remarks: { item: string; reason: string }[];
  /** Which field of the form a field of the contract is: `remarks[1].reason` → `reason-address`. */
  fieldOf: (field: FieldError['field']) => string;
}

/** What an officer remarked: an item counts when it is ticked or when a reason stands beside it. */
export const remarksIn = (form: FormData, asked: readonly Pick<Remarkable, 'item'>[]): TypedRemarks => {
  const ticked = texts(form, 'item');
  const remarks = asked
    .map(({ item }) => ({ item, reason: text(form, `reason-${item}`) }))
    .filter(({ item, reason }) => reason !== '' || ticked.includes(item));
  return {
    remarks,
    fieldOf: (field) => {
      const index = /^remarks\[(\d+)\]/.exec(field)?.[1];
      return index === undefined ? 'item' : `reason-${remarks[Number(index)]?.item}`;
    },
  };
};

/** What to do about each field of the return form. */
export const remarkSentences = (asked: readonly Remarkable[]): Record<string, string> => ({
  item: `Đánh dấu ít nhất một mục cần bổ sung, nhiều nhất ${MOST_REMARKS} mục.`,
  ...Object.fromEntries(
    asked.map(({ item, word }) => [`reason-${item}`, `Ghi lý do cho mục “${word}”, từ 3 đến 300 chữ.`]),
  ),
});
