import { listRoles, type Role, type RoleView, roles } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Empty,
  Field,
  Note,
  Page,
  Pager,
  Select,
  Submit,
  Table,
  when,
  whenDay,
  withQuery,
} from '@chophien/ui';
import { may, needs, placeWords } from '../official.ts';
import type { Route } from './+types/people';
import { roleWords } from './role-words.ts';

const path = '/can-bo';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'official.appoint');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('vai-tro') ?? '';
  const role = (roles as readonly string[]).includes(asked) ? (asked as Role) : undefined;
  const words = (searchParams.get('tim') ?? '').slice(0, 100);
  const ended = searchParams.has('da-ket-thuc');
  const query = {
    role,
    words,
    page: Number(searchParams.get('trang') ?? 1) || 1,
    ...(ended ? { ended: 'true' as const } : {}),
  };
  const found = await who.read(listRoles, { query });
  const places = Object.fromEntries(
    await Promise.all(found.items.map(async (one) => [one.id, await placeWords(who, one)] as const)),
  );
  return {
    ...found,
    places,
    filter: { 'vai-tro': role, tim: words || undefined, 'da-ket-thuc': ended ? '1' : undefined },
    left: searchParams.has('da-roi'),
    keys: may(me, 'partner-key.manage'),
    recovers: may(me, 'person.recover'),
  };
}

const Name = ({ one }: { one: RoleView }) => (
  <>
    <a className="inline-block py-2 font-bold" href={`${path}/${one.person}`}>
      {one.name ?? one.phone}
    </a>{' '}
    {one.isMe && <Badge>Bạn</Badge>} {one.isWaiting && <Badge tone="wait">Chưa bắt đầu</Badge>}
  </>
);

const columnsOf = (places: Readonly<Record<string, string>>, ended: boolean): Column<RoleView>[] => [
  { head: 'Người', cell: (one) => <Name one={one} /> },
  { head: 'Vai trò', cell: ({ role }) => roleWords[role] },
  { head: 'Nơi', cell: (one) => places[one.id] },
  { head: 'Từ ngày', cell: ({ since }) => whenDay(since) },
  { head: 'Người giao', cell: ({ by }) => by ?? 'Lệnh vận hành' },
  ended
    ? { head: 'Đến ngày', cell: ({ until }: RoleView) => (until ? whenDay(until) : '') }
    : {
        head: 'Vào lần cuối',
        cell: ({ lastSeenAt }: RoleView) => (lastSeenAt ? when(lastSeenAt) : 'Chưa vào'),
      },
];

export default function People({ loaderData }: Route.ComponentProps) {
  const { items, total, page, pages, places, filter, left, keys, recovers } = loaderData;
  const ended = Boolean(filter['da-ket-thuc']);
  const known = roles.filter(
    (role) => !['producer', 'household-member', 'cooperative-manager', 'delegate', 'partner', 'device'].includes(role),
  );
  return (
    <Page title="Cán bộ và cộng tác viên" hidden>
      <h1>Cán bộ và cộng tác viên</h1>
      {left && (
        <Note tone="good">Đã ghi việc rời nhiệm vụ. Người này không còn vào được, việc đang làm đã có người nhận.</Note>
      )}
      <p className="flex flex-wrap gap-3">
        <a className="button button-main" href={`${path}/them`}>
          Giao vai trò cho một người
        </a>
        {recovers && (
          <a className="button" href="/chuyen-so">
            Chuyển số cho hộ mất điện thoại
          </a>
        )}
        {keys && (
          <a className="button" href="/khoa-doi-tac">
            Khoá của đối tác
          </a>
        )}
      </p>
      <form className="panel grid gap-3" action={path}>
        <Field name="tim" label="Tên hoặc số cuối điện thoại" type="search" value={filter.tim} maxLength={100} />
        <Select
          name="vai-tro"
          label="Vai trò"
          value={filter['vai-tro']}
          options={known.map((role) => ({ value: role, word: roleWords[role] }))}
          empty="Mọi vai trò"
        />
        {ended && <input type="hidden" name="da-ket-thuc" value="1" />}
        <div>
          <Submit kind="plain">Lọc</Submit>
        </div>
      </form>
      <p>
        <a className="inline-block py-2" href={withQuery(path, filter, { 'da-ket-thuc': ended ? '' : '1' })}>
          {ended ? 'Xem vai trò đang giữ' : 'Xem vai trò đã kết thúc'}
        </a>
      </p>
      {items.length === 0 ? (
        <Empty title={ended ? 'Chưa có vai trò nào kết thúc.' : 'Chưa có ai.'}>
          <p>Thử bỏ bớt điều kiện lọc, hoặc giao vai trò cho người đầu tiên.</p>
        </Empty>
      ) : (
        <Table
          caption={`${total} vai trò ${ended ? 'đã kết thúc' : 'đang giữ'} trên địa bàn của bạn`}
          columns={columnsOf(places, ended)}
          rows={items}
          idOf={({ id }) => id}
          stack
        />
      )}
      <Pager page={page} more={page < pages} href={(trang) => withQuery(path, filter, { trang })} />
    </Page>
  );
}
