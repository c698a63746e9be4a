import type { RequirementView } from '@chophien/contracts';
import { Field, Form, Hidden, type Refusal, StateBadge, Submit } from '@chophien/ui';
import { untilWords } from './application-head.tsx';
import { PaperLink, paperWord } from './paper-link.tsx';
import type { Review } from './reviewed.ts';
import { basisWords, dueWords, isMet, paperStates, reasonWords, requirementStates } from './status-words.ts';

/** Of more groups than these, only these are named beside a requirement. */
const MOST_GROUPS = 4;

interface Props {
  requirement: RequirementView;
  application: Review;
  groups: Readonly<Record<string, string>>;
  refusal: Refusal | undefined;
}

/** Groups of goods by name; of many only the first. */
const groupWords = (groups: readonly string[], names: Readonly<Record<string, string>>): string => {
  const shown = groups.length > MOST_GROUPS + 1 ? groups.slice(0, MOST_GROUPS) : groups;
  const words = shown.map((group) => names[group] ?? group).join(', ');
  return shown.length < groups.length ? `${words} và ${groups.length - shown.length} nhóm hàng khác` : words;
};

/** The papers that would meet it: those handed in lead to their pictures, each look at which is noted. */
const PapersFor = ({ requirement, application }: Pick<Props, 'requirement' | 'application'>) => {
  if (requirement.papers.length === 0) return null;
  const handedIn = application.papers.filter(
    ({ kind, state }) => requirement.papers.includes(kind) && state !== 'replaced',
  );
  if (handedIn.length === 0 && requirement.state !== 'missing') {
    return (
      <p>Hộ không kèm giấy. Hãy xem bản cam kết ký tại xã, hoặc hỏi lại hộ về diện miễn, trước khi ghi kết quả.</p>
    );
  }
  if (handedIn.length === 0) {
    return <p className="text-muted">Chưa có giấy. Nhận một trong: {requirement.papers.map(paperWord).join('; ')}.</p>;
  }
  return (
    <ul>
      {handedIn.map((paper) => (
        <li key={paper.id}>
          <PaperLink paper={paper} /> <StateBadge state={paperStates[paper.state]} />
          {paper.expiresOn && <span className="field-hint"> Giấy có hạn {untilWords(paper.expiresOn)}</span>}
        </li>
      ))}
    </ul>
  );
};

interface CheckProps {
  id: string;
  requirement: string;
  yes: string;
  no: string;
  refusal: Refusal | undefined;
}

/** Two answers to one check: it is right, or it is not and why. */
export const CheckForm = ({ id, requirement, yes, no, refusal }: CheckProps) => {
  const mine = refusal?.typed.requirement === requirement ? refusal : undefined;
  const path = `/ho-so/${id}`;
  return (
    <div className="no-print grid gap-2">
      <Form action={path}>
        <Hidden name="requirement" value={requirement} />
        <Hidden name="go" value="kiem-tra" />
        <div>
          <Submit kind="plain">{yes}</Submit>
        </div>
      </Form>
      <details open={Boolean(mine)}>
        <summary className="inline-block py-3 underline">{no}…</summary>
        <Form action={path}>
          <Hidden name="requirement" value={requirement} />
          <Hidden name="go" value="khong-khop" />
          <Field
            name={`ly-do-${requirement}`}
            label="Lý do"
            hint="Hộ đọc được lý do này. Không ghi số căn cước."
            maxLength={300}
            refusal={mine}
            suggest={['Thông tin không khớp với giấy.', 'Giấy không còn hạn.', 'Ảnh mờ, không đọc được.']}
          />
          <div>
            <Submit kind="warn">{no}</Submit>
          </div>
        </Form>
      </details>
    </div>
  );
};

/** One requirement: what it asks and by which law, how it stands, and the check when it is an official's to make. */
export const RequirementCheck = ({ requirement, application, groups, refusal }: Props) => {
  const { id, title, hint, legalRef, due, state, until, reason, kind } = requirement;
  const said = basisWords(requirement);
  const checks = application.may.includes('verify') && kind === 'verified' && !isMet(requirement) && id !== 'identity';
  return (
    <div className="grid gap-1">
      <p>
        <b>{title}</b> <StateBadge state={requirementStates[state]} /> {until && <span>{untilWords(until)}</span>}
      </p>
      {reason && <p>{reasonWords(reason)}</p>}
      {said && <p>{said}</p>}
      {!isMet(requirement) && <p>{hint}</p>}
      <p className="field-hint">
        {legalRef} · {dueWords[due]}
        {requirement.groups && ` · chỉ với ${groupWords(requirement.groups, groups)}`}
      </p>
      <PapersFor requirement={requirement} application={application} />
      {checks && state !== 'missing' && (
        <CheckForm id={application.id} requirement={id} yes="Đã kiểm tra, đạt" no="Không đạt" refusal={refusal} />
      )}
    </div>
  );
};
