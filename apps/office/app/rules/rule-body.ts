import { draftRule } from '@chophien/contracts';
import { optional, text, texts } from '@chophien/site';
import type { z } from 'zod';

export type DraftedRule = z.output<NonNullable<typeof draftRule.body>>;

const shape = draftRule.body!.shape;

/** A version's body field by field: what is not of its shape (an older version may lack a field) is left out. */
export const readBody = (body: Readonly<Record<string, unknown>>): Partial<DraftedRule> => {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(shape)) {
    const found = field.safeParse(body[name]);
    if (found.success) read[name] = found.data;
  }
  return read;
};

/** A draft as the form has it; the contract says what of it is wrong. */
export const draftIn = (form: FormData): Record<string, unknown> => {
  const groups = texts(form, 'groups');
  const months = text(form, 'validMonths');
  const kind = text(form, 'kind');
  return {
    rule: text(form, 'rule'),
    title: text(form, 'title'),
    hint: text(form, 'hint'),
    task: text(form, 'task'),
    kind,
    due: text(form, 'due'),
    producerKinds: texts(form, 'producerKinds'),
    groups: groups.length > 0 ? groups : null,
    papers: texts(form, 'papers'),
    verifier: kind === 'verified' ? text(form, 'verifier') : null,
    validMonths: months === '' ? null : Number(months),
    legalRef: text(form, 'legalRef'),
    validFrom: text(form, 'validFrom'),
    validTo: optional(form, 'validTo') ?? null,
    province: optional(form, 'province') ?? null,
  };
};

/** What to do about each field of the draft form. */
export const draftSentences: Record<string, string> = {
  rule: 'Ghi mã quy định: 2 đến 60 chữ thường không dấu, số và gạch nối, ví dụ an-toan-thuc-pham.',
  title: 'Ghi tên yêu cầu, từ 3 đến 120 chữ.',
  hint: 'Ghi hướng dẫn cho hộ, từ 3 đến 300 chữ.',
  task: 'Chọn yêu cầu này thuộc phần nào của hồ sơ.',
  kind: 'Chọn cách xét yêu cầu. Yêu cầu mới thì hộ tự khai hoặc cán bộ kiểm tra; hệ thống chỉ tự xét được yêu cầu đã có cách tính.',
  due: 'Chọn khi nào phải có.',
  producerKinds: 'Đánh dấu ít nhất một loại hình phải có yêu cầu này.',
  groups: 'Chọn lại nhóm hàng.',
  papers: 'Chọn nhiều nhất 12 loại giấy.',
  verifier: 'Chọn ai kiểm tra, vì yêu cầu này do cán bộ kiểm tra.',
  validMonths: 'Ghi số tháng từ 1 đến 240, hoặc để trống.',
  legalRef: 'Ghi căn cứ pháp lý, từ 3 đến 300 chữ.',
  validFrom: 'Ghi ngày bắt đầu áp dụng, từ hôm nay trở đi: điều đã yêu cầu trước đây không viết lại.',
  validTo: 'Ghi ngày cuối cùng áp dụng, không trước ngày bắt đầu, hoặc để trống.',
  province: 'Chọn phạm vi áp dụng.',
};
