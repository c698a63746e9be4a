import { randomUUID } from 'node:crypto';
import { listCourses, listRoles, planTraining, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { check, optional, text, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Field, Form, Hidden, Page, Select, Submit } from '@chophien/ui';
import { areaCommunes } from '../applications/area-communes.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { may, needs, ownCommunes, placeWords } from '../official.ts';
import { instantOf } from '../times.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/plan';

const path = '/tap-huan/xep-lich';

export async function loader({ context }: Route.LoaderArgs) {
  const me = await needs(context, 'training.hold');
  const who = context.get(visitor);
  const [courses, several, trainers] = await Promise.all([
    who.read(listCourses),
    areaCommunes(who, me),
    may(me, 'official.appoint') ? who.read(listRoles, { query: { role: 'trainer' } }) : undefined,
  ]);
  const communes = await Promise.all(
    ownCommunes(me).map(async (commune) => ({
      value: commune,
      word: several.find(({ code }) => code === commune)?.word ?? (await placeWords(who, { commune, province: null })),
    })),
  );
  const others = new Map((trainers?.items ?? []).map(({ person, name, phone }) => [person, name ?? phone]));
  return {
    id: randomUUID(),
    today: vietnamDay(new Date()),
    courses: courses.items.map(({ id, title, hours }) => ({ value: id, word: `${title} (${hours} giờ)` })),
    communes,
    trainers: [...others].map(([value, word]) => ({ value, word })),
    kept: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  course: 'Chọn khóa học.',
  commune: 'Chọn xã, phường.',
  place: 'Ghi nơi học, từ 3 đến 160 chữ.',
  startsAt: 'Ghi giờ bắt đầu, ví dụ 08:00.',
  endsAt: 'Ghi giờ kết thúc, sau giờ bắt đầu, ví dụ 11:00.',
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
      const day = text(form, 'day');
      const body = check(planTraining.body!, {
        course: text(form, 'course'),
        commune: text(form, 'commune'),
        place: text(form, 'place'),
        startsAt: instantOf(day, text(form, 'startsAt')) ?? '',
        endsAt: instantOf(day, text(form, 'endsAt')) ?? '',
        trainer: optional(form, 'trainer'),
      });
      await who.call(planTraining, { params: { id }, body });
      return `/tap-huan/${id}?xong=xep`;
    },
    { sentences },
  );
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { id, today, courses, communes, trainers, kept } = loaderData;
  const refusal = actionData ?? kept;
  const own = refusal?.typed.id;
  return (
    <Page title="Xếp buổi học" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tap-huan', word: 'Tập huấn' }]} />
      <h1>Xếp buổi học</h1>
      <ErrorSummary refusal={actionData} />
      {courses.length === 0 ? (
        <Empty title="Chưa có khóa học nào đang mở">Tỉnh soạn khóa học trước, rồi mới xếp buổi được.</Empty>
      ) : (
        <Form action={path}>
          <Hidden name="id" value={typeof own === 'string' ? own : id} />
          <Select name="course" label="Khóa học" options={courses} refusal={refusal} />
          <Select name="commune" label="Xã, phường" options={communes} refusal={refusal} />
          <Field
            name="place"
            label="Nơi học"
            hint="Ví dụ: Nhà văn hóa thôn Quất Du"
            maxLength={160}
            autoComplete="off"
            refusal={refusal}
          />
          <Field name="day" label="Ngày" type="date" value={today} min={today} refusal={refusal} />
          <Field name="startsAt" label="Từ giờ" hint="Ví dụ 08:00" maxLength={12} refusal={refusal} />
          <Field name="endsAt" label="Đến giờ" hint="Ví dụ 11:00" maxLength={12} refusal={refusal} />
          <Select name="trainer" label="Người dạy" options={trainers} empty="Tôi" refusal={refusal} />
          <div>
            <Submit>Xếp lịch</Submit>
          </div>
        </Form>
      )}
    </Page>
  );
}
