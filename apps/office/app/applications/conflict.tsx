import { Note, type Refusal, when } from '@chophien/ui';
import { historyWords } from './history-words.ts';
import type { Review } from './reviewed.ts';
import { statusWords } from './status-words.ts';

const overtaken = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'onboarding.illegal-step' || refusal?.code === 'onboarding.taken-by-another';

/** Somebody was quicker: who did what, and that the page shows the newest. */
export const Conflict = ({ refusal, application }: { refusal: Refusal | undefined; application: Review }) => {
  if (!overtaken(refusal)) return null;
  const last = application.history.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  const { status, reviewer } = application;
  return (
    <Note tone="warn">
      <h2>Đồng nghiệp vừa làm trước bạn</h2>
      <p>
        {last && (
          <>
            {last.by ?? 'Một cán bộ'}: {historyWords(last.what).toLowerCase()}, lúc {when(last.at)}.{' '}
          </>
        )}
        Nay hồ sơ ở mục “{statusWords[status].word}”{reviewer && `, ${reviewer.name ?? 'một cán bộ'} đang xem`}. Việc
        bạn vừa bấm chưa được ghi; trang này đang hiện bản mới nhất.
      </p>
    </Note>
  );
};
