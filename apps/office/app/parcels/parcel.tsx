import { type AnswerOf, releaseParcel, ShortCode, watchParcel } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Badge,
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  type Step,
  Steps,
  Submit,
  TemperatureChart,
  TemperatureStrip,
  temperatureVerdict,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/parcel';
import { Excursions } from './excursions.tsx';
import { parcelWord, storageWord } from './parcel-words.ts';

type Watched = AnswerOf<typeof watchParcel>;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const code = ShortCode.safeParse(params.code);
  if (!code.success) return notFound(context);
  const parcel = await context.get(visitor).read(watchParcel, { params: { code: code.data } });
  return { parcel, released: new URL(request.url).searchParams.has('xong'), at: new Date().toISOString() };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call, read } = context.get(visitor);
  const code = ShortCode.safeParse(params.code);
  if (!code.success) return notFound(context);
  const form = await request.formData();
  // Only a parcel of one's own area is found by its code; its id is not taken from the form.
  const { id } = await read(watchParcel, { params: { code: code.data } });
  return attempt(
    form,
    async () => {
      const body = check(releaseParcel.body!, { finding: text(form, 'finding') });
      await call(releaseParcel, { params: { id }, body });
      return redirect(`/kien-hang/${code.data}?xong=1`);
    },
    { sentences: { finding: 'Ghi đã thấy gì khi xem hàng, từ 5 đến 300 chữ.' } },
  );
}

const stepsOf = ({ confirmedAt, packedAt, shippedAt, deliveredAt, state, held }: Watched): Step[] => {
  const ways: [string, string | null][] = [
    ['Người bán nhận', confirmedAt],
    ['Đóng gói', packedAt],
    ['Lên đường', shippedAt],
    ['Giao đến người mua', deliveredAt],
  ];
  const ended = state === 'returned' || state === 'cancelled';
  const now = ways.findIndex(([, at]) => at === null);
  const steps = ways.map(([word, at], index): Step => {
    if (at) return { word, detail: when(at), state: 'done' };
    if (index !== now || ended) return { word, state: 'later' };
    return held ? { word, detail: 'Dừng vì nhiệt độ', state: 'stop' } : { word, state: 'now' };
  });
  return ended ? [...steps.filter((step) => step.state === 'done'), { word: parcelWord(state), state: 'stop' }] : steps;
};

const Release = ({ refusal }: { refusal: Refusal | undefined }) => (
  <section className="panel no-print grid gap-3">
    <h2>Đã xem hàng?</h2>
    <p>Chỉ bỏ lệnh này sau khi có người mở gói xem tận nơi. Kết luận được lưu cùng tên bạn, không sửa được.</p>
    <Form>
      <Hidden name="go" value="di-tiep" />
      <Field
        name="finding"
        label="Kết luận"
        hint="Ví dụ: đã mở gói, quả còn cứng, không chảy nước, giao tiếp được."
        maxLength={300}
        refusal={refusal}
      />
      <div>
        <Submit>Cho kiện hàng đi tiếp</Submit>
      </div>
    </Form>
  </section>
);

export default function Parcel({ loaderData: { parcel, released, at }, actionData }: Route.ComponentProps) {
  const { code, producer, storage, state, held, holdReason, goods, temperature } = parcel;
  const verdict = temperatureVerdict(temperature);
  return (
    <Page title={`Kiện ${code}`} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/kien-hang', word: 'Kiện hàng' },
        ]}
      />
      <h1>Kiện {code}</h1>
      <ErrorSummary refusal={actionData} />
      {released && !held && !actionData && <Note tone="good">Đã ghi kết luận. Kiện hàng được đi tiếp.</Note>}
      {held && (
        <Note tone="bad">
          <b>Kiện này đang bị giữ vì nhiệt độ.</b> {holdReason} Chưa giao được cho đến khi có kết luận.
        </Note>
      )}
      <div className="grid items-start gap-4 md:grid-cols-[3fr_2fr]">
        <section className="panel grid gap-2">
          <h2>Hàng trong kiện</h2>
          <ul className="grid gap-1">
            {goods.map(({ name, quantity, unit }) => (
              <li key={name}>
                {name}, <b>{formatQuantity(quantity, unit)}</b>
              </li>
            ))}
          </ul>
          <dl className="facts">
            <dt>Người bán</dt>
            <dd>{producer}</dd>
            <dt>Cách giữ</dt>
            <dd>{storageWord(storage)}</dd>
            <dt>Tình trạng</dt>
            <dd>{held ? <Badge tone="bad">Dừng lại chờ xem hàng</Badge> : parcelWord(state)}</dd>
            <dt>Nhiệt kế</dt>
            <dd>{temperature.device ?? 'Không có'}</dd>
          </dl>
        </section>
        <section className="panel grid gap-2">
          <h2>Đường đi</h2>
          <Steps steps={stepsOf(parcel)} label="Các bước của kiện hàng" />
        </section>
      </div>
      {held && <Release refusal={actionData} />}
      <section className="panel grid gap-4">
        <h2>Nhiệt độ</h2>
        <p>
          <b>{verdict.words}</b> <span className="text-muted">Số liệu lúc {when(at)}.</span>
        </p>
        <TemperatureChart trace={temperature} />
        <TemperatureStrip summary={temperature} />
        <Excursions trace={temperature} />
      </section>
    </Page>
  );
}
