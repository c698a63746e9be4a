import {
  listPartnerKeys,
  listProvinces,
  makePartnerKey,
  type PartnerKeyView,
  revokePartnerKey,
} from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  Select,
  Submit,
  Table,
  when,
  whenDay,
} from '@chophien/ui';
import { data, redirect } from 'react-router';
import { ofForm } from '../attempt.ts';
import { needs } from '../official.ts';
import { asTyped, dropUnfinished, unfinished } from '../unfinished.ts';
import type { Route } from './+types/partner-keys';
import { keeping } from './keeping.ts';

const path = '/khoa-doi-tac';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'partner-key.manage');
  const who = context.get(visitor);
  const [{ items }, provinces] = await Promise.all([who.read(listPartnerKeys), who.read(listProvinces)]);
  const now = new Date().toISOString();
  return {
    items: items.map((key) => ({ ...key, over: key.expiresAt <= now })),
    provinces: provinces.items.map(({ code, name }) => ({ value: code, word: name })),
    revoked: new URL(request.url).searchParams.has('xong'),
    typed: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  name: 'Ghi tên đối tác, ví dụ: Hệ thống báo cáo của Sở Công Thương.',
  province: 'Chọn tỉnh, thành phố.',
  until: 'Chọn ngày hết hạn: từ mai đến hai năm nữa.',
  reason: 'Ghi lý do, từ 3 đến 200 chữ.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return keeping(
    who,
    path,
    form,
    async () => {
      const headers = { 'set-cookie': dropUnfinished(who) };
      if (text(form, 'go') === 'thu-hoi') {
        const params = check(revokePartnerKey.params!, { id: text(form, 'key') });
        await who.call(revokePartnerKey, {
          params,
          body: check(revokePartnerKey.body!, { reason: text(form, 'reason') }),
        });
        return redirect(`${path}?xong=1`, { headers });
      }
      const given = { name: text(form, 'name'), province: text(form, 'province'), until: text(form, 'until') };
      const made = await who.call(makePartnerKey, { body: check(makePartnerKey.body!, given) });
      // The key is in this very answer and nowhere else.
      return data({ made }, { headers });
    },
    { sentences },
  );
}

type Row = PartnerKeyView & { over: boolean };

const State = ({ revokedAt, over }: Row) => {
  if (revokedAt) return <Badge tone="bad">Đã thu hồi {whenDay(revokedAt)}</Badge>;
  return over ? <Badge>Hết hạn</Badge> : <Badge tone="good">Đang dùng được</Badge>;
};

const Revoke = ({ row, refusal }: { row: Row; refusal: Refusal | undefined }) => {
  if (row.revokedAt || row.over) return null;
  const own = refusal?.typed.key === row.id ? refusal : undefined;
  return (
    <details open={Boolean(own)}>
      <summary className="chip">Thu hồi</summary>
      <Form action={path}>
        <Hidden name="key" value={row.id} />
        <Field name="reason" label={`Lý do thu hồi khoá ${row.begins}…`} maxLength={200} refusal={own} />
        <div>
          <Submit kind="warn" name="go" value="thu-hoi">
            Thu hồi
          </Submit>
        </div>
      </Form>
    </details>
  );
};

const columnsOf = (
  provinces: readonly { value: string; word: string }[],
  shown: Refusal | undefined,
): Column<Row>[] => [
  { head: 'Đối tác', cell: ({ name }) => <b>{name}</b> },
  {
    head: 'Tỉnh',
    cell: ({ province }) => provinces.find(({ value }) => value === province)?.word ?? province,
  },
  { head: 'Bắt đầu bằng', cell: ({ begins }) => <code>{begins}…</code> },
  { head: 'Hết hạn', cell: ({ expiresAt }) => whenDay(expiresAt) },
  { head: 'Dùng lần cuối', cell: ({ lastUsedAt }) => (lastUsedAt ? when(lastUsedAt) : 'Chưa dùng') },
  { head: 'Tình trạng', cell: (row) => <State {...row} /> },
  { head: 'Thu hồi', cell: (row) => <Revoke row={row} refusal={ofForm(shown, 'thu-hoi')} /> },
];

export default function PartnerKeys({ loaderData, actionData }: Route.ComponentProps) {
  const { items, provinces, revoked, typed } = loaderData;
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const made = actionData && 'made' in actionData ? actionData.made : undefined;
  const shown = refusal ?? (made ? undefined : typed);
  return (
    <Page title="Khoá của đối tác" hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/can-bo', word: 'Cán bộ và cộng tác viên' }]} />
      <h1>Khoá của đối tác</h1>
      <ErrorSummary refusal={refusal} />
      {revoked && !actionData && <Note tone="good">Đã thu hồi. Khoá đó không mở được gì nữa.</Note>}
      {typed && !actionData && <Note>Đã xác nhận. Điều bạn ghi vẫn còn, hãy xem lại rồi bấm lần nữa.</Note>}
      {made && (
        <Note tone="good">
          <h2>Khoá của {made.name}</h2>
          <p>Chỉ hiện một lần này. Trao cho đối tác qua đường riêng, không gửi qua tin nhắn hay thư thường:</p>
          <p className="my-2 rounded border-2 border-[var(--color-leaf)] bg-white p-3">
            <code className="break-all" data-partner-key="">
              {made.key}
            </code>
          </p>
        </Note>
      )}
      <p>Hệ thống khác dùng khoá để đọc số liệu tổng hợp của một tỉnh. Khoá không xem được hộ hay người mua nào.</p>
      {items.length === 0 ? (
        <Empty title="Chưa có khoá nào." />
      ) : (
        <Table
          caption={`${items.length} khoá`}
          columns={columnsOf(provinces, shown)}
          rows={items}
          idOf={({ id }) => id}
          stack
        />
      )}
      <section className="panel grid gap-3">
        <h2>Khoá mới</h2>
        <Form action={path}>
          <Field name="name" label="Tên đối tác" autoComplete="off" maxLength={80} refusal={ofForm(shown, 'tao')} />
          <Select
            name="province"
            label="Tỉnh, thành phố"
            options={provinces}
            empty="Chọn tỉnh, thành phố"
            refusal={ofForm(shown, 'tao')}
          />
          <Field name="until" label="Dùng được đến hết ngày" type="date" refusal={ofForm(shown, 'tao')} />
          <div>
            <Submit name="go" value="tao">
              Tạo khoá
            </Submit>
          </div>
        </Form>
      </section>
    </Page>
  );
}
