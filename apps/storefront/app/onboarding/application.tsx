import { taskIds } from '@chophien/contracts';
import { text, visitor } from '@chophien/site';
import { Icon, Note, Page, producerKinds, StateBadge } from '@chophien/ui';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/application';
import { KeptOnPhone } from './draft-form.tsx';
import { lacking } from './lacking.ts';
import { isOpen, openWithMe } from './opened.ts';
import { applicationPath, checkPath } from './paths.ts';
import { Standing } from './standing.tsx';
import { TaskList } from './task-list.tsx';
import { isTooEarly, shownTasks, stateOf } from './task-steps.ts';
import { statuses, tasks } from './words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { application, me } = await openWithMe({ context, params });
  const { searchParams } = new URL(request.url);
  const done = text(searchParams, 'xong');
  return {
    application,
    person: me.id,
    help: context.get(visitor).env.HELP_PHONE,
    now: new Date().toISOString(),
    begun: searchParams.has('moi'),
    done: taskIds.find((task) => task === done),
    saved: text(searchParams, 'luu'),
  };
}

export default function Application({ loaderData }: Route.ComponentProps) {
  const { application, person, help, now, begun, done, saved } = loaderData;
  const { id, name, kind, commune, status } = application;
  const open = isOpen(application);
  return (
    <Page title={`Hồ sơ ${name}`} narrow hidden>
      <p>
        <a className="inline-block py-3" href="/ban-hang">
          ‹ Trang bán hàng
        </a>
      </p>
      <h1>{name}</h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge state={statuses[status]} />
        <span>
          {producerKinds[kind]}, {commune.fullName}, {commune.province}
        </span>
      </p>
      {begun && (
        <Note tone="good">
          <b>Đã mở hồ sơ.</b> Làm lần lượt các việc dưới đây, lúc nào rảnh làm lúc đó. Mỗi câu trả lời được lưu ngay.
        </Note>
      )}
      {done && stateOf(application, done) !== 'todo' && <Note tone="good">Xong việc: {tasks[done].title}.</Note>}
      <Standing application={application} now={new Date(now)} />
      <KeptOnPhone person={person} household={id} saved={saved} quiet={done !== undefined} />
      {open && <ToDo {...loaderData} />}
      {open && (
        <p className="flex items-start gap-2">
          <Icon name="phone" />
          <span>
            Vướng chỗ nào thì{' '}
            {help ? (
              <a href={`tel:${help.replace(/[^\d+]/g, '')}`}>gọi {help}</a>
            ) : (
              'hỏi tổ công nghệ số cộng đồng của xã'
            )}
            , hoặc nhờ cán bộ xã làm cùng.
          </span>
        </p>
      )}
      <Ways {...loaderData} />
      <Enhance />
    </Page>
  );
}

type Data = Route.ComponentProps['loaderData'];

/** What is to be done; of a returned application only that, the rest folded away. */
const ToDo = ({ application }: Data) => {
  const { id, status, may } = application;
  const shown = shownTasks(application);
  const left = shown.filter(
    (task) => !isTooEarly(application, task) && ['todo', 'returned'].includes(stateOf(application, task)),
  );
  const rest = shown.filter((task) => !left.includes(task));
  const returned = status === 'returned';
  const mended = !left.some((task) => stateOf(application, task) === 'returned');
  const ready = mended && lacking(application).length === 0;
  return (
    <>
      <h2>{returned ? `Cần sửa ${left.length} việc` : left.length > 0 ? `Còn ${left.length} việc` : 'Đủ cả rồi'}</h2>
      <TaskList application={application} only={returned ? left : shown} />
      {returned && rest.length > 0 && (
        <details>
          <summary className="py-3">{rest.length} việc khác không cần sửa</summary>
          <TaskList application={application} only={rest} />
        </details>
      )}
      {may.includes('hand-in') && (
        <p>
          <a className={`button w-full ${ready ? 'button-main' : ''}`} href={checkPath(id)}>
            {ready ? 'Xem lại và gửi' : 'Xem lại những gì đã ghi'}
          </a>
        </p>
      )}
      {ready && left.length > 0 && (
        <p className="field-hint">
          Gửi được rồi. Việc còn lại làm trong lúc chờ cũng được, nhưng phải xong mới bán được.
        </p>
      )}
    </>
  );
};

const Ways = ({ application: { id, status, may, kind } }: Data) => {
  const ways = [
    { href: `/ban-hang/gian-hang/${id}`, word: 'Xem trước gian hàng' },
    ...(status === 'draft' || status === 'returned' ? [] : [{ href: checkPath(id), word: 'Xem hồ sơ đã gửi' }]),
    ...(status !== 'closed' ? [{ href: `/ban-hang/giay-to/${id}`, word: 'Giấy tờ của tôi' }] : []),
    ...(may.includes('members') || may.includes('delegate')
      ? [
          {
            href: `/ban-hang/ho?ho=${id}`,
            word: kind === 'household' ? 'Người trong nhà, người làm giúp' : 'Thành viên, người làm giúp',
          },
        ]
      : []),
    { href: `/ban-hang/dong-y/${id}`, word: 'Những điều đã đồng ý' },
    ...(may.includes('close') && status !== 'closed'
      ? [{ href: applicationPath(id, 'dong'), word: 'Đóng gian hàng' }]
      : []),
  ];
  return (
    <nav aria-label="Về hồ sơ này">
      <ul className="grid">
        {ways.map(({ href, word }) => (
          <li key={href}>
            <a className="inline-block py-3" href={href}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
