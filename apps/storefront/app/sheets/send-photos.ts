import { randomUUID } from 'node:crypto';
import {
  completeGoodsRow,
  type GoodsRow,
  mostPictures,
  pictureBytes,
  PictureView,
  Problem,
  refusal,
} from '@chophien/contracts';
import { fold } from '@chophien/kernel';
import type { Visitor } from '@chophien/site';
import { type FileUpload, FormDataParseError, parseFormData } from '@remix-run/form-data-parser';

/** Photographs at once: what is shrunk on the phone first is small. */
export const mostPhotos = 60;

export interface PhotosSent {
  form: FormData;
  /** Names of files that no row names. */
  unknown: string[];
  handedIn: number;
  /** The first refusal; what came before it stands. */
  problem: Problem | undefined;
}

const bare = (name: string): string => fold(name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{2,5}$/i, ''));

/**
 * Gives rows their pictures: all of the form go to the row it names, else each to the rows that name its file. They are handed on
 * as they arrive, never more than one in memory; a row is handed in with what came for it.
 */
export const sendPhotos = async (
  who: Visitor,
  request: Request,
  { sheet, rows }: { sheet: string; rows: readonly GoodsRow[] },
): Promise<PhotosSent> => {
  const naming = (name: string): GoodsRow[] => rows.filter((row) => row.pictureNames.some((one) => bare(one) === name));
  const taken = new Map<string, { at: number; id: string }[]>();
  const unknown: string[] = [];
  const asked = new URL(request.url).searchParams.get('mon');
  const only = rows.find(({ id }) => id === asked);
  const take = async (file: FileUpload) => {
    if (file.size === 0) return undefined;
    const name = bare(file.name);
    const of = only ? [only] : naming(name);
    if (of.length === 0) {
      if (unknown.length < 20) unknown.push(file.name.slice(0, 60));
      return undefined;
    }
    const { id } = await put(who, file);
    for (const row of of) {
      const pictures = taken.get(row.id) ?? [];
      if (pictures.length < mostPictures) pictures.push({ at: row.pictureNames.map(bare).indexOf(name), id });
      taken.set(row.id, pictures);
    }
    return undefined;
  };
  let form = new FormData();
  let problem: Problem | undefined;
  try {
    form = await parseFormData(request, { maxFiles: mostPhotos, maxFileSize: pictureBytes }, take);
  } catch (error) {
    const cause = error instanceof FormDataParseError ? error.cause : error;
    if (error instanceof Response || cause instanceof Response) throw error instanceof Response ? error : cause;
    problem = cause instanceof Problem ? cause : new Problem('catalogue.picture-too-large', { cause: String(cause) });
  }
  let handedIn = 0;
  for (const [row, pictures] of taken) {
    if (pictures.length === 0) continue;
    try {
      const ids = pictures.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
      await who.call(completeGoodsRow, { params: { id: sheet, row }, body: { pictures: ids } });
      handedIn += 1;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem ??= error;
    }
  }
  return { form, unknown, handedIn, problem };
};

const put = async (who: Visitor, file: FileUpload): Promise<PictureView> => {
  const answer = await who.raw(`/pictures/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: await file.arrayBuffer(),
  });
  if (answer.ok) return PictureView.parse(await answer.json());
  throw await refusal(answer);
};
