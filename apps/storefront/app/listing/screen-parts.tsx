import { type Refusal, Submit, Tick } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { Answers } from './answers.ts';
import { withUsual } from './judge.ts';
import { cropIn, type Kit, type Known } from './kit.ts';
import { type Step, stepPath } from './path.ts';
import { typedOf } from './typed.ts';

export interface ScreenProps {
  step: Step;
  id: string;
  answers: Answers;
  kit: Kit;
  edits: boolean;
  refusal?: Refusal | undefined;
  /** The price others ask, in words; absent where too few sell. */
  hint?: string | undefined;
  /** Words by which a kind is looked for. */
  words?: string | undefined;
  /** The producer it is for. */
  producer?: string | undefined;
}

/** Where a screen's form goes: the page that shows it, with the listing it is about. */
export const hereOf = ({ step, id, edits }: Pick<ScreenProps, 'step' | 'id' | 'edits'>): string | undefined =>
  id ? stepPath(step, id, edits) : undefined;

/** The way on from a screen. */
export const Onwards = ({ edits, free }: { edits: boolean; free?: boolean }) => (
  <>
    <Submit wide>{edits ? 'Lưu, về trang xem lại' : 'Tiếp tục'}</Submit>
    {free && !edits && (
      <p className="field-hint" data-new="">
        Chưa rõ thì để trống rồi bấm Tiếp tục.
      </p>
    )}
  </>
);

export const cropOf = ({ answers, kit }: ScreenProps): Known | undefined => cropIn(kit, answers.commodity);

/** What stands in the boxes of a screen. */
export const boxes = (props: ScreenProps) => {
  const typed = typedOf(props.step, withUsual(props.answers, cropOf(props)));
  return (name: string): string => typed[name]?.[0] ?? '';
};

/** One box that may be ticked already. */
export const Once = ({ name, on, children }: { name: string; on: boolean; children: ReactNode }) =>
  on ? (
    <label className="choice">
      <input type="checkbox" id={name} name={name} value="1" defaultChecked />
      <span>{children}</span>
    </label>
  ) : (
    <Tick name={name}>{children}</Tick>
  );
