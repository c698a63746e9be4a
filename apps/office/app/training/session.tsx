import {
  cancelTraining,
  enterAttendees,
  findTrainees,
  getTraining,
  removeAttendee,
  type TrainingSessionDetail,
} from '@chophien/contracts';
import { check, notFound, text, texts, visitor } from '@chophien/site';
import {
  Choices,
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  StateBadge,
  Submit,
  Table,
  when,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { may, needs } from '../official.ts';
import type { Route } from './+types/session';
import { spanWords, stateWords } from './training-words.ts';

const pathOf = (id: string): string => `/tap-huan/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const me = await needs(context, 'training.read');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const words = text(searchParams, 'tim').slice(0, 100);
  const holds = may(me, 'training.hold');
  const [session, found] = await Promise.all([
    who.read(getTraining, { params: { id: params.id } }),
    words && holds ? who.read(findTrainees, { query: { q: words } }) : undefined,
  ]);
  const there = new Set(session.attendees.map(({ producer }) => producer));
  return {
    session,
    holds,
    words,
    found: found && { more: found.pages > 1, items: found.items.filter(({ id }) => !there.has(id)) },
    done: searchParams.get('xong'),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      const go = text(form, 'go');
      if (go === 'huy') await who.call(cancelTraining, { params: { id } });
      else if (go === 'bo') await who.call(removeAttendee, { params: { id, producer: text(form, 'producer') } });
      else {
        const body = check(enterAttendees.body!, { producers: texts(form, 'producers') });
        await who.call(enterAttendees, { params: { id }, body });
      }
      return `${pathOf(id)}?xong=${go === 'huy' || go === 'bo' ? go : 'ghi'}`;
    },
    { sentences: { producers: 'Chọn ít nhất một hộ.' } },
  );
}

const doneWords: Record<string, string> = {
  xep: 'Đã xếp buổi học. Các hộ trong xã thấy buổi này.',
  huy: 'Đã hủy buổi học.',
  bo: 'Đã bỏ hộ khỏi danh sách.',
  ghi: 'Đã ghi vào danh sách có mặt.',
};

type Attendee = TrainingSessionDetail['attendees'][number];

const columns = (id: string, open: boolean): Column<Attendee>[] => [
  { head: 'Hộ', cell: ({ name }) => name },
  { head: 'Thôn', cell: ({ hamlet }) => hamlet ?? '–' },
  { head: 'Điểm danh', cell: ({ how, at }) => `${how === 'qr' ? 'Tự quét mã' : 'Ghi từ danh sách'}, ${when(at)}` },
  ...(open
    ? [
        {
          head: 'Ghi nhầm?',
          cell: ({ producer, name }: Attendee) => (
            <form method="post" action={pathOf(id)} className="no-print">
              <Hidden name="go" value="bo" />
              <Hidden name="producer" value={producer} />
              <button type="submit" className="button" aria-label={`Bỏ ${name} khỏi danh sách`}>
                Bỏ
              </button>
            </form>
          ),
        },
      ]
    : []),
];

type Data = Route.ComponentProps['loaderData'];

const Entering = ({ session, words, found, refusal }: Data & { refusal: Route.ComponentProps['actionData'] }) => (
  <section className="panel no-print grid gap-4" id="ghi">
    <h2>Ghi từ danh sách giấy</h2>
    <form action={`${pathOf(session.id)}#ghi`} className="flex flex-wrap items-end gap-3">
      <label>
        <span className="field-name">Tên hộ</span>
        <input className="input" type="search" name="tim" defaultValue={words} maxLength={100} />
      </label>
      <Submit kind="plain">Tìm</Submit>
    </form>
    {found?.items.length === 0 && <p>Không tìm thấy hộ nào chưa có trong danh sách. Thử gõ ít chữ hơn.</p>}
    {found && found.items.length > 0 && (
      <Form action={pathOf(session.id)}>
        <Hidden name="go" value="ghi" />
        <Choices
          name="producers"
          legend="Chọn các hộ có mặt"
          hint={found.more ? 'Còn nhiều hộ khác cùng tên: gõ thêm chữ để thấy đủ.' : undefined}
          options={found.items.map(({ id, name, hamlet, trained }) => ({
            value: id,
            word: [name, hamlet, trained && 'đã học khóa khác'].filter(Boolean).join(', '),
          }))}
          several
          refusal={refusal}
        />
        <div>
          <Submit>Ghi các hộ đã chọn</Submit>
        </div>
      </Form>
    )}
  </section>
);

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { session, holds, done } = loaderData;
  const { id, course, commune, place, startsAt, endsAt, trainer, state, attendees } = session;
  const open = holds && session.open;
  return (
    <Page title={course.title} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tap-huan', word: 'Tập huấn' }]} />
      <h1>{course.title}</h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p>
        <StateBadge state={stateWords[state]} />
      </p>
      <dl className="facts">
        <dt>Giờ</dt>
        <dd>{spanWords(startsAt, endsAt)}</dd>
        <dt>Ở đâu</dt>
        <dd>
          {place}, {commune.fullName}
        </dd>
        <dt>Người dạy</dt>
        <dd>{trainer.name ?? '–'}</dd>
        <dt>Có mặt</dt>
        <dd>{attendees.length} hộ</dd>
      </dl>
      {open && state !== 'cancelled' && (
        <p className="no-print">
          <a className="button button-main" href={`${pathOf(id)}/ma`}>
            Mã điểm danh
          </a>
        </p>
      )}
      {attendees.length === 0 ? (
        <Empty title="Chưa có hộ nào điểm danh" />
      ) : (
        <section className="panel">
          <Table
            caption={`Có mặt: ${attendees.length} hộ`}
            columns={columns(id, open)}
            rows={attendees}
            idOf={({ producer }) => producer}
            stack
          />
        </section>
      )}
      {open && <Entering {...loaderData} refusal={actionData} />}
      {holds && state === 'planned' && attendees.length === 0 && (
        <Form action={pathOf(id)}>
          <Hidden name="go" value="huy" />
          <div>
            <Submit kind="warn">Hủy buổi này</Submit>
          </div>
        </Form>
      )}
    </Page>
  );
}
