import { getReview, returnApplication, taskIds } from '@chophien/contracts';
import { check, notFound, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Note, Page, type Refusal, Submit } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/return';
import { Conflict } from './conflict.tsx';
import { type Remarkable, remarkablesOf, taskWords } from './item-words.ts';
import { nextInQueue } from './next-in-queue.ts';
import { remarkSentences, remarksIn } from './remarks.ts';
import { type Review, reviewed } from './reviewed.ts';
import { requirementStates } from './status-words.ts';

const pathOf = (id: string): string => `/ho-so/${id}/tra-lai`;

const askedOf = ({ requirements }: Pick<Review, 'requirements'>): Remarkable[] =>
  taskIds.flatMap((task) => remarkablesOf(task, requirements));

export const loader = ({ context, params }: Route.LoaderArgs) => reviewed(context, params.id, pathOf(params.id));

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const sentences: Record<string, string> = {};
  let nameOf = (field: string): string => field;
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      // What may be remarked on is what is asked of this household now, and not what the form says.
      const asked = askedOf(await who.call(getReview, { params: { id } }));
      const { remarks, fieldOf } = remarksIn(form, asked);
      nameOf = fieldOf;
      Object.assign(sentences, remarkSentences(asked));
      await who.call(returnApplication, { params: { id }, body: check(returnApplication.body!, { remarks }) });
      return nextInQueue(who, id, 'tra-lai');
    },
    { sentences, fieldOf: (field) => nameOf(field) },
  );
}

interface ItemProps {
  asked: Remarkable;
  value: string | undefined;
  before: string | undefined;
  ticked: boolean;
  refusal: Refusal | undefined;
}

/** One thing to send back: what stands there, a box, and the reason. */
const Item = ({ asked: { item, word, reasons }, value, before, ticked, refusal }: ItemProps) => (
  <li className="remark grid gap-1">
    <label className="choice">
      <input type="checkbox" name="item" value={item} defaultChecked={ticked} />
      <span>
        <b>{word}</b>
        {value && <span className="block text-muted">{value}</span>}
      </span>
    </label>
    <Field
      name={`reason-${item}`}
      label={
        <>
          Lý do<span className="sr-only"> cho mục {word}</span>
        </>
      }
      hint={before ? `Lần trước đã ghi: ${before}` : undefined}
      maxLength={300}
      suggest={reasons}
      refusal={refusal}
    />
  </li>
);

export default function Return({ loaderData: { application, said, kept }, actionData }: Route.ComponentProps) {
  const { id, name, may, requirements, tasks } = application;
  const refusal = actionData ?? kept;
  const typed = refusal?.typed ?? {};
  const ticked = [typed.item ?? []].flat();
  const before = new Map(tasks.flatMap(({ remarks }) => remarks.map(({ item, reason }) => [item, reason] as const)));
  const wrong = refusal?.fields.item;
  const stateOf = (item: string) => {
    const found = requirements.find((each) => each.id === item);
    return found && requirementStates[found.state].word;
  };
  return (
    <Page title={`Trả lại hồ sơ ${name}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>Trả lại hồ sơ của {name} để bổ sung</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      {!may.includes('return') && (
        <Note tone="warn">
          Lúc này bạn không trả lại được hồ sơ này. Những gì bạn đã ghi vẫn còn dưới đây để chép lại.
        </Note>
      )}
      <Form action={pathOf(id)}>
        <fieldset className={wrong ? 'field wrong' : 'field'} id="item" aria-describedby="item-hint">
          <legend className="field-name">Mục nào cần bổ sung?</legend>
          <p className="field-hint" id="item-hint">
            Đánh dấu từng mục và ghi lý do bằng lời dễ hiểu; bấm vào ô lý do để chọn lời có sẵn rồi sửa. Hộ chỉ phải sửa
            các mục này.
          </p>
          {wrong && <p className="field-wrong">{wrong}</p>}
          {taskIds.map((task) => (
            <section key={task} className="mt-4 grid gap-2">
              <h2>{taskWords[task]}</h2>
              <ul className="grid gap-2">
                {remarkablesOf(task, requirements).map((asked) => (
                  <Item
                    key={asked.item}
                    asked={asked}
                    value={said.find(({ item }) => item === asked.item)?.value ?? stateOf(asked.item)}
                    before={before.get(asked.item)}
                    ticked={ticked.includes(asked.item) || Boolean(typed[`reason-${asked.item}`])}
                    refusal={refusal}
                  />
                ))}
              </ul>
            </section>
          ))}
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          {may.includes('return') && <Submit kind="warn">Trả lại để bổ sung</Submit>}
          <a className="inline-block py-3" href={`/ho-so/${id}`}>
            Về hồ sơ, không trả lại
          </a>
        </div>
      </Form>
    </Page>
  );
}
