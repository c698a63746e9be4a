import { assignCases, CommuneCode, listHamlets, listHelpers } from '@chophien/contracts';
import { check, optional, text, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Form, Hidden, Note, Page, Select, Submit, Table } from '@chophien/ui';
import { redirect } from 'react-router';
import { areaCommunes } from '../applications/area-communes.ts';
import { attempt } from '../attempt.ts';
import { needs, ownCommunes } from '../official.ts';
import type { Route } from './+types/assign';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'household.import');
  const who = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const communes = await areaCommunes(who, me);
  const commune = CommuneCode.safeParse(text(asked, 'xa')).data ?? ownCommunes(me)[0] ?? null;
  const [hamlets, helpers] = commune
    ? await Promise.all([who.read(listHamlets, { params: { commune } }), who.read(listHelpers, { query: { commune } })])
    : [{ items: [] }, { items: [] }];
  return { communes, commune, hamlets: hamlets.items, helpers: helpers.items, done: text(asked, 'xong') };
}

const sentences = { helper: 'Chọn người giúp.', hamlet: 'Chọn thôn, ấp.', commune: 'Chọn xã, phường.' };

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const commune = text(form, 'commune');
  return attempt(
    form,
    async () => {
      const body = check(assignCases.body!, {
        helper: text(form, 'helper'),
        commune,
        hamlet: optional(form, 'hamlet') ?? '',
      });
      const { assigned } = await call(assignCases, { body });
      return redirect(`/ho-gia-dinh/phan-cong?xa=${commune}&xong=${assigned}`);
    },
    { sentences },
  );
}

/** A helper for all households of a hamlet beside which nobody stands. */
export default function Assign({ loaderData, actionData }: Route.ComponentProps) {
  const { communes, commune, hamlets, helpers, done } = loaderData;
  const refusal = actionData;
  const nameOf = (slug: string) => hamlets.find((hamlet) => hamlet.slug === slug)?.name ?? slug;
  return (
    <Page title="Giao người giúp" hidden refused={Boolean(refusal)} narrow>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
        ]}
      />
      <h1>Giao người giúp theo thôn</h1>
      <ErrorSummary refusal={refusal} />
      {!refusal && done !== '' && (
        <Note tone="good">
          {done === '0' ? 'Thôn này không còn hộ nào chưa có người giúp.' : `Đã giao ${done} hộ.`}
        </Note>
      )}
      {communes.length > 0 && (
        <form action="/ho-gia-dinh/phan-cong" className="flex flex-wrap items-end gap-3">
          <label>
            <span className="field-name">Xã, phường</span>
            <select className="input" name="xa" defaultValue={commune ?? ''}>
              <option value="">Chọn xã, phường</option>
              {communes.map(({ code, word }) => (
                <option key={code} value={code}>
                  {word}
                </option>
              ))}
            </select>
          </label>
          <Submit kind="plain">Xem</Submit>
        </form>
      )}
      {commune && helpers.length === 0 && (
        <Empty title="Xã này chưa có người của tổ công nghệ số cộng đồng">
          <a href="/can-bo/them">Thêm người giúp</a>
        </Empty>
      )}
      {commune && helpers.length > 0 && (
        <>
          <section className="panel grid gap-3">
            <Form>
              <Hidden name="commune" value={commune} />
              <Select
                name="helper"
                label="Người giúp"
                options={helpers.map(({ id, name, hamlets: theirs }) => ({
                  value: id,
                  word: `${name ?? 'Không tên'} (${theirs ? theirs.map(nameOf).join(', ') : 'cả xã'})`,
                }))}
                empty="Chọn người"
                refusal={refusal}
              />
              <Select
                name="hamlet"
                label="Thôn, ấp"
                hint="Giao tất cả các hộ của thôn chưa có người giúp."
                options={hamlets.map(({ slug, name, former }) => ({
                  value: slug,
                  word: former ? `${name} (${former} cũ)` : name,
                }))}
                empty="Chọn thôn, ấp"
                refusal={refusal}
              />
              <div>
                <Submit>Giao</Submit>
              </div>
            </Form>
          </section>
          <section className="panel">
            <Table
              caption="Đang giúp bao nhiêu hộ"
              rows={helpers}
              idOf={({ id }) => id}
              columns={[
                {
                  head: 'Người giúp',
                  cell: ({ id, name }) => <a href={`/ho-gia-dinh?nguoi=${id}`}>{name ?? 'Không tên'}</a>,
                },
                { head: 'Số hộ', number: true, cell: ({ households }) => households },
              ]}
            />
          </section>
        </>
      )}
    </Page>
  );
}
