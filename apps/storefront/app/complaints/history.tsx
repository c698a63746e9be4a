import type { ComplaintDetail } from '@chophien/contracts';
import { Note, when } from '@chophien/ui';
import { outcomeWords } from './words.ts';

type Side = 'complainant' | 'producer';

const named = (me: Side, from: ComplaintDetail['notes'][number]['from'], by: string | null): string => {
  if (from === me) return 'Bạn';
  if (from === 'office') return by ?? 'Cán bộ xã';
  return from === 'producer' ? 'Người bán' : 'Người khiếu nại';
};

const kinds = { words: '', decision: ' quyết định', reopening: ' mở lại' };

/** What was decided and why. */
export const Decision = ({ outcome, reason, authority }: ComplaintDetail) =>
  outcome && (
    <Note tone="good">
      <p>
        <b>Quyết định: {outcomeWords[outcome]}.</b>
        {authority && ` Nơi nhận: ${authority}.`}
      </p>
      <p className="whitespace-pre-line break-words">Lý do: {reason}</p>
    </Note>
  );

/** All that was written, the oldest first. */
export const History = ({ notes, me }: Pick<ComplaintDetail, 'notes'> & { me: Side }) => (
  <section className="grid gap-3">
    <h2>Đã viết</h2>
    <ol className="grid gap-2">
      {notes.map(({ at, from, kind, by, outcome, text }) => (
        <li key={`${at} ${text}`} className={from === 'office' ? 'note' : 'panel'}>
          <p className="field-hint">
            <b>
              {named(me, from, by)}
              {kinds[kind]}
            </b>
            , {when(at)}
          </p>
          {outcome && <p>{outcomeWords[outcome]}</p>}
          <p className="whitespace-pre-line break-words">{text}</p>
        </li>
      ))}
    </ol>
  </section>
);
