import { getMe, getSkills, Id, mayDo, signSkills } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, text, texts, visitor } from '@chophien/site';
import { Badge, Choices, Crumbs, ErrorSummary, Form, Note, Page, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/skills';
import { SKILLS, TRAINING } from './paths.ts';
import { stillToShow } from './words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [me, sheet] = await Promise.all([read(getMe), read(getSkills, { params: { id: params.producer } })]);
  return { sheet, signs: mayDo(me, 'skills.sign'), done: text(new URL(request.url).searchParams, 'xong') === '1' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const body = check(signSkills.body!, { skills: texts(form, 'skills') });
      await call(signSkills, { params: { id: check(Id, params.producer) }, body });
      return redirect(`${SKILLS}/${params.producer}?xong=1`);
    },
    { skills: 'Đánh dấu ít nhất một việc bạn đã thấy hộ làm.' },
  );
}

export default function Skills({ loaderData: { sheet, signs, done }, actionData }: Route.ComponentProps) {
  const left = sheet.skills.filter(({ shownAt }) => shownAt === null);
  const shown = sheet.skills.filter(({ shownAt }) => shownAt !== null);
  return (
    <Page title={sheet.name} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: TRAINING, word: 'Tập huấn' },
          { href: SKILLS, word: 'Ký kỹ năng' },
        ]}
      />
      <h1>{sheet.name}</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã ký.</Note>}
      <p>{stillToShow(sheet)}</p>
      {signs && left.length > 0 && (
        <Form>
          <Choices
            several
            name="skills"
            legend="Việc bạn đã thấy hộ tự tay làm"
            hint="Ký rồi thì không rút lại được. Chưa thấy làm thì để trống."
            refusal={actionData}
            options={left.map(({ id, title, hint }) => ({
              value: id,
              word: (
                <span className="grid">
                  <b>{title}</b>
                  <small>{hint}</small>
                </span>
              ),
            }))}
          />
          <Submit wide>Ký những việc đã đánh dấu</Submit>
        </Form>
      )}
      {shown.length > 0 && (
        <section className="grid gap-2">
          <h2>Đã ký</h2>
          <ul className="grid gap-2">
            {shown.map(({ id, title, shownAt, shownTo }) => (
              <li key={id} className="grid gap-1">
                <span className="flex flex-wrap items-center gap-2">
                  <Badge tone="good">Đã ký</Badge> <b>{title}</b>
                </span>
                <span className="field-hint">
                  {shownAt && `Ngày ${whenDay(shownAt)}`}
                  {shownTo && `, ${shownTo} ký`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="grid gap-1">
        <h2>Buổi học đã dự</h2>
        {sheet.courses.length === 0 && <p>Chưa dự buổi nào.</p>}
        <ul className="list-disc pl-6">
          {sheet.courses.map(({ title, day }) => (
            <li key={`${title} ${day}`}>
              {title}, ngày {formatDay(day)}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
