import { Field, Form, Hidden, type Refusal, Submit, typedOr } from '@chophien/ui';

interface Props {
  date: string;
  refusal: Refusal | undefined;
}

/** A box of a form that stands on the page once for each day. */
const Box = ({
  name,
  date,
  label,
  hint,
  refusal,
  number,
}: Props & { name: string; label: string; hint?: string; number?: boolean }) => {
  const wrong = refusal?.fields[name];
  const id = `${name}-${date}`;
  const typed = refusal?.typed[name];
  return (
    // The summary of what is wrong leads to the name alone.
    <div className={wrong ? 'field wrong' : 'field'} id={wrong ? name : undefined}>
      <label className="field-name" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <p className="field-wrong" id={`${id}-loi`}>
          {wrong}
        </p>
      )}
      <input
        className="input"
        id={id}
        name={name}
        inputMode={number ? 'numeric' : undefined}
        maxLength={number ? 4 : 200}
        autoComplete="off"
        defaultValue={typeof typed === 'string' ? typed : ''}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={[hint ? `${id}-hint` : '', wrong ? `${id}-loi` : ''].filter(Boolean).join(' ') || undefined}
      />
    </div>
  );
};

/** Guests called: how many come. */
export const CallField = ({ date, left, refusal }: Props & { left: number }) => (
  <>
    <Box
      name="places"
      date={date}
      label="Khách gọi điện đặt mấy chỗ?"
      hint={`Nhiều nhất ${left} chỗ.`}
      refusal={refusal}
      number
    />
    <Submit kind="plain" name="go" value="giu">
      Giữ chỗ
    </Submit>
  </>
);

/** Why a day is off; asked for where guests have booked. */
export const ReasonField = ({ date, taken, refusal }: Props & { taken: number }) => (
  <>
    <Box
      name="reason"
      date={date}
      label={taken > 0 ? 'Vì sao hủy?' : 'Vì sao hủy? (không bắt buộc)'}
      {...(taken > 0 ? { hint: `Đã có ${taken} chỗ đặt trước: hủy xong, hãy gọi báo cho khách.` } : {})}
      refusal={refusal}
    />
    <Submit kind="warn" name="go" value="huy">
      Hủy ngày này
    </Submit>
  </>
);

/** One more day, with its hour and its places. */
export const AddDay = ({ once, refusal }: { once: string; refusal: Refusal | undefined }) => {
  const wrong = refusal?.fields.startsAt;
  const typed = (name: string): string => typedOr(refusal, name);
  return (
    <section className="panel grid gap-3">
      <h2>Thêm ngày</h2>
      <Form>
        <Hidden name="id" value={once} />
        <fieldset className={wrong ? 'field wrong' : 'field'} id="startsAt">
          <legend className="sr-only">Ngày và giờ đón khách</legend>
          {wrong && <p className="field-wrong">{wrong}</p>}
          <div className="grid grid-cols-2 gap-3">
            <label>
              <span className="field-name">Ngày</span>
              <input className="input" type="date" name="day" defaultValue={typed('day')} />
            </label>
            <label>
              <span className="field-name">Giờ</span>
              <input className="input" type="time" name="hour" defaultValue={typed('hour') || '08:00'} />
            </label>
          </div>
        </fieldset>
        <Field name="places" label="Số chỗ" inputMode="numeric" maxLength={4} autoComplete="off" refusal={refusal} />
        <Submit name="go" value="them">
          Thêm ngày
        </Submit>
      </Form>
    </section>
  );
};
