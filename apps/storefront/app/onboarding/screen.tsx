import { ErrorSummary, Note, Page, type Refusal } from '@chophien/ui';
import type { ReactNode } from 'react';
import { Enhance } from '../share.tsx';

interface Props {
  title: string;
  /** The heading, when it is not the label of the page's one field. */
  heading?: boolean;
  back: string;
  backWords?: string;
  refusal: Refusal | undefined;
  /** What an officer wrote on exactly this. */
  remark?: string | undefined;
  children: ReactNode;
}

/** One question on a page: the way back, what the officer said of it, what was refused. */
export const Screen = ({ title, heading, back, backWords = 'Quay lại', refusal, remark, children }: Props) => (
  <Page title={title} narrow hidden refused={Boolean(refusal)}>
    <p>
      <a className="inline-block py-3" href={back}>
        ‹ {backWords}
      </a>
    </p>
    {heading && <h1>{title}</h1>}
    <ErrorSummary refusal={refusal} />
    {remark && (
      <Note tone="warn">
        <b>Cán bộ xã ghi:</b> {remark}
      </Note>
    )}
    {children}
    <Enhance />
  </Page>
);

/** A label as large as a heading, because it is the page's heading too, to the eye and to a screen reader. */
export const AsHeading = ({ children }: { children: ReactNode }) => (
  <span className="text-[1.625rem] leading-snug" role="heading" aria-level={1}>
    {children}
  </span>
);

/** What may be left out now; the list of tasks keeps it open. */
export const Later = ({ to, children = 'Để sau' }: { to: string; children?: ReactNode }) => (
  <p className="text-center">
    <a className="inline-block px-4 py-3" href={to}>
      {children}
    </a>
  </p>
);
