import {
  type AnswerOf,
  ApplicationStatus,
  CommuneCode,
  HamletSlug,
  listCases,
  listHamlets,
  listHelpers,
  TaskId,
  taskIds,
} from '@chophien/contracts';
import { pageIn, text, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
  Empty,
  Page,
  Pager,
  StateBadge,
  Submit,
  Table,
  whenDay,
  withQuery,
} from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { taskWords } from '../applications/item-words.ts';
import { statusWords } from '../applications/status-words.ts';
import { isId } from '../id.ts';
import { may, needs, ownCommunes } from '../official.ts';
import type { Route } from './+types/board';
import { missingWords, stuckWords, visitWords } from './case-words.ts';

type Case = AnswerOf<typeof listCases>['items'][number];

/** As the address says them. */
const sorts = { lau: 'stuck', ten: 'name', tham: 'visit', 'cham-lai': 'touched' } as const;
const visits = { 'qua-ngay': 'overdue', 'tuan-nay': 'week', 'chua-hen': 'none' } as const;
type Key<T> = keyof T & string;
const keyIn = <T extends object>(table: T, key: string): Key<T> | undefined =>
  Object.hasOwn(table, key) ? (key as Key<T>) : undefined;

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'caseload.read');
  const who = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const communes = await areaCommunes(who, me);
  const xa = CommuneCode.safeParse(text(asked, 'xa')).data;
  const own = ownCommunes(me);
  const commune = xa ?? (own.length === 1 && communes.length === 0 ? own[0] : undefined);
  const thon = HamletSlug.safeParse(text(asked, 'thon')).data;
  const nguoi = text(asked, 'nguoi');
  const helper = nguoi === 'none' || isId(nguoi) ? nguoi : undefined;
  const tinh = ApplicationStatus.safeParse(text(asked, 'tinh-trang')).data;
  const viec = TaskId.safeParse(text(asked, 'viec')).data;
  const tham = keyIn(visits, text(asked, 'tham'));
  const xep = keyIn(sorts, text(asked, 'xep')) ?? 'lau';
  const words = text(asked, 'tim').slice(0, 100);
  const page = pageIn(asked);
  const query = {
    ...(commune ? { commune } : {}),
    ...(thon ? { hamlet: thon } : {}),
    ...(helper ? { helper } : {}),
    ...(tinh ? { status: tinh } : {}),
    ...(viec ? { stuck: viec } : {}),
    ...(tham ? { visit: visits[tham] } : {}),
    ...(words ? { words } : {}),
    sort: sorts[xep],
    page,
  };
  const [found, hamlets, helpers] = await Promise.all([
    who.read(listCases, { query }),
    commune ? who.read(listHamlets, { params: { commune } }) : { items: [] },
    may(me, 'household.import') ? who.read(listHelpers, { query: commune ? { commune } : {} }) : { items: [] },
  ]);
  const now = {
    xa,
    thon,
    nguoi: helper,
    'tinh-trang': tinh,
    viec,
    tham,
    tim: words || undefined,
    xep: xep === 'lau' ? undefined : xep,
  };
  return {
    found,
    now,
    commune,
    communes,
    hamlets: hamlets.items,
    helpers: helpers.items,
    mayImport: may(me, 'household.import'),
  };
}

