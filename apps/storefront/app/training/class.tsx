import { enterAttendees, findTrainees, getTraining, Id, removeAttendee } from '@chophien/contracts';
import { check, text, texts, visitor } from '@chophien/site';
import {
  Choices,
  Crumbs,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  StateBadge,
  Submit,
  when,
} from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/class';
import { FindHousehold } from './find-household.tsx';
import { CLASSES, TRAINING } from './paths.ts';
import { attendedBy, sessionState, span } from './words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const session = await context.get(visitor).read(getTraining, { params });
  return { session, now: new Date().toISOString(), done: text(new URL(request.url).searchParams, 'xong') };
}

/** Searching is a POST: names of households do not stand in addresses. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  return attempt(
    form,
    async () => {
      const id = check(Id, params.id);
      const words = text(form, 'words').slice(0, 100);
      const producers = texts(form, 'producers');
      if (go === 'tim' || (go === 'them' && producers.length === 0)) {
        const found = words ? await call(findTrainees, { query: { q: words, page: 1 } }) : { items: [], total: 0 };
        return data({ words, found, nobody: go === 'them' });
      }
      if (go === 'bo') {
        await call(removeAttendee, { params: { id, producer: check(Id, text(form, 'producer')) } });
        return redirect(`${CLASSES}/${id}?xong=bo`);
      }
      const body = check(enterAttendees.body!, { producers });
      await call(enterAttendees, { params: { id }, body });
      return redirect(`${CLASSES}/${id}?xong=${body.producers.length}`);
    },
    { producers: TICK_ONE },
  );
}

const TICK_ONE = 'Đánh dấu ít nhất một hộ.';

/** The form with what was found again, when it was sent with nobody ticked. */
const nobodyTicked: Refusal = {
  code: 'platform.invalid-input',
  sentence: TICK_ONE,
  fields: { producers: TICK_ONE },
  typed: {},
};

const said = (done: string): string | undefined => {
  if (done === 'bo') return 'Đã bỏ khỏi danh sách.';
  return /^\d{1,3}$/.test(done) ? `Đã ghi ${done} hộ có mặt.` : undefined;
};

export default function Class({ loaderData: { session, now, done }, actionData }: Route.ComponentProps) {
  const search = actionData && 'found' in actionData ? actionData : undefined;
  const refused = actionData && 'code' in actionData ? actionData : undefined;
  const refusal = search?.nobody && search.found.items.length > 0 ? nobodyTicked : refused;
  const told = actionData ? undefined : said(done);
  return (
    <Page title={session.course.title} narrow hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: TRAINING, word: 'Tập huấn' },
          { href: CLASSES, word: 'Các buổi học' },
        ]}
      />
      <h1>{session.course.title}</h1>
      <ErrorSummary refusal={refusal} />
      {told && <Note tone="good">{told}</Note>}
      <p>
        <StateBadge state={sessionState(session, now)} /> {span(session.startsAt, session.endsAt)}
        <br />
        {session.place}, {session.commune.fullName}
      </p>
      {session.open ? (
        <>
          {Date.parse(now) <= Date.parse(session.endsAt) && (
            <p>
              <a className="button button-main w-full" href={`${CLASSES}/${session.id}/ma`}>
                Hiện mã điểm danh
              </a>
            </p>
          )}
          <section className="panel grid gap-3">
            <h2>Thêm từ danh sách giấy</h2>
            <FindHousehold words={search?.words ?? ''} />
            {search && (
              <Found search={search} there={session.attendees.map(({ producer }) => producer)} refusal={refusal} />
            )}
          </section>
        </>
      ) : (
        <Note>Chưa điểm danh hoặc không sửa được nữa: buổi học chưa đến giờ, đã hủy, hoặc đã quá hạn sửa.</Note>
      )}
      <section className="grid gap-3">
        <h2>Có mặt: {session.attendees.length} hộ</h2>
        {session.attendees.length === 0 && <Empty title="Chưa có ai điểm danh" />}
        <ul className="grid gap-2">
          {session.attendees.map(({ producer, name, hamlet, how, at }) => (
            <li key={producer} className="panel grid gap-1">
              <b>{name}</b>
              <span className="field-hint">
                {hamlet && `${hamlet}, `}
                {attendedBy[how]} lúc {when(at)}
              </span>
              {session.open && (
                <Form>
                  <Hidden name="producer" value={producer} />
                  <div>
                    <Submit kind="plain" name="go" value="bo">
                      Ghi nhầm, bỏ {name}
                    </Submit>
                  </div>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

interface Search {
  words: string;
  found: { items: { id: string; name: string; hamlet: string | null }[]; total: number };
}

interface FoundProps {
  search: Search;
  there: readonly string[];
  refusal: Refusal | undefined;
}

const Found = ({ search: { words, found }, there, refusal }: FoundProps) => {
  const absent = found.items.filter(({ id }) => !there.includes(id));
  const more = found.total - found.items.length;
  if (!words) return <p>Gõ tên hộ rồi bấm Tìm.</p>;
  if (found.items.length === 0) return <p>Không có hộ nào tên “{words}” ở các xã bạn dạy. Thử ít chữ hơn.</p>;
  if (absent.length === 0) return <p>Các hộ tìm thấy đều đã có trong danh sách.</p>;
  return (
    <Form>
      <Hidden name="words" value={words} />
      <Choices
        several
        name="producers"
        legend="Hộ nào có mặt?"
        refusal={refusal}
        hint={more > 0 ? `Còn ${more} hộ nữa, gõ rõ hơn để thấy.` : undefined}
        options={absent.map(({ id, name, hamlet }) => ({ value: id, word: hamlet ? `${name}, ${hamlet}` : name }))}
      />
      <Submit name="go" value="them">
        Ghi có mặt
      </Submit>
    </Form>
  );
};
