import { addHamlet, CommuneCode, listHamlets, mergeHamlet, renameHamlet } from '@chophien/contracts';
import { check, notFound, optional, text, type Visitor, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Field, Form, Hidden, Note, Page, type Refusal, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { areaCommunes } from '../applications/area-communes.ts';
import { attempt } from '../attempt.ts';
import { needs, ownCommunes } from '../official.ts';
import type { Route } from './+types/hamlets';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'household.import');
  const who = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const communes = await areaCommunes(who, me);
  const commune = CommuneCode.safeParse(text(asked, 'xa')).data ?? ownCommunes(me)[0] ?? null;
  const { items } = commune ? await who.read(listHamlets, { params: { commune } }) : { items: [] };
  return { communes, commune, items, done: text(asked, 'xong') };
}

const sentences = {
  name: 'Ghi tên thôn, ấp, nhiều nhất 80 chữ.',
  former: 'Ghi tên xã cũ, hoặc để trống.',
  into: 'Chọn thôn, ấp giữ lại.',
};

const acts: Record<string, (who: Visitor, commune: string, form: FormData) => Promise<unknown>> = {
  them: ({ call }, commune, form) => {
    const former = optional(form, 'former');
    return call(addHamlet, {
      params: { commune },
      body: check(addHamlet.body!, { name: text(form, 'name'), ...(former ? { former } : {}) }),
    });
  },
  doi: ({ call }, commune, form) => {
    const former = optional(form, 'former');
    return call(renameHamlet, {
      params: check(renameHamlet.params!, { commune, slug: text(form, 'slug') }),
      body: check(renameHamlet.body!, { name: text(form, 'name'), ...(former ? { former } : {}) }),
    });
  },
  gop: ({ call }, commune, form) =>
    call(mergeHamlet, {
      params: check(mergeHamlet.params!, { commune, slug: text(form, 'slug') }),
      body: check(mergeHamlet.body!, { into: text(form, 'into') }),
    }),
};

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const act = Object.hasOwn(acts, text(form, 'go')) ? acts[text(form, 'go')] : undefined;
  const commune = CommuneCode.safeParse(text(form, 'commune')).data;
  if (!act || !commune) return notFound(context);
  return attempt(
    form,
    async () => {
      await act(context.get(visitor), commune, form);
      return redirect(`/thon-ap?xa=${commune}&xong=${text(form, 'go')}`);
    },
    { sentences },
  );
}

const doneWords: Record<string, string> = {
  them: 'Đã thêm thôn, ấp.',
  doi: 'Đã đổi tên.',
  gop: 'Đã gộp. Các hộ được chuyển sang thôn giữ lại trong ít phút.',
};

export default function Hamlets({ loaderData, actionData }: Route.ComponentProps) {
  const { communes, commune, items, done } = loaderData;
  const refusal = actionData;
  return (
    <Page title="Thôn, ấp" hidden refused={Boolean(refusal)} narrow>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
        ]}
      />
      <h1>Thôn, ấp, bản, tổ dân phố</h1>
      <p>Tên được thêm khi nhập danh sách hộ. Nếu một thôn bị ghi thành hai tên, hãy gộp lại.</p>
      <ErrorSummary refusal={refusal} />
      {!refusal && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      {communes.length > 0 && (
        <form action="/thon-ap" className="flex flex-wrap items-end gap-3">
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
      {commune && items.length === 0 && <Empty title="Xã này chưa có thôn, ấp nào trong danh sách" />}
      {commune &&
        items.map(({ slug, name, former }) => (
          <Hamlet
            key={slug}
            commune={commune}
            slug={slug}
            name={name}
            former={former}
            others={items.filter((other) => other.slug !== slug)}
            refusal={refusal?.typed.slug === slug ? refusal : undefined}
          />
        ))}
      {commune && (
        <section className="panel grid gap-3">
          <h2>Thêm thôn, ấp</h2>
          <Form action="/thon-ap">
            <Hidden name="commune" value={commune} />
            <Field
              name="name"
              label="Tên"
              hint="Ví dụ: Thôn Quất Du 1"
              maxLength={80}
              refusal={refusal?.typed.go === 'them' ? refusal : undefined}
            />
            <Field name="former" label="Thuộc xã cũ nào (nếu cần phân biệt)" maxLength={80} />
            <div>
              <Submit name="go" value="them">
                Thêm
              </Submit>
            </div>
          </Form>
        </section>
      )}
    </Page>
  );
}

interface HamletProps {
  commune: string;
  slug: string;
  name: string;
  former: string | null;
  others: readonly { slug: string; name: string; former: string | null }[];
  refusal: Refusal | undefined;
}

const Hamlet = ({ commune, slug, name, former, others, refusal }: HamletProps) => (
  <details className="panel" open={Boolean(refusal)}>
    <summary className="cursor-pointer py-2">
      <b>{name}</b>
      {former && ` (${former} cũ)`}
    </summary>
    <div className="mt-3 grid gap-4">
      <form method="post" action="/thon-ap" className="grid gap-3" noValidate>
        <Hidden name="commune" value={commune} />
        <Hidden name="slug" value={slug} />
        <label>
          <span className="field-name">Tên</span>
          <input className="input" name="name" defaultValue={name} maxLength={80} />
        </label>
        <label>
          <span className="field-name">Thuộc xã cũ</span>
          <input className="input" name="former" defaultValue={former ?? ''} maxLength={80} />
        </label>
        <div>
          <Submit kind="plain" name="go" value="doi">
            Đổi tên
          </Submit>
        </div>
      </form>
      {others.length > 0 && (
        <form method="post" action="/thon-ap" className="grid gap-3" noValidate>
          <Hidden name="commune" value={commune} />
          <Hidden name="slug" value={slug} />
          <label>
            <span className="field-name">Thật ra là cùng một thôn với</span>
            <select className="input" name="into" defaultValue="">
              <option value="">Chọn thôn, ấp giữ lại</option>
              {others.map((other) => (
                <option key={other.slug} value={other.slug}>
                  {other.former ? `${other.name} (${other.former} cũ)` : other.name}
                </option>
              ))}
            </select>
          </label>
          <div>
            <Submit kind="warn" name="go" value="gop">
              Gộp “{name}” vào thôn đó
            </Submit>
          </div>
        </form>
      )}
    </div>
  </details>
);