const columns = (sortHref: (key: Key<typeof sorts>) => string, sorted: string): Column<Case>[] => {
  const head = (key: Key<typeof sorts>, word: string) => ({
    head: <a href={sortHref(key)}>{word}</a>,
    label: word,
    sort: sorted === key ? ('ascending' as const) : undefined,
  });
  return [
    {
      ...head('ten', 'Hộ'),
      cell: ({ id, name, head: who, place, communeName }) => (
        <span>
          <a className="inline-block py-1" href={`/ho-gia-dinh/${id}`}>
            {name}
          </a>
          <span className="block font-normal text-muted">
            {[who === name ? null : who, place ?? communeName].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      head: 'Tình trạng',
      cell: ({ status }) => (
        <span className="whitespace-nowrap">
          <StateBadge state={statusWords[status]} />
        </span>
      ),
    },
    {
      ...head('lau', 'Đang ở việc'),
      cell: (one) => (
        <span>
          {stuckWords(one)}
          {one.missing.length > 0 && (
            <span className="block text-muted">Thiếu: {missingWords(one.missing).slice(0, 4).join(', ')}</span>
          )}
        </span>
      ),
    },
    { head: 'Người giúp', cell: ({ helper }) => helper?.name ?? <span className="text-muted">Chưa có</span> },
    {
      ...head('cham-lai', 'Lần cuối có việc'),
      cell: ({ touchedAt, touchedBy }) =>
        touchedAt ? `${whenDay(touchedAt)}${touchedBy ? `, ${touchedBy}` : ''}` : '–',
    },
    {
      ...head('tham', 'Hẹn đến'),
      cell: (one) => (one.overdue ? <Badge tone="bad">{visitWords(one)}</Badge> : visitWords(one)),
    },
  ];
};

export default function Board({ loaderData }: Route.ComponentProps) {
  const { found, now, communes, hamlets, helpers, mayImport } = loaderData;
  const { counts } = found;
  const href = (change: Record<string, string | number | undefined>) => withQuery('/ho-gia-dinh', now, change);
  const chip = (word: string, count: number, change: Record<string, string | undefined>, on: boolean) => (
    <a
      key={word}
      className="chip"
      href={href(on ? Object.fromEntries(Object.keys(change).map((key) => [key, undefined])) : change)}
      aria-current={on ? 'true' : undefined}
    >
      {word} ({count})
    </a>
  );
  const narrowed = Object.values(now).some((value) => value !== undefined);
  return (
    <Page title="Hộ gia đình" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Hộ gia đình và hợp tác xã</h1>
      <nav className="no-print flex flex-wrap gap-3" aria-label="Việc với danh sách">
        {mayImport && (
          <a className="button" href="/ho-gia-dinh/nhap">
            Nhập danh sách từ tệp
          </a>
        )}
        <a className="button" href="/ho-gia-dinh/lich-tham">
          Lịch đi thăm hôm nay
        </a>
        {mayImport && (
          <>
            <a className="button" href="/ho-gia-dinh/phan-cong">
              Giao người giúp
            </a>
            <a className="button" href="/thon-ap">
              Thôn, ấp
            </a>
          </>
        )}
      </nav>
      <nav className="filters rail" aria-label="Theo tình trạng">
        {(['draft', 'submitted', 'in-review', 'returned', 'approved', 'active', 'suspended'] as const).map((status) =>
          chip(statusWords[status].word, counts.status[status], { 'tinh-trang': status }, now['tinh-trang'] === status),
        )}
      </nav>
      <nav className="filters rail" aria-label="Theo việc đang dừng">
        {taskIds.map((task) =>
          chip(`Dừng ở: ${taskWords[task]}`, counts.stuck[task], { viec: task }, now.viec === task),
        )}
        {chip('Quá ngày hẹn', counts.overdue, { tham: 'qua-ngay' }, now.tham === 'qua-ngay')}
        {chip('Chưa có người giúp', counts.unassigned, { nguoi: 'none' }, now.nguoi === 'none')}
      </nav>
      <form action="/ho-gia-dinh" className="no-print flex flex-wrap items-end gap-3">
        {Object.entries({ 'tinh-trang': now['tinh-trang'], viec: now.viec, xep: now.xep }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <label>
          <span className="field-name">Tên hộ, chủ hộ</span>
          <input className="input" type="search" name="tim" defaultValue={now.tim ?? ''} maxLength={100} />
        </label>
        {communes.length > 0 && (
          <Choose
            name="xa"
            word="Xã, phường"
            value={now.xa}
            all="Cả địa bàn"
            options={communes.map(({ code, word }) => [code, word])}
          />
        )}
        {hamlets.length > 0 && (
          <Choose
            name="thon"
            word="Thôn, ấp"
            value={now.thon}
            all="Tất cả"
            options={hamlets.map(({ slug, name, former }) => [slug, former ? `${name} (${former} cũ)` : name])}
          />
        )}
        {helpers.length > 0 && (
          <Choose
            name="nguoi"
            word="Người giúp"
            value={now.nguoi}
            all="Tất cả"
            options={[
              ['none', 'Chưa có ai'],
              ...helpers.map(({ id, name, households }): [string, string] => [
                id,
                `${name ?? 'Không tên'} (${households})`,
              ]),
            ]}
          />
        )}
        <Choose
          name="tham"
          word="Hẹn đến"
          value={now.tham}
          all="Tất cả"
          options={[
            ['qua-ngay', 'Đã quá ngày'],
            ['tuan-nay', 'Trong 7 ngày tới'],
            ['chua-hen', 'Chưa hẹn'],
          ]}
        />
        <Submit kind="plain">Lọc</Submit>
        {narrowed && (
          <a className="inline-block py-3" href="/ho-gia-dinh">
            Bỏ lọc
          </a>
        )}
      </form>
      {found.items.length === 0 ? (
        <Empty title={counts.all === 0 && !narrowed ? 'Chưa có hộ nào' : 'Không có hộ nào như vậy'}>
          {counts.all === 0 && !narrowed && mayImport && (
            <a href="/ho-gia-dinh/nhap">Nhập danh sách hộ của xã từ tệp Excel</a>
          )}
          {found.total > 0 && <a href={href({ trang: undefined })}>Về trang đầu</a>}
        </Empty>
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total.toLocaleString('vi-VN')} hộ${found.pages > 1 ? `, trang ${found.page} trên ${found.pages}` : ''}`}
            columns={columns((key) => href({ xep: key === 'lau' ? undefined : key }), now.xep ?? 'lau')}
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

interface ChooseProps {
  name: string;
  word: string;
  value: string | undefined;
  all: string;
  options: readonly (readonly [string, string])[];
}

const Choose = ({ name, word, value, all, options }: ChooseProps) => (
  <label>
    <span className="field-name">{word}</span>
    <select className="input" name={name} defaultValue={value ?? ''}>
      <option value="">{all}</option>
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  </label>
);
