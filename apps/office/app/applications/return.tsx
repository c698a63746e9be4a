import { getReview, returnApplication, type TaskId, taskIds } from '@chophien/contracts';
import { check, notFound, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Note, Page, type Refusal, Submit } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/return';
import { Conflict } from './conflict.tsx';
import { toQueue } from './decided-words.ts';
import { type Remarkable, remarkablesOf, taskWords } from './item-words.ts';
import { remarkSentences, remarksIn } from './remarks.ts';
import { type Review, reviewed } from './reviewed.ts';
import { isRenaming, requirementStates } from './status-words.ts';

const pathOf = (id: string): string => `/ho-so/${id}/tra-lai`;

interface Part {
  task: TaskId;
  asked: Remarkable[];
}

/** What can be remarked on, task by task; of what was approved before, only the other name it wishes for. */
const partsOf = ({ requirements, status, wishes }: Pick<Review, 'requirements' | 'status' | 'wishes'>): Part[] => {
  const wished = (item: string) => !isRenaming(status) || wishes.some((wish) => wish.item === item);
  return taskIds
    .map((task) => ({ task, asked: remarkablesOf(task, requirements).filter(({ item }) => wished(item)) }))
    .filter(({ asked }) => asked.length > 0);
};

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
      const now = await who.call(getReview, { params: { id } });
      const asked = partsOf(now).flatMap((part) => part.asked);
      const { remarks, fieldOf } = remarksIn(form, asked);
      nameOf = fieldOf;
      Object.assign(sentences, remarkSentences(asked));
      await who.call(returnApplication, { params: { id }, body: check(returnApplication.body!, { remarks }) });
      return isRenaming(now.status) ? `/ho-so/${id}?xong=khong-doi` : toQueue(id, 'tra-lai');
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
  const renaming = isRenaming(application.status);
  const title = renaming ? `Không đồng ý đổi tên ${name}` : `Trả lại hồ sơ của ${name} để bổ sung`;
  const wishOf = (item: string) => {
    const wish = application.wishes.find((each) => each.item === item);
    return wish && `Muốn đổi thành: ${wish.value}`;
  };
  const stateOf = (item: string) => {
    const found = requirements.find((each) => each.id === item);
    return found && requirementStates[found.state].word;
  };
  return (
    <Page title={title} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>{title}</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      {!may.includes('return') && (
        <Note tone="warn">
          Lúc này bạn không trả lại được hồ sơ này. Những gì bạn đã ghi vẫn còn dưới đây để chép lại.
        </Note>
      )}
      <Form action={pathOf(id)}>
        <fieldset className={wrong ? 'field wrong' : 'field'} id="item" aria-describedby="item-hint">
          <legend className="field-name">{renaming ? 'Tên nào không đổi được?' : 'Mục nào cần bổ sung?'}</legend>
          <p className="field-hint" id="item-hint">
            Đánh dấu từng mục và ghi lý do bằng lời dễ hiểu; bấm vào ô lý do để chọn lời có sẵn rồi sửa. Hộ chỉ phải sửa
            các mục này.
          </p>
          {wrong && <p className="field-wrong">{wrong}</p>}
          {partsOf(application).map(({ task, asked: items }) => (
            <section key={task} className="mt-4 grid gap-2">
              <h2>{taskWords[task]}</h2>
              <ul className="grid gap-2">
                {items.map((asked) => (
                  <Item
                    key={asked.item}
                    asked={asked}
                    value={
                      wishOf(asked.item) ?? said.find(({ item }) => item === asked.item)?.value ?? stateOf(asked.item)
                    }
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
          {may.includes('return') && (
            <Submit kind="warn">{renaming ? 'Không đồng ý đổi' : 'Trả lại để bổ sung'}</Submit>
          )}
          <a className="inline-block py-3" href={`/ho-so/${id}`}>
            Về hồ sơ, không trả lại
          </a>
        </div>
      </Form>
    </Page>
  );
}
