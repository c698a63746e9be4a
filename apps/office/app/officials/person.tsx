import { endRole, getPersonOfArea, leaveOffice, renewStart, type RoleView } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Badge,
  type Column,
  Crumbs,
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
import { data } from 'react-router';
import { ofForm } from '../attempt.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs, placeWords } from '../official.ts';
import { asTyped, dropUnfinished, unfinished } from '../unfinished.ts';
import type { Route } from './+types/person';
import { StartLinkNote } from './appoint.tsx';
import { keeping } from './keeping.ts';
import { roleWords } from './role-words.ts';

const pathOf = (id: string) => `/can-bo/${id}`;

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  await needs(context, 'official.appoint');
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const person = await who.read(getPersonOfArea, { params: { id } });
  const places = Object.fromEntries(
    await Promise.all(person.roles.map(async (one) => [one.id, await placeWords(who, one)] as const)),
  );
  const { searchParams } = new URL(request.url);
  return { person, places, ended: searchParams.has('xong'), typed: asTyped(unfinished(who, pathOf(id))) };
}

const sentences = {
  reason: 'Ghi lý do, từ 3 đến 200 chữ.',
  handedTo: 'Chọn người nhận việc.',
};

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const reason = text(form, 'reason');
  if (go === 'bat-dau-lai') {
    return keeping(
      who,
      pathOf(id),
      form,
      async () => {
        const body = check(renewStart.body!, { reason });
        const start = await who.call(renewStart, { params: { id }, body });
        // The link is in this very answer and nowhere else.
        return data({ start }, { headers: { 'set-cookie': dropUnfinished(who) } });
      },
      { sentences },
    );
  }
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      if (go === 'ket-thuc') {
        const params = check(endRole.params!, { id: text(form, 'role') });
        await who.call(endRole, { params, body: check(endRole.body!, { reason }) });
        return text(form, 'last') ? '/can-bo' : `${pathOf(id)}?xong=1`;
      }
      const body = check(leaveOffice.body!, { handedTo: text(form, 'handedTo') || null, reason });
      await who.call(leaveOffice, { params: { id }, body });
      return '/can-bo?da-roi=1';
    },
    { sentences },
  );
}

const columnsOf = (places: Readonly<Record<string, string>>): Column<RoleView>[] => [
  { head: 'Vai trò', cell: ({ role }) => <b>{roleWords[role]}</b> },
  {
    head: 'Nơi',
    cell: (one) => (
      <>
        {places[one.id]}
        {one.hamlets && <> · thôn: {one.hamlets.join(', ')}</>}
      </>
    ),
  },
  { head: 'Từ ngày', cell: ({ since }) => whenDay(since) },
  { head: 'Người giao', cell: ({ by }) => by ?? 'Lệnh vận hành' },
  { head: 'Vào lần cuối', cell: ({ lastSeenAt }) => (lastSeenAt ? when(lastSeenAt) : 'Chưa vào') },
];

const EndForm = ({ role, last, refusal }: { role: RoleView; last: boolean; refusal: Refusal | undefined }) => {
  const own = refusal?.typed.role === role.id ? refusal : undefined;
  return (
    <details open={Boolean(own)}>
      <summary className="chip">Kết thúc vai trò này</summary>
      <div className="mt-2">
        <Form>
          <Hidden name="role" value={role.id} />
          {last && <Hidden name="last" value="1" />}
          <Field name="reason" label={`Lý do kết thúc vai trò ${roleWords[role.role]}`} maxLength={200} refusal={own} />
          <div>
            <Submit kind="warn" name="go" value="ket-thuc">
              Kết thúc
            </Submit>
          </div>
        </Form>
      </div>
    </details>
  );
};

export default function Person({ loaderData: { person, places, ended, typed }, actionData }: Route.ComponentProps) {
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const start = actionData && 'start' in actionData ? actionData.start : undefined;
  const shown = refusal ?? (start ? undefined : typed);
  const name = person.name ?? localPhone(person.phone);
  const isMe = person.roles.some((role) => role.isMe);
  const waiting = person.roles.some((role) => role.isWaiting);
  return (
    <Page title={name} narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/can-bo', word: 'Cán bộ và cộng tác viên' }]} />
      <h1>{name}</h1>
      <ErrorSummary refusal={refusal} />
      {ended && !actionData && <Note tone="good">Đã kết thúc vai trò.</Note>}
      {typed && !actionData && <Note>Đã xác nhận. Điều bạn ghi vẫn còn, hãy xem lại rồi bấm lần nữa.</Note>}
      {start && <StartLinkNote name={name} start={start} />}
      <p>
        Số điện thoại <b>{localPhone(person.phone)}</b> {waiting && <Badge tone="wait">Chưa bắt đầu</Badge>}
      </p>
      <section className="panel grid gap-3">
        <Table caption="Vai trò đang giữ" columns={columnsOf(places)} rows={person.roles} idOf={({ id }) => id} stack />
        {!isMe &&
          person.roles.map((role) => (
            <EndForm key={role.id} role={role} last={person.roles.length === 1} refusal={ofForm(shown, 'ket-thuc')} />
          ))}
      </section>
      {!isMe && person.kind === 'official' && (
        <section className="panel grid gap-3">
          <h2>Quên mật khẩu, mất điện thoại</h2>
          <p>
            Tạo đường dẫn để người này đặt lại mật khẩu và ứng dụng xác thực. Mật khẩu, mã và các máy cũ không dùng được
            nữa. Hãy gặp hoặc gọi để chắc đúng người.
          </p>
          <Form>
            <Field
              name="reason"
              label="Lý do tạo đường dẫn mới"
              maxLength={200}
              refusal={ofForm(shown, 'bat-dau-lai')}
            />
            <div>
              <Submit kind="plain" name="go" value="bat-dau-lai">
                Tạo đường dẫn bắt đầu lại
              </Submit>
            </div>
          </Form>
        </section>
      )}
      {!isMe && (
        <section className="panel grid gap-3">
          <h2>Rời nhiệm vụ</h2>
          <p>Mọi vai trò kết thúc ngay, mọi máy bị đăng xuất, các hộ và hồ sơ đang theo chuyển cho người nhận việc.</p>
          <Form>
            {person.colleagues.length > 0 ? (
              <Select
                name="handedTo"
                label="Người nhận việc"
                options={person.colleagues.map(({ id, name: word }) => ({ value: id, word: word ?? 'Chưa ghi tên' }))}
                empty="Chọn đồng nghiệp"
                refusal={ofForm(shown, 'roi')}
              />
            ) : (
              <Note tone="warn">Không có đồng nghiệp cùng vai trò, cùng nơi: việc đang làm về cấp trên.</Note>
            )}
            <Field name="reason" label="Lý do rời nhiệm vụ" maxLength={200} refusal={ofForm(shown, 'roi')} />
            <div>
              <Submit kind="warn" name="go" value="roi">
                Ghi rời nhiệm vụ
              </Submit>
            </div>
          </Form>
        </section>
      )}
    </Page>
  );
}
