import { Choices, Field, Hidden, type Refusal, Submit, TextArea } from '@chophien/ui';
import type { ReactNode } from 'react';
import { EntryForm, type Stamp } from './entry-form.tsx';
import type { Kit } from './household-form.tsx';
import { householdPath } from './paths.ts';
import { PaperBox } from '../onboarding/paper-box.tsx';
import { rightWords } from './words.ts';

interface Props {
  kind: 'consent-code' | 'consent-slip';
  kit?: Kit | undefined;
  household?: string | undefined;
  stamped?: Stamp | undefined;
  refusal?: Refusal | undefined;
  children: ReactNode;
}

/** What is read out, what the household agrees to one by one, and what it lets the helper do. Nothing is ticked beforehand. */
export const ConsentForm = ({ kind, kit, household, stamped, refusal, children }: Props) => (
  <EntryForm kind={kind} household={household} stamped={stamped} next={household && householdPath(household)}>
    <section className="panel grid gap-2">
      <h2>Đọc cho hộ nghe</h2>
      <p className="whitespace-pre-line" data-slot="reading">
        {kit?.reading.text}
      </p>
      <input type="hidden" name="reading" defaultValue={kit?.reading.version} />
    </section>
    <Choices
      name="rights"
      legend="Hộ cho bạn làm thay việc gì?"
      several
      refusal={refusal}
      options={Object.entries(rightWords).map(([value, word]) => ({ value, word }))}
    />
    <Field
      name="until"
      label="Đến hết ngày"
      type="date"
      value={kit?.until}
      hint="Hộ có thể bảo thôi bất cứ lúc nào."
      refusal={refusal}
    />
    <fieldset className="field" id="agreed">
      <legend className="field-name">Hộ đồng ý với từng điều sau</legend>
      <span className="field-hint">
        Đọc từng điều. Điều nào hộ đồng ý thì đánh dấu; điều bắt buộc mới bán được hàng.
      </span>
      <div className="grid gap-3 mt-2" data-slot="texts">
        {kit?.texts.map((text) => (
          <Purpose key={text.purpose} {...text} on={isOn(refusal, `${text.purpose} ${text.version}`)} />
        ))}
      </div>
    </fieldset>
    {children}
  </EntryForm>
);

const isOn = (refusal: Refusal | undefined, value: string): boolean => {
  const typed = refusal?.typed.agreed;
  return typeof typed === 'string' ? typed === value : (typed?.includes(value) ?? false);
};

type Text = Kit['texts'][number];

/** One purpose in its words; without them it is what the phone fills in. */
export const Purpose = ({ purpose, version, title, text, required, on }: Partial<Text> & { on?: boolean }) => (
  <div className="panel grid gap-2" data-purpose="">
    <p className="font-bold" data-slot="title">
      {title}
      {required && ' (bắt buộc)'}
    </p>
    <details>
      <summary className="py-3">Đọc cả bài</summary>
      <p className="whitespace-pre-line" data-slot="text">
        {text}
      </p>
    </details>
    <label className="choice">
      <input
        type="checkbox"
        name="agreed"
        value={purpose ? `${purpose} ${version}` : ''}
        defaultChecked={on}
        aria-label={title && `Hộ đồng ý: ${title}`}
      />
      <span>Hộ đồng ý</span>
    </label>
  </div>
);

/** By the photograph of a signed slip: also without a signal. */
export const SlipForm = (props: Omit<Props, 'kind' | 'children'>) => (
  <ConsentForm kind="consent-slip" {...props}>
    <PaperBox
      name="slip"
      label="Ảnh phiếu có chữ ký"
      hint="Hộ ký tên trên giấy ghi các điều trên. Chụp rõ cả tờ. Đừng chụp căn cước."
      refusal={props.refusal}
    />
    <Submit wide>Ghi là hộ đồng ý</Submit>
  </ConsentForm>
);

/** By the code the household reads out from its own phone. */
export const CodeForm = ({
  sentTo,
  which,
  ...props
}: Omit<Props, 'kind' | 'children'> & { sentTo: string; which: number }) => (
  <ConsentForm kind="consent-code" {...props}>
    <Hidden name="which" value={which} />
    <Field
      name="code"
      label={`Mã sáu số gửi đến ${sentTo}`}
      hint="Chủ hộ đọc mã trên điện thoại của hộ. Đọc mã là đồng ý các điều đã đánh dấu."
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      refusal={props.refusal}
    />
    <Submit wide>Ghi là hộ đồng ý</Submit>
  </ConsentForm>
);

interface VisitProps {
  household?: string | undefined;
  stamped?: Stamp | undefined;
  today?: string | undefined;
  refusal?: Refusal | undefined;
}

/** What was done at a household, what is missing, when to come again. */
export const VisitForm = ({ household, stamped, today, refusal }: VisitProps) => (
  <EntryForm kind="visit" household={household} stamped={stamped} next={household && householdPath(household)}>
    <Field name="day" label="Ngày đến thăm" type="date" value={today} refusal={refusal} />
    <TextArea name="done" label="Đã làm gì?" rows={3} maxLength={600} refusal={refusal} />
    <TextArea name="missing" label="Còn thiếu gì? (không bắt buộc)" rows={2} maxLength={600} refusal={refusal} />
    <Field name="next" label="Hẹn lần sau (không bắt buộc)" type="date" refusal={refusal} />
    <Submit wide>Lưu buổi thăm</Submit>
  </EntryForm>
);
