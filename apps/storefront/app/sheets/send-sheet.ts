import { randomUUID } from 'node:crypto';
import {
  address,
  goodsFileWords,
  goodsSheetBytes,
  GoodsSheetView,
  Problem,
  type ProblemCode,
  putGoodsSheet,
  refusal,
} from '@chophien/contracts';
import { text, type Visitor } from '@chophien/site';

/**
 * Hands the file of a form (`tep`) to the API; what it is, the API judges by its bytes. The sentences are filled with the
 * reason when it is refused.
 * @throws Problem naming `tep`
 */
export const sendSheet = async (
  who: Visitor,
  form: FormData,
  { producer, continues }: { producer: string; continues?: string },
  sentences: Record<string, string>,
): Promise<GoodsSheetView> => {
  const refuse = (code: ProblemCode, words: string): never => {
    sentences.tep = words;
    throw new Problem(code, { errors: [{ field: 'tep', rule: 'file', message: '' }] });
  };
  const file = form.get('tep');
  if (!(file instanceof File) || file.size === 0) {
    return refuse('platform.invalid-input', 'Chọn tệp bảng hàng: Excel (.xlsx) hoặc CSV.');
  }
  if (file.size > goodsSheetBytes) return refuse('sheets.file-too-large', goodsFileWords('too-large', null) ?? '');
  // Made by the form, so that a second tap is the same file.
  const id = /^[0-9a-f-]{36}$/.test(text(form, 'id')) ? text(form, 'id') : randomUUID();
  const query = new URLSearchParams({ producer, file: file.name.slice(0, 200), ...(continues ? { continues } : {}) });
  const answer = await who.raw(`${address(putGoodsSheet.path, { id })}?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return GoodsSheetView.parse(await answer.json());
  const problem = await refusal(answer);
  const { code, details } = problem;
  if (code === 'sheets.file-unreadable' || code === 'sheets.file-too-large') {
    return refuse(
      code,
      goodsFileWords(details.reason, details.about) ?? 'Không đọc được tệp này. Hãy lưu lại dưới dạng .xlsx.',
    );
  }
  throw problem;
};
