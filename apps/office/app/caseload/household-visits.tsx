import type { CaseDetail } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Field, Form, Hidden, type Refusal, Submit, TextArea } from '@chophien/ui';
import { ofForm } from '../attempt.ts';
import { visitWords } from './case-words.ts';

/** The visits to a household: the next one, one to be noted, and those that were made. */
export const Visits = ({
  one,
  today,
  visit,
  refusal,
}: {
  one: CaseDetail;
  today: string;
  visit: string;
  refusal: Refusal | undefined;
}) => {
  const planned = one.visits.filter(({ visitedOn }) => !visitedOn);
  const made = one.visits.filter(({ visitedOn }) => visitedOn);
  return (
    <section className="panel grid gap-3">
      <h2>Đến thăm</h2>
      <p>Hẹn đến: {visitWords(one)}</p>
      {planned.map((each) => (
        <div key={each.id} className="no-print flex flex-wrap items-center gap-3">
          <span>
            {each.plannedFor && formatDay(each.plannedFor)}
            {each.by && `, ${each.by} đi`}
          </span>
          <Form>
            <Hidden name="visit" value={each.id} />
            <Submit kind="plain" name="go" value="bo-hen">
              Bỏ lịch này
            </Submit>
          </Form>
        </div>
      ))}
      <details className="no-print" open={Boolean(ofForm(refusal, 'hen'))}>
        <summary className="chip">Hẹn ngày đến</summary>
        <div className="mt-3">
          <Form>
            <Hidden name="visit" value={visit} />
            <Field name="day" type="date" label="Ngày đến" min={today} refusal={ofForm(refusal, 'hen')} />
            <div>
              <Submit kind="plain" name="go" value="hen">
                Ghi lịch hẹn
              </Submit>
            </div>
          </Form>
        </div>
      </details>
      <details className="no-print" open={Boolean(ofForm(refusal, 'tham'))}>
        <summary className="chip">Ghi lần đã đến</summary>
        <div className="mt-3">
          <Form>
            <Hidden name="visit" value={visit} />
            <Field
              name="day"
              type="date"
              label="Ngày đã đến"
              value={today}
              max={today}
              refusal={ofForm(refusal, 'tham')}
            />
            <TextArea name="done" label="Đã làm gì" rows={3} maxLength={600} refusal={ofForm(refusal, 'tham')} />
            <TextArea
              name="missing"
              label="Còn thiếu gì (nếu có)"
              rows={2}
              maxLength={600}
              refusal={ofForm(refusal, 'tham')}
            />
            <Field name="next" type="date" label="Hẹn lần sau (nếu có)" min={today} refusal={ofForm(refusal, 'tham')} />
            <div>
              <Submit kind="plain" name="go" value="tham">
                Ghi lần đến thăm
              </Submit>
            </div>
          </Form>
        </div>
      </details>
      {made.length === 0 && <p className="text-muted">Chưa ai đến thăm hộ này.</p>}
      <ul className="grid gap-2">
        {made.map((each) => (
          <li key={each.id} className="border-l-4 border-[var(--color-line)] pl-3">
            <b>{each.visitedOn && formatDay(each.visitedOn)}</b>
            {each.by && `, ${each.by}`}
            {each.done && <p className="whitespace-pre-line">{each.done}</p>}
            {each.missing && <p className="whitespace-pre-line text-muted">Còn thiếu: {each.missing}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
};
