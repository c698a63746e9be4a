import { type BodyOf, packParcel, Problem, type ProducerParcel, ShortSaid } from '@chophien/contracts';
import { parseQuantity } from '@chophien/kernel';
import { check, text } from '@chophien/site';
import type { FieldSentences } from '@chophien/ui';
import { packedField, reasonField } from './packing-fields.ts';

/** What the form says was packed. A line whose number was not touched is as it was ordered. */
export const packedIn = (form: FormData, { lines }: Pick<ProducerParcel, 'lines'>): BodyOf<typeof packParcel> =>
  check(packParcel.body!, {
    harvestedOn: text(form, 'ngay'),
    lines: lines.flatMap(({ offer, quantity }) => {
      const packed = parseQuantity(text(form, packedField(offer)));
      if (packed === undefined) throw wrong(packedField(offer));
      const reason = ShortSaid.safeParse(text(form, reasonField(offer))).data;
      return packed === quantity ? [] : [{ offer, packed, ...(reason ? { reason } : {}) }];
    }),
  });

const wrong = (field: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'invalid_format', message: 'a quantity' }] });

/** A refusal that names a line, as one of that line's field. */
export const atItsLine = (error: unknown): unknown => {
  if (!(error instanceof Problem) || typeof error.details.offer !== 'string') return error;
  const field = error.code === 'ordering.short-without-reason' ? reasonField : packedField;
  return new Problem(error.code, {
    ...error.details,
    errors: [{ field: field(error.details.offer), rule: 'custom', message: error.code }],
  });
};

/** What to do about each field of the form that was sent. */
export const packingSentences = (form: FormData): FieldSentences =>
  Object.fromEntries(
    [...form.keys()].flatMap((name): [string, string][] => {
      if (name.startsWith('dong-')) return [[name, 'Ghi số đã đóng, không quá số đã đặt và phần cân dư cho phép.']];
      return name.startsWith('ly-do-') ? [[name, 'Đóng thiếu thì chọn lý do, để người mua hiểu.']] : [];
    }),
  );
