import type { CodeDelivery } from '@chophien/contracts';
import { Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';
import { Delivery } from './delivery.tsx';

interface Props {
  delivery: CodeDelivery | undefined;
  refusal: Refusal | undefined;
  /** What the button does, in its own words. */
  word: string;
  /** What goes along unseen. */
  hidden?: Readonly<Record<string, string>>;
  /** Other ways, under the form. */
  children?: ReactNode;
}

/** Where six digits are typed: how they travel, the box, and how to get them again. */
export const CodeForm = ({ delivery, refusal, word, hidden = {}, children }: Props) => (
  <>
    {delivery && <Delivery state={delivery} />}
    <Form>
      {Object.entries(hidden).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <Field
        name="code"
        label="Mã sáu số"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        refusal={refusal}
      />
      <Submit wide name="go" value="nhap">
        {word}
      </Submit>
    </Form>
    <form method="post" className="flex flex-wrap gap-x-6">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="as-link" type="submit" name="go" value="gui-lai">
        Gửi lại mã
      </button>
      {delivery !== 'sms' && delivery !== 'fell-back' && (
        <button className="as-link" type="submit" name="go" value="gui-sms">
          Gửi lại bằng SMS
        </button>
      )}
      {children}
    </form>
  </>
);

/** What is asked to be sent again, and how; undefined when a code was typed. */
export const againBy = (go: string): { by?: 'sms' } | undefined => {
  if (go === 'gui-sms') return { by: 'sms' };
  return go === 'gui-lai' ? {} : undefined;
};

/** What was typed, without the spaces people put between digits. */
export const digits = (text: string): string => text.replace(/\D/g, '');

export const codeSentences = { code: 'Gõ sáu chữ số trong tin nhắn.' };
