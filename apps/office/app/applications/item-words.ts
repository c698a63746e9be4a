import { ApplicationItem, type ApplicationView, type FieldError } from '@chophien/contracts';
import { text, texts } from '@chophien/site';
import type { z } from 'zod';

export type Item = z.output<typeof ApplicationItem>;

/** What an applicant was asked, in the order of the form. */
export const itemWords: Record<Item, string> = {
  kind: 'Loại hình',
  name: 'Tên gian hàng',
  commune: 'Xã, phường',
  'sub-area': 'Thôn, bản, khu',
  address: 'Địa chỉ',
  crops: 'Hàng bán',
  note: 'Ghi thêm',
};

export const items = ApplicationItem.options;

export interface TypedRemarks {
  remarks: { item: string; reason: string }[];
  /** Which field of the form a field of the contract is: `remarks[1].reason` → `reason-address`. */
  fieldOf: (field: FieldError['field']) => string;
}

/** What an officer remarked: an item counts when it is ticked or when a reason stands beside it. */
export const remarksIn = (form: FormData): TypedRemarks => {
  const ticked = texts(form, 'item');
  const remarks = items
    .map((item) => ({ item, reason: text(form, `reason-${item}`) }))
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
export const remarkSentences: Record<string, string> = {
  item: 'Đánh dấu ít nhất một mục cần sửa.',
  ...Object.fromEntries(
    items.map((item) => [`reason-${item}`, `Ghi lý do cho mục “${itemWords[item]}”, nhiều nhất 300 chữ.`]),
  ),
};

/** The remarks by item, as they were last sent. */
export const remarksOf = ({ remarks }: Pick<ApplicationView, 'remarks'>): Map<Item, string> =>
  new Map(remarks.map(({ item, reason }) => [item, reason]));
