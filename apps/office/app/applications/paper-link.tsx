import { type PaperKind, paperKinds } from '@chophien/contracts';
import type { Review } from './reviewed.ts';

/** Where a paper can be seen; one whose bytes are destroyed only says what it was. */
export const PaperLink = ({ paper: { id, kind, sheets } }: { paper: Review['papers'][number] }) =>
  sheets.length > 0 ? (
    <a className="inline-block py-2" href={`/giay-to/${id}`}>
      {paperKinds[kind]}
    </a>
  ) : (
    <>
      {paperKinds[kind]} <small className="font-normal text-muted">ảnh đã huỷ</small>
    </>
  );

export const paperWord = (kind: string): string => paperKinds[kind as PaperKind] ?? kind;
