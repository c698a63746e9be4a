import type { CommodityView, FieldConflict, FieldHousehold } from '@chophien/contracts';
import { Choices, Field, Note, type Refusal, Submit, TextArea, when } from '@chophien/ui';
import { type Question, questions } from '../onboarding/questions.ts';
import { EntryForm, type Stamp } from './entry-form.tsx';
import { type Ask, householdPath } from './paths.ts';

/** What is asked on one page: a task's questions, short enough to be read out one after the other. */
export const askedOn = (ask: Ask): readonly Question[] =>
  questions.filter(({ task, item }) =>
    ask === 'gian-hang' ? task === 'stall' : (task === 'place' && item !== 'commune') || item === 'note',
  );

interface Props {
  ask: Ask;
  household?: FieldHousehold | undefined;
  crops: readonly Pick<CommodityView, 'id' | 'name'>[];
  stamped?: Stamp | undefined;
  refusal?: Refusal | undefined;
  conflicts?: readonly FieldConflict[];
}

/** A task's questions on one page. What stood there, and since when, travels along: what changed meanwhile is not written over. */
export const AnswersForm = ({ ask, household, crops, stamped, refusal, conflicts = [] }: Props) => (
  <EntryForm
    kind="answers"
    household={household?.id}
    stamped={stamped}
    next={household && householdPath(household.id, ask === 'gian-hang' ? 'hoi/noi-o' : '')}
  >
    {conflicts.length > 0 && (
      <Note tone="warn">
        <h2>Người khác vừa trả lời khác</h2>
        <p>Bản đang có được ghi dưới mỗi câu. Gửi lại là dùng bản của bạn.</p>
      </Note>
    )}
    {askedOn(ask).map((question) => {
      const known = household?.answers.find(({ item }) => item === question.item);
      const clash = conflicts.find(({ item }) => item === question.item);
      return (
        <div key={question.item} className="grid gap-2">
          <input type="hidden" name="items" value={question.item} />
          <input type="hidden" name={`was-${question.item}`} defaultValue={flat(clash?.theirs ?? known?.value)} />
          <input type="hidden" name={`seen-${question.item}`} defaultValue={clash?.theirsAt ?? known?.at} />
          {clash && (
            <p className="field-hint">
              Đang có: <b>{flat(clash.theirs)}</b> ({clash.theirsBy ?? 'chính hộ'}, {when(clash.theirsAt)})
            </p>
          )}
          <Asked question={question} value={known?.value} crops={crops} refusal={refusal} />
        </div>
      );
    })}
    <Submit wide>Lưu và tiếp tục</Submit>
  </EntryForm>
);

const flat = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.toSorted().join(',') ?? '');

interface AskedProps {
  question: Question;
  value: string | string[] | undefined;
  crops: readonly Pick<CommodityView, 'id' | 'name'>[];
  refusal: Refusal | undefined;
}

const Asked = ({ question: { item, title, hint, shows, most }, value, crops, refusal }: AskedProps) => {
  if (shows === 'crops') {
    return (
      <details className="panel">
        <summary className="py-3">
          <b>{title}</b> (bấm để chọn)
        </summary>
        <Choices
          name={item}
          legend={<span className="sr-only">{title}</span>}
          hint={hint}
          several
          chosen={typeof value === 'string' ? [value] : value}
          refusal={refusal}
          options={crops.map(({ id, name }) => ({ value: id, word: name }))}
        />
      </details>
    );
  }
  const common = { name: item, label: title, hint, maxLength: most, refusal, value: flat(value) };
  return shows === 'prose' ? <TextArea {...common} rows={4} /> : <Field {...common} autoComplete="off" />;
};
