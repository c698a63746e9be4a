import type { ApplicationView } from '@chophien/contracts';
import { Field, Form, type Refusal, Submit } from '@chophien/ui';
import { itemWords, items, remarksOf } from './item-words.ts';

interface Props {
  application: ApplicationView;
  refusal: Refusal | undefined;
}

/** What to correct, item by item, with the reason the applicant will read. */
export const ReturnForm = ({ application, refusal }: Props) => {
  const before = remarksOf(application);
  const typed = refusal?.typed.item;
  const ticked = typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
  const wrong = refusal?.fields.item;
  return (
    <Form action={`/ho-so/${application.id}`}>
      <fieldset className={wrong ? 'field wrong' : 'field'} id="item" aria-describedby={wrong ? 'item-loi' : undefined}>
        <legend className="field-name">Mục nào cần sửa?</legend>
        <p className="field-hint">
          Đánh dấu từng mục và ghi lý do bằng lời dễ hiểu. Người nộp chỉ phải sửa các mục này.
        </p>
        {wrong && (
          <p className="field-wrong" id="item-loi">
            {wrong}
          </p>
        )}
        <ul className="mt-2 grid gap-3">
          {items.map((item) => (
            <li key={item} className="grid gap-1 md:grid-cols-[15rem_1fr] md:items-end md:gap-4">
              <label className="choice">
                <input type="checkbox" name="item" value={item} defaultChecked={ticked.includes(item)} />
                <span>{itemWords[item]}</span>
              </label>
              <Field
                name={`reason-${item}`}
                label={
                  <>
                    Lý do<span className="sr-only"> cho mục {itemWords[item]}</span>
                  </>
                }
                hint={before.has(item) ? `Lần trước đã ghi: ${before.get(item)}` : undefined}
                maxLength={300}
                refusal={refusal}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <Submit kind="warn" name="go" value="tra-lai">
          Trả lại hồ sơ
        </Submit>
      </div>
    </Form>
  );
};
