import { PublishListing } from '@chophien/contracts';
import { isMultiple, parseQuantity } from '@chophien/kernel';
import { check, optional, text } from '@chophien/site';
import { z } from 'zod';
import { parseDong } from './dong.ts';
import type { ListingDraft } from './listing-draft.ts';
import type { Step } from './listing-path.ts';

const { shape } = PublishListing;

const answers = {
  mon: {
    schema: z.object({ commodity: shape.commodity, name: shape.name }),
    read: (form: FormData) => ({ commodity: text(form, 'commodity'), name: text(form, 'name') }),
  },
  gia: {
    schema: z.object({ price: shape.price, unit: shape.unit }),
    read: (form: FormData) => ({ price: parseDong(text(form, 'price')), unit: text(form, 'unit') }),
  },
  'so-luong': {
    schema: z
      .object({
        quantity: shape.quantity.unwrap(),
        increment: shape.increment,
        minimum: shape.minimum,
        harvestFrom: shape.harvestFrom,
        harvestTo: shape.harvestTo,
      })
      .refine(({ minimum, increment }) => isMultiple(minimum, increment), { path: ['minimum'] })
      .refine(({ harvestFrom, harvestTo }) => !harvestFrom || !harvestTo || harvestFrom <= harvestTo, {
        path: ['harvestTo'],
      }),
    read: (form: FormData) => ({
      quantity: parseQuantity(text(form, 'quantity')),
      increment: parseQuantity(text(form, 'increment')),
      minimum: parseQuantity(text(form, 'minimum')),
      harvestFrom: optional(form, 'harvestFrom'),
      harvestTo: optional(form, 'harvestTo'),
    }),
  },
  'cach-giu': {
    schema: z.object({ storage: shape.storage, origin: shape.origin, description: shape.description }),
    read: (form: FormData) => ({
      storage: text(form, 'storage'),
      origin: text(form, 'origin'),
      description: text(form, 'description'),
    }),
  },
} as const;

/** What to do about each answer that can't be taken. */
export const sentences: Record<string, string> = {
  pictures: 'Chọn ít nhất một ảnh.',
  stall: 'Chọn gian hàng để đăng.',
  commodity: 'Chọn một loại hàng.',
  name: 'Ghi tên món, từ 3 đến 120 chữ.',
  price: 'Ghi giá bằng số, ít nhất 1.000 đồng.',
  unit: 'Chọn đơn vị bán.',
  quantity: 'Ghi số lượng có để bán, lớn hơn 0.',
  increment: 'Ghi nấc bán, lớn hơn 0.',
  minimum: 'Số ít nhất phải là bội của nấc bán.',
  harvestFrom: 'Chọn ngày bắt đầu thu hoạch.',
  harvestTo: 'Ngày cuối không được trước ngày đầu.',
  storage: 'Chọn cách giữ hàng.',
  origin: 'Chọn nguồn gốc hàng.',
  description: 'Mô tả nhiều nhất 2.000 chữ.',
};

/**
 * The draft with a screen's answers in it.
 * @throws Problem `platform.invalid-input` that names the fields
 */
export const answered = (draft: ListingDraft, step: Step, form: FormData): ListingDraft => {
  if (step === 'anh' || step === 'xem-lai') return draft;
  const { schema, read } = answers[step];
  // A day that is taken out again must not stay behind.
  const without = step === 'so-luong' ? { harvestFrom: undefined, harvestTo: undefined } : {};
  return { ...draft, ...without, ...check(schema, read(form)) };
};

/** The first screen whose answer is still missing. */
export const missingStep = (draft: ListingDraft): Step | undefined => {
  if (draft.pictures.length === 0) return 'anh';
  return (['mon', 'gia', 'so-luong', 'cach-giu'] as const).find(
    (step) => !answers[step].schema.safeParse(draft).success,
  );
};
