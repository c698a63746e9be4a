import { address, paperBytes, type PaperKind, Problem, putPaper, refusal } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/** Pages a paper has at most. */
export const mostPages = 6;

export interface Sending {
  producer: string;
  /** The paper's, made before the form was shown, so that sending it twice is once. */
  id: string;
  kind: PaperKind;
  /** Of the first file; the others follow. */
  page: number;
  replaces?: string | undefined;
}

/** How far it came: the page that is next, and what stopped it there. */
export interface Sent {
  next: number;
  problem?: Problem;
}

/**
 * Hands the pages of a form to the API one after the other as they arrive, never more than one in memory. What was taken
 * stays taken: the form begins again at the page that was refused.
 */
export const sendPages = async (who: Visitor, request: Request, { page, ...paper }: Sending): Promise<Sent> => {
  let next = page;
  const take = async (file: FileUpload) => {
    if (file.size === 0) return undefined;
    await put(who, { ...paper, page: next }, file);
    next++;
    return undefined;
  };
  try {
    await parseFormData(request, { maxFiles: mostPages, maxFileSize: paperBytes }, take);
    return { next };
  } catch (error) {
    const cause = error instanceof FormDataParseError ? error.cause : error;
    if (error instanceof Response || cause instanceof Response) throw error instanceof Response ? error : cause;
    if (error instanceof Problem) return { next, problem: error };
    return { next, problem: cause instanceof Problem ? cause : new Problem('papers.too-large') };
  }
};

const put = async (who: Visitor, { producer, id, kind, page, replaces }: Sending, file: FileUpload): Promise<void> => {
  const query = { kind, page: String(page), ...(replaces ? { replaces } : {}) };
  const answer = await who.raw(address(putPaper.path, { producer, id }, query), {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return;
  throw await refusal(answer);
};
