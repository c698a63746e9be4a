import { randomUUID } from 'node:crypto';
import { paperBytes, type PaperKind, Problem, putPaper, refusal } from '@chophien/contracts';
import { address } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/** A paper that was handed in with a form: which box it came in, and its id. */
export interface TakenPaper {
  box: string;
  id: string;
}

/**
 * Hands the papers of a form to the API one after the other, as they arrive: never more than one in memory, nothing kept
 * here. `kindOf` says which kind of paper a box is for. What it really is, the API judges by the bytes.
 * @throws Problem of the first that was refused
 */
export const takePapers = async (
  who: Visitor,
  request: Request,
  producer: string,
  kindOf: (box: string) => PaperKind | undefined,
): Promise<{ form: FormData; taken: TakenPaper[] }> => {
  const taken: TakenPaper[] = [];
  const take = async (file: FileUpload) => {
    const kind = kindOf(file.fieldName);
    if (file.size > 0 && kind) taken.push({ box: file.fieldName, id: await put(who, producer, kind, file) });
    return undefined;
  };
  try {
    return { form: await parseFormData(request, { maxFiles: 4, maxFileSize: paperBytes }, take), taken };
  } catch (error) {
    if (isAnswer(error)) throw error;
    const cause = error instanceof FormDataParseError ? error.cause : error;
    if (isAnswer(cause)) throw cause;
    throw new Problem('papers.too-large', { cause: String(cause) });
  }
};

/** A refusal, or the way to the page to sign in on: anything else is the form's own fault. */
const isAnswer = (error: unknown): boolean => error instanceof Problem || error instanceof Response;

const put = async (who: Visitor, producer: string, kind: PaperKind, file: FileUpload): Promise<string> => {
  const id = randomUUID();
  const answer = await who.raw(address(putPaper.path, { producer, id }, { kind }), {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return id;
  throw await refusal(answer);
};
