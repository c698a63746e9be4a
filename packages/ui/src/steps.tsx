import type { ReactNode } from 'react';

export interface Step {
  word: ReactNode;
  /** When and where, in small. */
  detail?: ReactNode;
  state: 'done' | 'now' | 'later' | 'stop';
}

const said: Record<Step['state'], string> = { done: 'Xong', now: 'Đang ở bước này', later: 'Chưa tới', stop: 'Dừng' };

/** A way in steps: what is done, where it stands, what is still to come. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol className="steps" aria-label={label}>
    {steps.map((step, index) => (
      <li
        key={`${index}-${step.state}`}
        className={step.state}
        aria-current={step.state === 'now' ? 'step' : undefined}
      >
        <span className="sr-only">{said[step.state]}: </span>
        <span className={step.state === 'later' ? 'text-muted' : 'font-bold'}>{step.word}</span>
        {step.detail && <small>{step.detail}</small>}
      </li>
    ))}
  </ol>
);
