import type { HTMLAttributes, ReactNode } from 'react';
import { type Refusal, typedOr } from './refusal.ts';

interface Base {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  refusal?: Refusal | undefined;
  /** What stands there before anybody typed. */
  value?: string | undefined;
}

interface FieldProps extends Base {
  type?: 'text' | 'tel' | 'search' | 'date' | 'password' | 'number' | 'month';
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  autoComplete?: string;
  maxLength?: number;
  min?: string | undefined;
  max?: string | undefined;
  /** Said right after the box: `₫`, `kg`. */
  after?: ReactNode;
  /** Turns on a small help of the enhancement script, e.g. `price`. */
  enhance?: string;
  /** Words often written here, to choose and change. */
  suggest?: readonly string[];
}

const idsOf = (name: string, hint: unknown, wrong: unknown) =>
  [hint ? `${name}-hint` : '', wrong ? `${name}-loi` : ''].filter(Boolean).join(' ') || undefined;

const Around = ({ name, label, hint, refusal, children }: Base & { children: ReactNode }) => {
  const wrong = refusal?.fields[name];
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      <label className="field-name" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <p className="field-wrong" id={`${name}-loi`}>
          {wrong}
        </p>
      )}
      {children}
    </div>
  );
};

/** One line to fill in: label above, hint below it, what is wrong right beside the box. */
export const Field = (props: FieldProps) => {
  const {
    name,
    hint,
    refusal,
    value,
    type = 'text',
    after,
    enhance,
    inputMode,
    autoComplete,
    maxLength,
    min,
    max,
    suggest = [],
  } = props;
  const wrong = refusal?.fields[name];
  const ideas = suggest.length > 0 ? `${name}-goi-y` : undefined;
  const box = (
    <input
      className="input"
      id={name}
      name={name}
      type={type}
      defaultValue={type === 'password' ? '' : typedOr(refusal, name, value)}
      inputMode={inputMode}
      autoComplete={autoComplete}
      maxLength={maxLength}
      min={min}
      max={max}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={idsOf(name, hint, wrong)}
      data-enhance={enhance}
      list={ideas}
    />
  );
  return (
    <Around {...props}>
      {ideas && (
        <datalist id={ideas}>
          {suggest.map((words) => (
            <option key={words} value={words} />
          ))}
        </datalist>
      )}
      {after ? (
        <span className="unit">
          {box}
          <span>{after}</span>
        </span>
      ) : (
        box
      )}
    </Around>
  );
};

/** Several lines to fill in. */
export const TextArea = (props: Base & { rows?: number; maxLength?: number }) => {
  const { name, hint, refusal, value, rows = 4, maxLength } = props;
  const wrong = refusal?.fields[name];
  return (
    <Around {...props}>
      <textarea
        className="input"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={typedOr(refusal, name, value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={idsOf(name, hint, wrong)}
      />
    </Around>
  );
};

export interface Option {
  value: string;
  word: ReactNode;
}

/** One out of many, as the phone's own list. */
export const Select = (props: Base & { options: readonly Option[]; empty?: string }) => {
  const { name, hint, refusal, value, options, empty } = props;
  const wrong = refusal?.fields[name];
  return (
    <Around {...props}>
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={typedOr(refusal, name, value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={idsOf(name, hint, wrong)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.word}
          </option>
        ))}
      </select>
    </Around>
  );
};

interface ChoicesProps {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly Option[];
  refusal?: Refusal | undefined;
  /** Chosen to begin with. */
  chosen?: readonly string[];
  /** Any number of them, as boxes to tick. */
  several?: boolean;
  /** Side by side where there is room. */
  wide?: boolean;
}

/** A few to choose from, each as large as a finger. */
export const Choices = ({ name, legend, hint, options, refusal, chosen = [], several, wide }: ChoicesProps) => {
  const wrong = refusal?.fields[name];
  const typed = refusal?.typed[name];
  const on = typed === undefined ? (refusal ? [] : chosen) : typeof typed === 'string' ? [typed] : typed;
  return (
    <fieldset className={wrong ? 'field wrong' : 'field'} id={name} aria-describedby={idsOf(name, hint, wrong)}>
      <legend className="field-name">{legend}</legend>
      {hint && (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <p className="field-wrong" id={`${name}-loi`}>
          {wrong}
        </p>
      )}
      <div className={wide ? 'choices choices-wide' : 'choices'}>
        {options.map(({ value, word }) => (
          <label key={value} className="choice">
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              defaultChecked={on.includes(value)}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** One box to tick; never ticked beforehand. */
export const Tick = ({
  name,
  refusal,
  children,
}: {
  name: string;
  refusal?: Refusal | undefined;
  children: ReactNode;
}) => {
  const wrong = refusal?.fields[name];
  return (
    <div className={wrong ? 'field wrong' : 'field'}>
      {wrong && (
        <p className="field-wrong" id={`${name}-loi`}>
          {wrong}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="1"
          defaultChecked={refusal?.typed[name] === '1'}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={idsOf(name, undefined, wrong)}
        />
        <span>{children}</span>
      </label>
    </div>
  );
};
