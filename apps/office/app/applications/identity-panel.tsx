import { isCitizenCard } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Note, type Refusal, StateBadge } from '@chophien/ui';
import { untilWords } from './application-head.tsx';
import { PaperLink } from './paper-link.tsx';
import { CheckForm } from './requirement-check.tsx';
import type { Review } from './reviewed.ts';

const states = {
  waiting: { word: 'Chờ kiểm tra', tone: 'wait' },
  verified: { word: 'Đã kiểm tra', tone: 'good' },
  refused: { word: 'Không khớp', tone: 'bad' },
  expired: { word: 'Cần kiểm tra lại', tone: 'bad' },
} as const;

const methods = { manual: 'Cán bộ xem căn cước', vneid: 'VNeID' } as const;

/** Who the head is, as it was said, for an officer with the card in hand. The number is never shown whole. */
export const IdentityPanel = ({ application, refusal }: { application: Review; refusal: Refusal | undefined }) => {
  const { identity, may, id, papers } = application;
  if (!identity) return <Note>Hộ chưa khai căn cước. Chưa khai thì chưa kiểm tra được.</Note>;
  const { fullName, birthDate, numberEnd, state, method, until, reason } = identity;
  const cards = papers.filter((paper) => isCitizenCard(paper.kind) && paper.state !== 'replaced');
  const checks = may.includes('verify') && state !== 'verified';
  return (
    <section className="grid gap-2" aria-labelledby="can-cuoc" id="identity">
      <h3 id="can-cuoc" className="flex flex-wrap items-center gap-2">
        Căn cước <StateBadge state={states[state]} />
      </h3>
      <dl className="facts">
        <dt>Họ và tên</dt>
        <dd>{fullName}</dd>
        <dt className="no-print">Ngày sinh</dt>
        <dd className="no-print">{formatDay(birthDate)}</dd>
        <dt className="no-print">Ba số cuối</dt>
        <dd className="no-print">
          <b>{numberEnd}</b>
        </dd>
        <dt>Cách kiểm tra</dt>
        <dd>
          {methods[method]} {until && <span>{untilWords(until)}</span>}
        </dd>
      </dl>
      {reason && <p>Lý do: {reason}</p>}
      {cards.length > 0 && (
        <ul className="no-print flex flex-wrap gap-x-4">
          {cards.map((paper) => (
            <li key={paper.id}>
              <PaperLink paper={paper} />
            </li>
          ))}
        </ul>
      )}
      {state !== 'verified' && (
        <p className="field-hint no-print">
          Số căn cước không hiện đầy đủ ở bất cứ đâu. Xem thẻ tại bàn
          {cards.length > 0 && ' hoặc mở ảnh thẻ ở trên'}, rồi đối chiếu họ tên, ngày sinh và ba số cuối.
        </p>
      )}
      {checks && (
        <CheckForm id={id} requirement="identity" yes="Đã kiểm tra căn cước" no="Không khớp" refusal={refusal} />
      )}
    </section>
  );
};
