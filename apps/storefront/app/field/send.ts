import {
  type FieldEntry,
  type FieldResult,
  Problem,
  type ProblemCode,
  problems,
  sendFieldEntry,
} from '@chophien/contracts';
import { text, type Visitor } from '@chophien/site';
import { type Refusal, refusalOf } from '@chophien/ui';
import { bodyOf, type Kind } from './entry.ts';
import { sentences } from './words.ts';

/** An entry as it left a form or a phone; the API judges it. */
export interface SentEntry {
  id: string;
  kind: Kind;
  household: string;
  at: string;
  sent?: string | undefined;
  body: Record<string, unknown>;
}

/** What says nothing about the entry: who may not (any more) be here, and what passes by itself. */
const isOther = ({ status }: Problem): boolean => status === 401 || status === 403 || status === 429 || status >= 500;

/** Sends one entry. What is wrong with it is an answer; a line that is down, or a right that ended, is thrown. */
export const sendEntry = async ({ call }: Visitor, entry: SentEntry): Promise<FieldResult> => {
  try {
    return await call(sendFieldEntry, { body: entry as unknown as FieldEntry });
  } catch (error) {
    if (!(error instanceof Problem) || isOther(error)) throw error;
    const { errors, ...details } = error.details;
    const problem = { code: error.code, details, errors: (errors ?? []) as never[] };
    return { id: entry.id, outcome: 'refused', problem, conflicts: [], twins: [], household: null };
  }
};

/** The entry a page's form makes: its id and instant came with the page, so that the same press again is the same entry. */
export const entryOf = (kind: Kind, household: string, form: FormData, paper?: string): SentEntry => {
  const id = text(form, 'id');
  const at = text(form, 'at');
  return { id, kind, household, at, body: bodyOf(kind, form, { at, paper }) };
};

/** What was refused, for the form; nothing when it was not. */
export const refusalIn = (said: FieldResult, entry: SentEntry, form: FormData): Refusal | undefined => {
  if (!said.problem) return undefined;
  const { code, details, errors } = said.problem;
  const known = (code in problems ? code : 'platform.failed') as ProblemCode;
  return refusalOf({ code: known, details: { ...details, errors } }, form, sentences, fieldIn(entry));
};

/** `body.body.phones[0]` is `phones`; `answers[1].value` is the item that was answered second. */
const fieldIn =
  ({ body }: SentEntry) =>
  (field: string): string => {
    const place = /answers\[(\d+)\]/.exec(field)?.[1];
    const answers = body.answers as { item: string }[] | undefined;
    if (place !== undefined) return answers?.[Number(place)]?.item ?? 'answers';
    const name =
      field
        .replace(/\[\d+\]/g, '')
        .split('.')
        .at(-1) ?? field;
    return name === 'commune' || name === 'hamlet' ? 'where' : name === 'paper' ? 'slip' : name;
  };
