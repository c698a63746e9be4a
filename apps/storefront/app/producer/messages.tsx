import { listMessages, readMessages } from '@chophien/contracts';
import { ownPath, visitor } from '@chophien/site';
import { Badge, Empty, ErrorSummary, Form, Page, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/messages';

export async function loader({ context }: Route.LoaderArgs) {
  const { items, unread } = await context.get(visitor).read(listMessages);
  return { items: items.map((message) => ({ ...message, link: ownPath(message.link, '') })), unread };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  return attempt(await request.formData(), async () => {
    await call(readMessages);
    return redirect('/ban-hang/tin-nhan');
  });
}

const sent: Record<string, string> = {
  zalo: 'Đã gửi cả qua Zalo',
  sms: 'Đã gửi cả qua SMS',
  failed: 'Chưa gửi được qua điện thoại',
  pending: 'Đang gửi qua điện thoại',
};

export default function Messages({ loaderData: { items, unread }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Tin nhắn" narrow hidden>
      <h1>Tin nhắn</h1>
      <ErrorSummary refusal={actionData} />
      {unread > 0 && (
        <Form>
          <Submit kind="plain">Đánh dấu đã đọc hết ({unread})</Submit>
        </Form>
      )}
      {items.length === 0 && <Empty title="Chưa có tin nào">Có đơn mới hay hồ sơ được duyệt, tin sẽ hiện ở đây.</Empty>}
      <ul className="grid gap-3">
        {items.map((message) => (
          <li key={message.id} className="panel grid gap-1">
            <p>
              {message.readAt === null && <Badge tone="wait">Mới</Badge>} {message.text}
            </p>
            <p className="field-hint">
              {when(message.at)}
              {sent[message.sent] && `. ${sent[message.sent]}`}
            </p>
            {message.link && (
              <p>
                <a className="inline-block py-2" href={message.link}>
                  Mở xem
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
