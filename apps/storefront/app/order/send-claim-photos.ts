import { address, mostClaimPhotos, pictureBytes, Problem, putClaimPhoto, refusal } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/** Hands the photographs of a claim on as they arrive, never more than one in memory, and answers the rest of the form. */
export const sendClaimPhotos = async (
  { raw }: Visitor,
  request: Request,
  { code, id, key }: { code: string; id: string; key: string },
): Promise<{ form: FormData; problem: Problem | undefined }> => {
  let problem: Problem | undefined;
  const take = async (file: FileUpload) => {
    if (file.size === 0 || problem) return undefined;
    const path = address(putClaimPhoto.path, { code, id, photo: crypto.randomUUID() }, { key });
    const headers = { 'content-type': file.type || 'application/octet-stream' };
    const answer = await raw(path, { method: 'PUT', headers, body: await file.arrayBuffer() });
    if (answer.ok) return undefined;
    problem = await refusal(answer);
    return undefined;
  };
  try {
    const form = await parseFormData(request, { maxFiles: mostClaimPhotos, maxFileSize: pictureBytes }, take);
    return { form, problem };
  } catch (error) {
    if (error instanceof FormDataParseError) {
      return { form: new FormData(), problem: new Problem('catalogue.picture-too-large') };
    }
    throw error;
  }
};
