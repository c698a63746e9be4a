import { getMe, mayDo, myTraining, type SkillSheet, type TrainingSession } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Badge, Empty, Page, whenDay } from '@chophien/ui';
import type { Route } from './+types/mine';
import { CLASSES, SKILLS, TRAINING } from './paths.ts';
import { hoursOf, span, stillToShow } from './words.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [me, mine] = await Promise.all([read(getMe), read(myTraining)]);
  return { ...mine, teaches: mayDo(me, 'training.hold'), signs: mayDo(me, 'skills.sign') };
}

export default function MyTraining({ loaderData: { coming, sheets, teaches, signs } }: Route.ComponentProps) {
  return (
    <Page title="Tập huấn" narrow hidden>
      <h1>Tập huấn</h1>
      {teaches && (
        <nav className="panel grid gap-1" aria-label="Việc của tập huấn viên">
          <h2>Việc của tập huấn viên</h2>
          <p className="flex flex-wrap gap-x-6">
            <a className="inline-block py-3" href={CLASSES}>
              Các buổi học
            </a>
            {signs && (
              <a className="inline-block py-3" href={SKILLS}>
                Ký kỹ năng cho hộ
              </a>
            )}
          </p>
        </nav>
      )}
      <section className="grid gap-3">
        <h2>Buổi học sắp tới ở xã bạn</h2>
        {coming.length === 0 && (
          <Empty title="Chưa có buổi nào sắp tới">
            Có buổi mới thì xem được ở đây. Muốn có người đến chỉ tận nơi, bạn{' '}
            <a href="/ho-tro/moi?viec=tap-huan">nhờ giúp</a>.
          </Empty>
        )}
        <ul className="grid gap-3">
          {coming.map((session) => (
            <Coming key={session.id} session={session} />
          ))}
        </ul>
      </section>
      {sheets.length === 0 && (
        <p>
          Tài khoản này chưa có hộ nào. <a href="/dang-ky-ban">Mở hồ sơ hộ</a> để ghi lại các buổi đã học.
        </p>
      )}
      {sheets.map((sheet) => (
        <Household key={sheet.producer} sheet={sheet} />
      ))}
    </Page>
  );
}

const Coming = ({ session }: { session: TrainingSession }) => (
  <li className="panel grid gap-1">
    <h3>{session.course.title}</h3>
    <p>{span(session.startsAt, session.endsAt)}</p>
    <p>
      {session.place}, {session.commune.fullName}
    </p>
    <p className="field-hint">
      Khóa {hoursOf(session.course.hours)}
      {session.trainer.name && `, ${session.trainer.name} hướng dẫn`}
    </p>
    <p>
      <a className="inline-block py-3" href={`${TRAINING}/${session.id}`}>
        Tôi đang ở lớp này: điểm danh
      </a>
    </p>
  </li>
);

const Household = ({ sheet }: { sheet: SkillSheet }) => (
  <section className="panel grid gap-3" id={sheet.producer}>
    <h2>{sheet.name}</h2>
    <div className="grid gap-1">
      <h3>Đã học</h3>
      {sheet.courses.length === 0 && <p>Chưa dự buổi nào.</p>}
      <ul className="list-disc pl-6">
        {sheet.courses.map(({ title, day }) => (
          <li key={`${title} ${day}`}>
            {title}, ngày {formatDay(day)}
          </li>
        ))}
      </ul>
    </div>
    <div className="grid gap-2">
      <h3>Việc tự làm được</h3>
      <p>{stillToShow(sheet)}</p>
      <ul className="grid gap-2">
        {sheet.skills.map(({ id, title, hint, shownAt }) => (
          <li key={id} className="grid gap-1">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={shownAt ? 'good' : 'wait'}>{shownAt ? 'Đã làm được' : 'Chưa'}</Badge>
              <b>{title}</b>
            </span>
            <span className="field-hint">{shownAt ? `Ký ngày ${whenDay(shownAt)}` : hint}</span>
          </li>
        ))}
      </ul>
    </div>
  </section>
);
