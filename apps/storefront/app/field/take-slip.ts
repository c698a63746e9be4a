import { address, paperBytes, Problem, putFieldSlip, refusal } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/**
 * Hands the photograph in a form's box `slip` to the API as it arrives, under this id; nothing is kept here.
 * @throws Problem papers.unreadable and whatever else is said of it
 */
export const takeSlip = async (
  who: Visitor,
  request: Request,
  { household, paper }: { household: string; paper: string },
): Promise<{ form: FormData; taken: boolean }> => {
  let taken = false;
  const take = async (file: FileUpload) => {
    if (file.fieldName !== 'slip' || file.size === 0) return undefined;
    const answer = await who.raw(address(putFieldSlip.path, { id: household, paper }), {
      method: 'PUT',
      headers: { 'content-type': file.type || 'application/octet-stream' },
      body: await file.arrayBuffer(),
    });
    if (!answer.ok) throw await refusal(answer);
    taken = true;
    return undefined;
  };
  try {
    return { form: await parseFormData(request, { maxFiles: 1, maxFileSize: paperBytes }, take), taken };
  } catch (error) {
    const cause = error instanceof FormDataParseError ? error.cause : error;
    if (isAnswer(cause)) throw cause;
    throw new Problem('papers.too-large', { cause: String(cause) });
  }
};

/** A refusal, or the way to the page to sign in on: anything else is the form's own fault. */
const isAnswer = (cause: unknown): boolean => cause instanceof Problem || cause instanceof Response;
