import type { ListingDraft } from '@chophien/contracts';
import { ErrorSummary, Page, type Refusal, whenDay } from '@chophien/ui';
import { stepBefore, wayOf } from './judge.ts';
import { withoutCrops } from './kit-of.ts';
import { cropIn, type Kit } from './kit.ts';
import type { Answers } from './answers.ts';
import { type Step, stepPath, titles } from './path.ts';
import { PhoneQueue } from './phone-queue.tsx';
import { StepScreen } from './screens.tsx';
import { script } from './script.ts';
import { Templates } from './templates.tsx';

interface Props {
  step: Step;
  id: string;
  edits: boolean;
  words: string;
  kit: Kit;
  answers: Answers;
  draft: ListingDraft | null;
  producer: string;
  hint: string;
  others: readonly { id: string; name: string; at: string }[];
  refusal: Refusal | undefined;
}

/** One screen of the form, and (for the script) every other: the phone goes on without asking the server anew. */
export const Wizard = (props: Props) => {
  const { step, id, edits, kit, answers, draft, refusal, others } = props;
  const crop = cropIn(kit, answers.commodity);
  const way = wayOf(answers, crop);
  const before = edits && step !== 'xem-lai' ? 'xem-lai' : stepBefore(step, answers, crop);
  return (
    <Page title={titles[step]} narrow hidden refused={Boolean(refusal)}>
      <div
        data-goods=""
        data-person={kit.person}
        data-kit={JSON.stringify(withoutCrops(kit))}
        data-draft={draft ? JSON.stringify(draft) : undefined}
        className="grid gap-4"
      >
        <p className="note" data-offline="" hidden>
          Đang không có mạng. Cứ làm tiếp: mọi thứ ghi lại trên máy này, có mạng máy tự gửi.
        </p>
        <div className="grid gap-4" data-wizard="" data-id={id} data-step={step}>
          <p className="flex justify-between gap-4">
            <a className="inline-block py-3" href={before ? stepPath(before, id) : '/ban-hang'} data-back="">
              ‹ {before ? 'Quay lại' : 'Trang bán hàng'}
            </a>
            <span className="field-hint self-center" data-slot="where">
              {way.includes(step) && `Bước ${way.indexOf(step) + 1} trên ${way.length}`}
            </span>
          </p>
          <h1 tabIndex={-1}>{titles[step]}</h1>
          <ErrorSummary refusal={refusal} />
          {others.length > 0 && <Others others={others} />}
          <div className="grid gap-4" data-screen="">
            <StepScreen {...props} />
          </div>
          <p role="status" className="field-hint empty:hidden" data-slot="kept" />
        </div>
        <PhoneQueue />
      </div>
      <Templates kit={{ ...kit, producers: [] }} />
      <script src={script} defer />
    </Page>
  );
};

/** What was begun before and not handed in. */
const Others = ({ others }: { others: Props['others'] }) => (
  <details className="panel">
    <summary className="py-2 font-bold">Soạn dở: {others.length} món</summary>
    <ul>
      {others.map(({ id, name, at }) => (
        <li key={id}>
          <a className="inline-block py-3" href={stepPath('xem-lai', id)}>
            {name || 'Món chưa có tên'}
          </a>{' '}
          <span className="field-hint">sửa ngày {whenDay(at)}</span>
        </li>
      ))}
    </ul>
  </details>
);
