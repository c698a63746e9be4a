import { randomUUID } from 'node:crypto';
import {
  address,
  fileRefusedWords,
  importBytes,
  ImportView,
  Problem,
  type ProblemCode,
  putImport,
  refusal,
} from '@chophien/contracts';
import { text, type Visitor } from '@chophien/site';

interface Sent {
  commune: string;
  cooperative?: string | undefined;
  continues?: string | undefined;
}

/**
 * Hands the file of a form (`tep`) to the API; what it is, the API judges by its bytes. The sentences are filled with the
 * reason when it is refused.
 * @throws Problem naming `tep`
 */
export const sendList = async (who: Visitor, form: FormData, sent: Sent, sentences: Record<string, string>) => {
  const refuse = (code: ProblemCode, words: string): never => {
    sentences.tep = words;
    throw new Problem(code, { errors: [{ field: 'tep', rule: 'file', message: '' }] });
  };
  const file = form.get('tep');
  if (!(file instanceof File) || file.size === 0)
    return refuse('platform.invalid-input', 'Chọn tệp danh sách: Excel (.xlsx) hoặc CSV.');
  if (file.size > importBytes) return refuse('caseload.file-too-large', fileRefusedWords('too-large', null) ?? '');
  // Made by the form, so that a second tap is the same file.
  const id = /^[0-9a-f-]{36}$/.test(text(form, 'id')) ? text(form, 'id') : randomUUID();
  const query = new URLSearchParams({ commune: sent.commune, file: file.name.slice(0, 200) });
  if (sent.cooperative) query.set('cooperative', sent.cooperative);
  if (sent.continues) query.set('continues', sent.continues);
  const answer = await who.raw(`${address(putImport.path, { id })}?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return ImportView.parse(await answer.json());
  const problem = await refusal(answer);
  const { code, details } = problem;
  if (code === 'caseload.file-unreadable' || code === 'caseload.file-too-large') {
    return refuse(
      code,
      fileRefusedWords(details.reason, details.about) ?? 'Không đọc được tệp này. Hãy lưu lại dưới dạng .xlsx.',
    );
  }
  throw problem;
};
