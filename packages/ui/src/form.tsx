import type { ReactNode } from 'react';
import type { Refusal } from './refusal.ts';

/** What is wrong, on top of the form, each line leading to its field; it takes the focus when the page opens. */
export const ErrorSummary = ({ refusal }: { refusal: Refusal | undefined }) => {
  if (!refusal) return null;
  const fields = Object.entries(refusal.fields);
  return (
    <div className="note note-bad" role="alert" id="loi" tabIndex={-1}>
      <h2>Chưa gửi được</h2>
      {fields.length === 0 && <p>{refusal.sentence}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, words]) => (
            <li key={name}>
              <a className="inline-block py-2" href={`#${name}`}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

interface SubmitProps {
  children: ReactNode;
  kind?: 'main' | 'buy' | 'plain' | 'warn';
  name?: string;
  value?: string;
  wide?: boolean;
}

/** The button that sends. One `main` or `buy` button on a screen. */
export const Submit = ({ children, kind = 'main', name, value, wide }: SubmitProps) => {
  const looks = { main: 'button-main', buy: 'button-main button-buy', plain: '', warn: 'button-warn' }[kind];
  return (
    <button className={`button ${looks}${wide ? ' w-full' : ''}`} type="submit" name={name} value={value}>
      {children}
    </button>
  );
};

/** A form of ours: checked when it is sent and not before, so the browser's own bubbles stay away. */
export const Form = ({
  children,
  action,
  files,
}: {
  children: ReactNode;
  action?: string | undefined;
  files?: boolean;
}) => (
  <form
    method="post"
    action={action}
    encType={files ? 'multipart/form-data' : undefined}
    noValidate
    className="grid gap-4"
    data-once=""
  >
    {children}
  </form>
);

/** What goes along unseen. */
export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);
