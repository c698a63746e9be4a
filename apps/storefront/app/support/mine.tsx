import { listMySupport, type SupportRequest } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Empty, Page, StateBadge, when } from '@chophien/ui';
import type { Route } from './+types/mine';
import { Call } from './call.tsx';
import { supportStates, untilWhen } from './words.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const { items } = await read(listMySupport);
  return { items, phone: env.HELP_PHONE };
}

export default function MySupport({ loaderData: { items, phone } }: Route.ComponentProps) {
  return (
    <Page title="Gọi giúp đỡ" narrow hidden>
      <h1>Gọi giúp đỡ</h1>
      <p>
        <a className="button button-main w-full" href="/ho-tro/moi">
          Nhờ giúp
        </a>
      </p>
      <Call phone={phone} />
      <section className="grid gap-3">
        <h2>Việc tôi đã nhờ</h2>
        {items.length === 0 && (
          <Empty title="Chưa nhờ việc gì">Viết vài dòng, người của xã trả lời bạn ở đây và báo qua Tin nhắn.</Empty>
        )}
        <ul className="grid gap-3">
          {items.map((request) => (
            <Asked key={request.id} request={request} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

const Asked = ({ request }: { request: SupportRequest }) => (
  <li className="panel grid gap-1">
    <h3>
      <a href={`/ho-tro/${request.id}`}>{request.topic.title}</a>
    </h3>
    <p>
      <StateBadge state={supportStates[request.state]} />
    </p>
    <p>{untilWhen(request)}</p>
    <p className="field-hint">
      Số {request.number}, gửi {when(request.openedAt)}, {request.producer?.name ?? request.commune.fullName}
    </p>
  </li>
);
