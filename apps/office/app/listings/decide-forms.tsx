import { returnReasons } from '@chophien/contracts';
import { Badge, Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import type { Review } from './listing-words.ts';
import { inOrder } from './remarks.ts';

interface Props {
  review: Review;
  next: string | null;
  refusal: Refusal | undefined;
}

/** Let it be shown in one tap; or tick what to mend. Both are about the version that is on the screen. */
export const DecideForms = ({ review, next, refusal }: Props) => {
  const { listing, findings, edit } = review;
  const noticed = findings.map(({ reason }) => reason);
  const action = `/mon-hang/${listing.id}`;
  const ticked = [refusal?.typed.reason ?? []].flat();
  const wrong = refusal?.fields.reason;
  // Nothing of it waits: what is handed back is what buyers see now.
  const hides = listing.state === 'published' && listing.review?.state !== 'in_review';
  return (
    <section className="panel no-print grid gap-4">
      <h2>Quyết định</h2>
      {review.may.includes('approve') && (
        <Form action={action}>
          <Hidden name="version" value={listing.version} />
          <Hidden name="tiep" value={next ?? ''} />
          <Hidden name="go" value="duyet" />
          <Submit wide>{edit ? 'Duyệt phần sửa' : 'Duyệt, cho hiện trên chợ'}</Submit>
        </Form>
      )}
      {review.may.includes('return') && (
        <Form action={action}>
          <Hidden name="version" value={listing.version} />
          <Hidden name="tiep" value={next ?? ''} />
          <Hidden name="go" value="tra-lai" />
          <fieldset className={wrong ? 'field wrong' : 'field'} id="reason" aria-describedby="reason-hint">
            <legend className="field-name">
              {hides ? 'Ẩn khỏi chợ: cần sửa điều gì?' : 'Hoặc trả lại: cần sửa điều gì?'}
            </legend>
            <p className="field-hint" id="reason-hint">
              Hộ đọc được việc cần làm bằng lời dễ hiểu. Ghi thêm thì hộ đọc cả lời bạn ghi.
            </p>
            {wrong && <p className="field-wrong">{wrong}</p>}
            <ul className="grid gap-1">
              {inOrder(noticed).map((reason) => (
                <li key={reason} className="remark grid gap-1">
                  <label className="choice">
                    <input type="checkbox" name="reason" value={reason} defaultChecked={ticked.includes(reason)} />
                    <span>
                      {returnReasons[reason].label}
                      {noticed.includes(reason) && (
                        <>
                          {' '}
                          <Badge tone="wait">Máy nhắc</Badge>
                        </>
                      )}
                    </span>
                  </label>
                  <Field
                    name={`words-${reason}`}
                    label={
                      <>
                        {reason === 'other' ? 'Việc cần làm' : 'Ghi thêm cho hộ, nếu cần'}
                        <span className="sr-only">: {returnReasons[reason].label}</span>
                      </>
                    }
                    hint={reason === 'other' ? undefined : `Hộ đọc: ${returnReasons[reason].todo}`}
                    maxLength={300}
                    autoComplete="off"
                    refusal={refusal}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
          <Submit kind="warn">{hides ? 'Ẩn khỏi chợ và trả lại' : 'Trả lại để sửa'}</Submit>
        </Form>
      )}
    </section>
  );
};
