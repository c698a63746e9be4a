import { Form } from '@chophien/ui';
import { labelFields } from './judge.ts';
import { cropOf, hereOf, Onwards, type ScreenProps } from './screen-parts.tsx';

export const LabelScreen = (props: ScreenProps) => {
  const fields = labelFields(props.answers, cropOf(props));
  return (
    <Form action={hereOf(props)}>
      {props.refusal?.fields.label && <p className="field-wrong">{props.refusal.fields.label}</p>}
      <div className="grid gap-4" id="label" data-slot="label">
        {fields.map(({ name, words, hint, required }) => (
          <LabelBox
            key={name}
            name={name}
            words={required ? words : `${words} (không bắt buộc)`}
            hint={hint}
            value={props.answers.label?.[name] ?? ''}
          />
        ))}
      </div>
      <Onwards edits={props.edits} />
    </Form>
  );
};

/** One line of the label; the phone makes as many as the rules ask for. */
export const LabelBox = ({
  name,
  words,
  hint,
  value,
}: {
  name: string;
  words: string;
  hint: string;
  value: string;
}) => (
  <label className="field">
    <span className="field-name" data-slot="words">
      {words}
    </span>
    <span className="field-hint" data-slot="hint">
      {hint}
    </span>
    <input className="input" name={`label.${name}`} defaultValue={value} maxLength={600} autoComplete="off" />
  </label>
);

export const TraitScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <div className="grid gap-4" data-slot="traits">
      {(cropOf(props)?.traits ?? []).map(({ id, words, choices }) => (
        <TraitBox key={id} id={id} words={words} choices={choices} value={props.answers.attributes?.[id] ?? ''} />
      ))}
    </div>
    <Onwards edits={props.edits} />
  </Form>
);

interface Trait {
  id: string;
  words: string;
  choices: readonly { value: string; words: string }[];
  value: string;
}

/** One thing that goods of a kind are told apart by; the phone fills in its choices. */
export const TraitBox = ({ id, words, choices, value }: Trait) => (
  <label className="field">
    <span className="field-name" data-slot="words">
      {words}
    </span>
    <select className="input" name={`attributes.${id}`} defaultValue={value}>
      <option value="">Không rõ</option>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.words}
        </option>
      ))}
    </select>
  </label>
);
