import {
  appointPerson,
  appoints,
  listCommunes,
  listHamlets,
  listProvinces,
  type Role,
  roleTable,
  type StartLink,
} from '@chophien/contracts';
import { check, text, texts, visitor } from '@chophien/site';
import { Choices, Crumbs, ErrorSummary, Field, Form, Hidden, Note, Page, Select, Submit, when } from '@chophien/ui';
import { data } from 'react-router';
import { needs, ownCommunes, ownProvinces } from '../official.ts';
import { asTyped, dropUnfinished, unfinished } from '../unfinished.ts';
import type { Route } from './+types/appoint';
import { keeping } from './keeping.ts';
import { roleMeans, roleWords } from './role-words.ts';

const path = '/can-bo/them';

/** What may be given, and where: an own commune with its hamlets, the communes of an own province, any province. */
export async function loader({ context }: Route.LoaderArgs) {
  const me = await needs(context, 'official.appoint');
  const who = context.get(visitor);
  const given = [...new Set(me.grants.flatMap(({ role }) => appoints[role] ?? []))].filter(
    (role) => role !== 'partner',
  );
  const own = ownCommunes(me);
  const within = ownProvinces(me);
  const [lists, hamlets, provinces] = await Promise.all([
    Promise.all(within.map((code) => who.read(listCommunes, { params: { code } }))),
    Promise.all(own.map((commune) => who.read(listHamlets, { params: { commune } }))),
    given.includes('province-officer') ? who.read(listProvinces) : undefined,
  ]);
  const communes = lists.flatMap(({ items }) => items.map(({ code, fullName }) => ({ value: code, word: fullName })));
  return {
    given,
    communes: communes.length > 0 ? communes : own.map((code) => ({ value: code, word: code })),
    provinces: (provinces?.items ?? []).map(({ code, name }) => ({ value: code, word: name })),
    ownProvince: within[0],
    hamlets: hamlets.flatMap(({ items }) => items.map(({ slug, name }) => ({ value: slug, word: name }))),
    typed: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  phone: 'Ghi số điện thoại di động của người được giao.',
  name: 'Ghi họ và tên.',
  role: 'Chọn một vai trò.',
  commune: 'Chọn xã, phường.',
  province: 'Chọn tỉnh, thành phố.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return keeping(
    who,
    path,
    form,
    async () => {
      const role = text(form, 'role');
      const scope = Object.hasOwn(roleTable, role) ? roleTable[role as Role].scope : undefined;
      const hamlets = texts(form, 'hamlets');
      const body = check(appointPerson.body!, {
        phone: text(form, 'phone'),
        name: text(form, 'name'),
        role,
        ...(scope === 'commune' ? { commune: text(form, 'commune') } : {}),
        ...(scope === 'province' ? { province: text(form, 'province') } : {}),
        ...(role === 'helper' && hamlets.length > 0 ? { hamlets } : {}),
      });
      const { person, start } = await who.call(appointPerson, { body });
      const made = { person, start, name: body.name, role: body.role };
      // The link is in this very answer and nowhere else.
      return data({ made }, { headers: { 'set-cookie': dropUnfinished(who) } });
    },
    { sentences },
  );
}

/** The link by which an official begins, this once. */
export const StartLinkNote = ({ name, start }: { name: string; start: StartLink }) => (
  <Note tone="good">
    <h2>Đường dẫn bắt đầu của {name}</h2>
    <p>Chỉ hiện một lần này, dùng một lần, đến {when(start.expiresAt)}. Trao tận tay người đó; ai có nó là vào được.</p>
    <p className="my-2 rounded border-2 border-[var(--color-leaf)] bg-white p-3">
      <code className="break-all" data-start-link="">
        {start.link}
      </code>
    </p>
  </Note>
);

export default function Appoint({ loaderData, actionData }: Route.ComponentProps) {
  const { given, communes, provinces, ownProvince, hamlets, typed } = loaderData;
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const made = actionData && 'made' in actionData ? actionData.made : undefined;
  const shown = refusal ?? (made ? undefined : typed);
  const [only] = communes;
  const needsCommune = given.some((role) => roleTable[role].scope === 'commune');
  return (
    <Page title="Giao vai trò" narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/can-bo', word: 'Cán bộ và cộng tác viên' }]} />
      <h1>Giao vai trò cho một người</h1>
      <ErrorSummary refusal={refusal} />
      {typed && !actionData && <Note>Đã xác nhận. Điều bạn ghi vẫn còn, hãy xem lại rồi bấm Giao.</Note>}
      {made?.start && <StartLinkNote name={made.name} start={made.start} />}
      {made && !made.start && (
        <Note tone="good">
          Đã giao vai trò {roleWords[made.role]} cho <a href={`/can-bo/${made.person}`}>{made.name}</a>. Người này đăng
          nhập như mọi khi.
        </Note>
      )}
      <Form action={path}>
        <Choices
          name="role"
          legend="Vai trò"
          options={given.map((role) => ({
            value: role,
            word: (
              <>
                <b>{roleWords[role]}</b>
                {roleMeans[role] && <>: {roleMeans[role]}</>}
              </>
            ),
          }))}
          refusal={shown}
        />
        <Field name="name" label="Họ và tên" autoComplete="off" maxLength={80} refusal={shown} />
        <Field
          name="phone"
          label="Số điện thoại"
          hint="Người này đăng nhập bằng số của mình."
          type="tel"
          inputMode="tel"
          autoComplete="off"
          refusal={shown}
        />
        {needsCommune &&
          (communes.length === 1 && only ? (
            <Hidden name="commune" value={only.value} />
          ) : (
            <Select
              name="commune"
              label="Xã, phường"
              hint="Cho vai trò ở một xã."
              options={communes}
              empty="Chọn xã, phường"
              refusal={shown}
            />
          ))}
        {provinces.length > 0 ? (
          <Select
            name="province"
            label="Tỉnh, thành phố"
            hint="Cho cán bộ tỉnh."
            options={provinces}
            empty="Chọn tỉnh, thành phố"
            refusal={shown}
          />
        ) : (
          ownProvince && <Hidden name="province" value={ownProvince} />
        )}
        {given.includes('helper') && hamlets.length > 0 && (
          <Choices
            name="hamlets"
            legend="Thôn phụ trách"
            hint="Cho thành viên tổ công nghệ số. Không chọn thôn nào: cả xã."
            options={hamlets}
            refusal={shown}
            several
            wide
          />
        )}
        <div>
          <Submit>Giao vai trò</Submit>
        </div>
      </Form>
    </Page>
  );
}
