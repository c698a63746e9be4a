import { type Client, Problem, producerPage, suspendProducer } from '@chophien/contracts';
import { check, notFound, visitor } from '@chophien/site';
import { Choices, Crumbs, ErrorSummary, Field, Form, Note, Page, Submit, TextArea } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import type { Route } from './+types/suspend';
import { Standing } from './application-head.tsx';
import { Conflict } from './conflict.tsx';
import { reviewed } from './reviewed.ts';
import { suspensionIn, suspensionSentences } from './suspension.ts';

const pathOf = (id: string): string => `/ho-so/${id}/tam-ngung`;

/** What buyers see of the stall now; a stall that is not on sale has no page. */
const onSale = async (call: Client, id: string): Promise<string> => {
  try {
    const { listings, more } = await call(producerPage, { params: { slug: id } });
    return more ? `hơn ${listings.length}` : String(listings.length);
  } catch (error) {
    if (error instanceof Problem) return '0';
    throw error;
  }
};

export async function loader({ context, params }: Route.LoaderArgs) {
  const known = await reviewed(context, params.id, pathOf(params.id));
  return { ...known, onSale: await onSale(context.get(visitor).call, params.id) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      const body = check(suspendProducer.body!, suspensionIn(form));
      const { status } = await who.call(suspendProducer, { params: { id }, body });
      return `/ho-so/${id}?xong=${status === 'suspended' ? 'tam-ngung' : 'bao-tam-ngung'}`;
    },
    { sentences: suspensionSentences },
  );
}

const ways = [
  {
    value: 'notice',
    word: (
      <span>
        <b>Báo trước năm ngày</b>
        <span className="block">
          Hộ đọc được lý do hôm nay; đủ năm ngày thì hệ thống tự tạm ngừng. Có thể bỏ trước ngày đó.
        </span>
      </span>
    ),
  },
  {
    value: 'order',
    word: (
      <span>
        <b>Theo văn bản của cơ quan có thẩm quyền</b>
        <span className="block">Tạm ngừng ngay khi bấm. Văn bản phải được thực hiện trong 24 giờ kể từ khi nhận.</span>
      </span>
    ),
  },
];

export default function Suspend({
  loaderData: { application, onSale: goods, kept },
  actionData,
}: Route.ComponentProps) {
  const { id, name, may } = application;
  const refusal = actionData ?? kept;
  return (
    <Page title={`Tạm ngừng gian hàng ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <h1>Tạm ngừng gian hàng {name}</h1>
      <ErrorSummary refusal={actionData} />
      <Conflict refusal={actionData} application={application} />
      {kept && !actionData && (
        <Note tone="good">Đã xác nhận lại là bạn. Lời bạn ghi vẫn còn dưới đây: hãy bấm gửi.</Note>
      )}
      <Standing application={application} />
      <Note tone="warn">
        <h2>Khi tạm ngừng</h2>
        <ul className="list-disc pl-5">
          <li>
            <b>{goods} món</b> đang bán sẽ không còn hiện trên chợ, và hộ không đăng thêm được.
          </li>
          <li>Đơn đã nhận vẫn giao, tiền của các đơn đó vẫn trả cho hộ.</li>
          <li>Mở lại thì hàng tự hiện lại, hộ không phải đăng lại.</li>
        </ul>
      </Note>
      <Form action={pathOf(id)}>
        <Choices
          name="way"
          legend="Tạm ngừng theo cách nào?"
          options={application.suspension ? ways.filter(({ value }) => value === 'order') : ways}
          refusal={refusal}
        />
        <Field
          name="order"
          label="Số văn bản"
          hint="Chỉ ghi khi tạm ngừng theo văn bản. Ví dụ: 12/QĐ-QLTT ngày 20/11/2026."
          maxLength={80}
          refusal={refusal}
        />
        <TextArea
          name="reason"
          label="Lý do"
          hint="Bằng lời dễ hiểu, không quá 300 chữ. Hộ đọc được nguyên văn lý do này."
          maxLength={300}
          rows={3}
          refusal={refusal}
        />
        <section className="panel grid gap-1">
          <h2>Hộ sẽ đọc được</h2>
          <p>
            Gian hàng {name} tạm ngừng (ngay, hoặc từ ngày ghi trong tin nếu báo trước). Lý do:{' '}
            <i>lời bạn ghi ở trên</i>. Đơn đã nhận vẫn giao. Cần hỏi, hộ gọi cán bộ xã.
          </p>
        </section>
        <div className="flex flex-wrap items-center gap-4">
          {may.includes('suspend') && <Submit kind="warn">Tạm ngừng gian hàng</Submit>}
          <a className="inline-block py-3" href={`/ho-so/${id}`}>
            Thôi, về hồ sơ
          </a>
        </div>
      </Form>
    </Page>
  );
}
