import { randomUUID } from 'node:crypto';
import { Id, Key, listComplaintTopics, listMyComplaints, makeComplaint, orderPage } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { check, text, type Visitor, visitor } from '@chophien/site';
import {
  Choices,
  Crumbs,
  ErrorSummary,
  Form,
  Hidden,
  Page,
  type Refusal,
  Submit,
  TextArea,
  typedOr,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/make';
import { Before, type Mine } from './before.tsx';

interface Parcel {
  id: string;
  word: string;
}

/** What it is about stands in the address: an order with its key, or a producer. */
const aboutOf = (search: URLSearchParams) => {
  const key = Key.safeParse(search.get('khoa'));
  const producer = Id.safeParse(search.get('nha'));
  const code = text(search, 'don');
  return {
    order: code !== '' && key.success ? { code, key: key.data } : undefined,
    producer: producer.success ? producer.data : undefined,
  };
};

const parcelsOf = async ({ read }: Visitor, order: { code: string; key: string }): Promise<Parcel[]> => {
  const { order: found } = await read(orderPage, { params: { code: order.code }, query: { key: order.key } });
  return found.parcels.map(({ id, producer, lines }) => ({
    id,
    word: `${producer.name}: ${lines.map((line) => `${line.name}, ${formatQuantity(line.quantity, line.unit)}`).join('; ')}`,
  }));
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { order, producer } = aboutOf(new URL(request.url).searchParams);
  const chosen = order !== undefined || producer !== undefined;
  const [{ items: topics }, parcels, mine] = await Promise.all([
    who.read(listComplaintTopics),
    order ? parcelsOf(who, order) : [],
    // Nobody signed in has none to show, and needs none to begin.
    chosen
      ? []
      : who.call(listMyComplaints).then(
          ({ items }): Mine => items,
          (): Mine => [],
        ),
    producer && !order ? who.read(listMyComplaints) : undefined, // only for whoever is signed in
  ]);
  return { id: randomUUID() as string, topics, parcels, order, producer, mine, chosen };
}

const sentences = {
  topic: 'Chọn việc bạn khiếu nại.',
  text: 'Kể chuyện gì đã xảy ra, ít nhất 5 chữ.',
  parcel: 'Chọn kiện hàng.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const { order, producer } = aboutOf(new URL(request.url).searchParams);
  return attempt(
    form,
    async () => {
      const about = order ? { order: order.code, key: order.key, parcel: text(form, 'parcel') } : { producer };
      const said = { id: text(form, 'id'), topic: text(form, 'topic'), text: text(form, 'text'), about };
      const { number, key } = await call(makeComplaint, { body: check(makeComplaint.body!, said) });
      return redirect(`/khieu-nai/${number}?khoa=${key}&moi=1`);
    },
    sentences,
    (field) => (field.startsWith('about') ? 'parcel' : field),
  );
}

export default function Make({ loaderData, actionData }: Route.ComponentProps) {
  const { chosen, mine, order } = loaderData;
  if (!chosen) return <Before mine={mine} />;
  return (
    <Page title="Gửi khiếu nại" narrow hidden refused={Boolean(actionData)}>
      {order && <Crumbs links={[{ href: `/don-hang/${order.code}?khoa=${order.key}`, word: `Đơn ${order.code}` }]} />}
      <h1>Gửi khiếu nại</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        Cán bộ xã nơi người bán sản xuất đọc, hỏi hai bên rồi quyết định. Muốn được hoàn tiền hàng hỏng, thiếu thì bấm
        báo hỏng ở trang đơn hàng, nhanh hơn.
      </p>
      <Said {...loaderData} refusal={actionData} />
    </Page>
  );
}

type Data = Route.ComponentProps['loaderData'];

const Said = ({ id, topics, parcels, refusal }: Data & { refusal: Refusal | undefined }) => (
  <Form>
    <Hidden name="id" value={refusal?.code === 'complaints.id-used' ? id : typedOr(refusal, 'id', id)} />
    {parcels.length === 1 && <Hidden name="parcel" value={parcels[0]?.id ?? ''} />}
    {parcels.length > 1 && (
      <Choices
        name="parcel"
        legend="Kiện nào?"
        options={parcels.map((parcel) => ({ value: parcel.id, word: parcel.word }))}
        refusal={refusal}
      />
    )}
    <Choices
      name="topic"
      legend="Khiếu nại việc gì?"
      hint="Trong ngoặc là số ngày làm việc để quyết định."
      options={topics.map((topic) => ({
        value: topic.id,
        word: `${topic.title} (${topic.workingDays} ngày)`,
      }))}
      refusal={refusal}
    />
    <TextArea
      name="text"
      label="Chuyện gì đã xảy ra?"
      hint="Người bán và cán bộ đọc được. Đừng ghi số căn cước hay số thẻ."
      rows={6}
      maxLength={2000}
      refusal={refusal}
    />
    <Submit wide>Gửi khiếu nại</Submit>
  </Form>
);
