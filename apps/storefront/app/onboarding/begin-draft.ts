import { randomUUID } from 'node:crypto';
import type { ProducerKind } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { packDraft, unpackDraft } from '../draft.ts';

/** What is answered before there is an application to save it in. Its id exists from the first answer, so beginning twice is once. */
export interface Beginning {
  id: string;
  kind?: ProducerKind;
  name?: string;
}

const COOKIE = 'bat-dau';
const DAYS_KEPT = 14;

export const beginning = ({ cookie, own }: Visitor): Beginning => {
  const { id, kind, name } = unpackDraft<Beginning>(cookie(own(COOKIE))) ?? {};
  return {
    id: typeof id === 'string' ? id : randomUUID(),
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof name === 'string' ? { name } : {}),
  };
};

export const keepBeginning = ({ set, own }: Visitor, draft: Beginning): string =>
  set(own(COOKIE), packDraft(draft), { expires: new Date(Date.now() + DAYS_KEPT * 86_400_000) });

export const dropBeginning = ({ clear, own }: Visitor): string => clear(own(COOKIE));
