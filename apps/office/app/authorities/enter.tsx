import { randomUUID } from 'node:crypto';
import { enterAuthorityRequest, listCases, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { check, optional, text, visitor } from '@chophien/site';
import { Choices, Crumbs, ErrorSummary, Field, Form, Hidden, Page, Select, Submit, TextArea, Tick } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { may, needs, ownProvinces, placeWords } from '../official.ts';
import { instantOf } from '../times.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/enter';
import { kindWords } from './authority-words.ts';

const path = '/co-quan/ghi';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'authority.handle');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const words = text(searchParams, 'tim').slice(0, 100);
  const chosen = text(searchParams, 'ho');
  const [provinces, found] = await Promise.all([
    Promise.all(
      ownProvinces(me).map(async (province) => ({
        value: province,
        word: await placeWords(who, { commune: null, province }),
      })),
    ),
    words && may(me, 'caseload.read') ? who.read(listCases, { query: { words } }) : undefined,
  ]);
  return {
    id: randomUUID(),
    today: vietnamDay(new Date()),
    provinces,
    words,
    chosen: isId(chosen) ? { id: chosen, name: text(searchParams, 'ten').slice(0, 160) } : undefined,
    found: found?.items.slice(0, 10).map(({ id, name, communeName }) => ({ id, name, communeName })),
    kept: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  authority: 'Ghi tên cơ quan, từ 3 đến 160 chữ.',
  document: 'Ghi số và ngày của văn bản.',
  scope: 'Ghi rõ văn bản yêu cầu gì, từ 5 đến 1.500 chữ.',
  producer: 'Tạm ngừng gian hàng thì phải chọn gian hàng nào.',
  receivedAt: 'Ghi ngày và giờ nhận, không sau lúc này. Ví dụ 08:30.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    path,
    form,
    async () => {
      const id = text(form, 'id');
      if (!isId(id)) throw new Problem('platform.not-found');
      const body = check(enterAuthorityRequest.body!, {
        kind: text(form, 'kind'),
        urgent: text(form, 'urgent') === '1',
        authority: text(form, 'authority'),
        document: text(form, 'document'),
        scope: text(form, 'scope'),
        province: text(form, 'province'),
        producer: optional(form, 'producer'),
        receivedAt: instantOf(text(form, 'day'), text(form, 'receivedAt')) ?? '',
      });
      await who.call(enterAuthorityRequest, { params: { id }, body });
      return `/co-quan/${id}?xong=ghi`;
    },
    { sentences },
  );
}

type Data = Route.ComponentProps['loaderData'];

/** Whom it is about, found by name before the form is filled in. */
const Household = ({ words, chosen, found }: Pick<Data, 'words' | 'chosen' | 'found'>) => (
  <section className="panel no-print grid gap-3">
    <h2>Yêu cầu nói về gian hàng nào?</h2>
    {chosen ? (
      <p>
        <b>{chosen.name || 'Gian hàng đã chọn'}</b>{' '}
        <a className="inline-block py-2" href={path}>
          Bỏ chọn
        </a>
      </p>
    ) : (
      <p className="field-hint">Không nói về gian hàng nào thì bỏ qua, ghi tiếp ở dưới.</p>
    )}
    <form action={path} className="flex flex-wrap items-end gap-3">
      <label>
        <span className="field-name">Tên hộ, hợp tác xã</span>
        <input className="input" type="search" name="tim" defaultValue={words} maxLength={100} />
      </label>
      <Submit kind="plain">Tìm</Submit>
    </form>
    {found &&
      (found.length === 0 ? (
        <p>Không tìm thấy hộ nào tên như vậy trong địa bàn của bạn.</p>
      ) : (
        <ul className="grid gap-1">
          {found.map(({ id, name, communeName }) => (
            <li key={id}>
              <a className="inline-block py-2" href={`${path}?${new URLSearchParams({ ho: id, ten: name })}`}>
                {name}
              </a>
              , {communeName}
            </li>
          ))}
        </ul>
      ))}
  </section>
);

export default function EnterRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, provinces, chosen, kept } = loaderData;
  const refusal = actionData ?? kept;
  const typed = (name: string) => (typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : undefined);
  return (
    <Page title="Ghi yêu cầu của cơ quan nhà nước" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/co-quan', word: 'Yêu cầu của cơ quan nhà nước' }]} />
      <h1>Ghi yêu cầu của cơ quan nhà nước</h1>
      <ErrorSummary refusal={actionData} />
      <Household {...loaderData} />
      <Form action={path}>
        <Hidden name="id" value={typed('id') ?? id} />
        <Hidden name="producer" value={chosen?.id ?? typed('producer') ?? ''} />
        <Choices
          name="kind"
          legend="Cơ quan yêu cầu gì?"
          options={Object.entries(kindWords).map(([value, word]) => ({ value, word }))}
          refusal={refusal}
        />
        <Tick name="urgent" refusal={refusal}>
          Văn bản ghi khẩn
        </Tick>
        <Field name="authority" label="Cơ quan" maxLength={160} autoComplete="off" refusal={refusal} />
        <Field
          name="document"
          label="Số và ngày văn bản"
          hint="Ví dụ: 12/QLTT-NV ngày 20/11/2026"
          maxLength={120}
          autoComplete="off"
          refusal={refusal}
        />
        <TextArea
          name="scope"
          label="Yêu cầu đúng những gì, trong thời gian nào"
          hint="Chép đúng văn bản. Chỉ trả lời trong phạm vi này."
          maxLength={1500}
          refusal={refusal}
        />
        {provinces.length > 1 ? (
          <Select name="province" label="Tỉnh" options={provinces} refusal={refusal} />
        ) : (
          <Hidden name="province" value={provinces[0]?.value ?? ''} />
        )}
        <Field name="day" label="Ngày nhận" type="date" value={today} max={today} refusal={refusal} />
        <Field
          name="receivedAt"
          label="Giờ nhận"
          hint="Ví dụ 08:30. Đồng hồ chạy từ giờ này."
          maxLength={12}
          autoComplete="off"
          refusal={refusal}
        />
        <div>
          <Submit>Ghi vào sổ</Submit>
        </div>
      </Form>
    </Page>
  );
}
