import { randomUUID } from 'node:crypto';
import { mostPictures, pictureBytes, PictureView, Problem, refusal } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/**
 * Hands the pictures of a form to the API one after the other, as they arrive: never more than one in memory. What is a
 * picture and what is not, the API decides by the bytes.
 * @throws Problem of the first that was refused
 */
export const takePictures = async (
  who: Visitor,
  request: Request,
): Promise<{ form: FormData; taken: PictureView[] }> => {
  const taken: PictureView[] = [];
  const take = async (file: FileUpload) => {
    if (file.size > 0) taken.push(await put(who, file));
    return undefined;
  };
  try {
    const limits = { maxFiles: mostPictures, maxFileSize: pictureBytes };
    return { form: await parseFormData(request, limits, take), taken };
  } catch (error) {
    if (isAnswer(error)) throw error;
    const cause = error instanceof FormDataParseError ? error.cause : error;
    if (isAnswer(cause)) throw cause;
    throw new Problem('catalogue.picture-too-large', { cause: String(cause) });
  }
};

/** A refusal, or the way to the page to sign in on: anything else is the form's own fault. */
const isAnswer = (error: unknown): boolean => error instanceof Problem || error instanceof Response;

const put = async (who: Visitor, file: FileUpload): Promise<PictureView> => {
  const answer = await who.raw(`/pictures/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return PictureView.parse(await answer.json());
  throw await refusal(answer);
};
