import { CommuneCode, listTrainings, type TrainingSession } from '@chophien/contracts';
import { pageIn, visitor } from '@chophien/site';
import { type Column, Crumbs, Empty, Page, Pager, StateBadge, Submit, Table, withQuery } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { may, needs } from '../official.ts';
import { CommuneChoice } from '../queue-parts.tsx';
import type { Route } from './+types/sessions';
import { spanWords, stateWords } from './training-words.ts';

const path = '/tap-huan';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'training.read');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const show = searchParams.get('muc') === 'da-qua' ? ('past' as const) : ('coming' as const);
  const commune = CommuneCode.safeParse(searchParams.get('xa')).data;
  const page = pageIn(searchParams);
  const query = { show, page, ...(commune ? { commune } : {}) };
  const [found, communes] = await Promise.all([who.read(listTrainings, { query }), areaCommunes(who, me)]);
  return { show, commune, found, communes, holds: may(me, 'training.hold') };
}

const columns: Column<TrainingSession>[] = [
  {
    head: 'Buổi học',
    cell: ({ id, course }) => (
      <a className="inline-block py-1" href={`${path}/${id}`}>
        {course.title}
      </a>
    ),
  },
  { head: 'Giờ', cell: ({ startsAt, endsAt }) => spanWords(startsAt, endsAt) },
  { head: 'Ở đâu', cell: ({ place, commune }) => `${place}, ${commune.fullName}` },
  { head: 'Người dạy', cell: ({ trainer }) => trainer.name ?? '–' },
  { head: 'Có mặt', cell: ({ attended }) => `${attended} hộ`, number: true },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={stateWords[state]} /> },
];

export default function Sessions({ loaderData }: Route.ComponentProps) {
  const { show, commune, found, communes, holds } = loaderData;
  const muc = show === 'past' ? 'da-qua' : undefined;
  const href = (change: Record<string, string | number | undefined>) => withQuery(path, { muc, xa: commune }, change);
  return (
    <Page title="Tập huấn" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Tập huấn</h1>
      <p className="no-print flex flex-wrap items-center gap-4">
        {holds && (
          <a className="button button-main" href={`${path}/xep-lich`}>
            Xếp buổi mới
          </a>
        )}
        <a className="inline-block py-3" href={`${path}/khoa-hoc`}>
          Các khóa học
        </a>
      </p>
      <nav className="filters rail" aria-label="Buổi học theo ngày">
        <a className="chip" href={href({ muc: undefined })} aria-current={show === 'coming' ? 'page' : undefined}>
          Sắp tới
        </a>
        <a className="chip" href={href({ muc: 'da-qua' })} aria-current={show === 'past' ? 'page' : undefined}>
          Đã qua
        </a>
      </nav>
      {communes.length > 0 && (
        <form action={path} className="no-print flex flex-wrap items-end gap-3">
          {muc && <input type="hidden" name="muc" value={muc} />}
          <CommuneChoice communes={communes} chosen={commune} />
          <Submit kind="plain">Xem</Submit>
        </form>
      )}
      {found.items.length === 0 ? (
        <Empty title={show === 'past' ? 'Chưa có buổi nào đã qua' : 'Chưa xếp buổi học nào sắp tới'} />
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total} buổi${show === 'past' ? ', mới nhất đứng đầu' : ', gần nhất đứng đầu'}`}
            columns={columns}
            rows={found.items}
            idOf={({ id }) => id}
            stack
          />
        </section>
      )}
      <Pager page={found.page} more={found.page < found.pages} href={(page) => href({ trang: page })} />
    </Page>
  );
}
