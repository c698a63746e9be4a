import { Problem } from '@chophien/contracts';
import { text } from '@chophien/site';

/** What to do about each field of the suspension form. */
export const suspensionSentences: Record<string, string> = {
  way: 'Chọn một trong hai cách tạm ngừng.',
  order: 'Ghi số văn bản của cơ quan có thẩm quyền, từ 2 đến 80 chữ.',
  reason: 'Ghi lý do, từ 5 đến 300 chữ: hộ sẽ đọc.',
};

/**
 * A suspension as the contract has it, out of a form that asks for the way first: nobody suspends at once because a box was
 * left empty, and nobody gives notice because a number was forgotten.
 * @throws Problem `platform.invalid-input` naming `way` or `order`
 */
export const suspensionIn = (form: FormData): { reason: string; order?: string } => {
  const way = text(form, 'way');
  const order = text(form, 'order');
  const reason = text(form, 'reason');
  const wrong = (field: string) =>
    new Problem('platform.invalid-input', { errors: [{ field, rule: 'required', message: field }] });
  if (way !== 'order' && way !== 'notice') throw wrong('way');
  if (way === 'order' && order.length < 2) throw wrong('order');
  if (way === 'notice' && order !== '') throw wrong('way');
  return way === 'order' ? { reason, order } : { reason };
};
