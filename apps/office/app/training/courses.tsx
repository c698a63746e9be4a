import { randomUUID } from 'node:crypto';
import { type CourseView, listCourses, Problem, writeCourse } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { check, optional, text, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Field, Form, Hidden, Note, Page, Select, Submit, TextArea } from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { may, needs, ownProvinces, placeWords } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/courses';

const path = '/tap-huan/khoa-hoc';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'training.read');
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const writes = may(me, 'course.write');
  const own = ownProvinces(me);
  const [{ items }, provinces] = await Promise.all([
    who.read(listCourses),
    Promise.all(
      own.map(async (province) => ({ value: province, word: await placeWords(who, { commune: null, province }) })),
    ),
  ]);
  const changed = items.find(({ id, province }) => id === searchParams.get('sua') && own.includes(province ?? ''));
  return {
    id: randomUUID(),
    today: vietnamDay(new Date()),
    items,
    writes,
    own,
    provinces,
    changed: writes ? changed : undefined,
    done: searchParams.has('xong'),
    kept: asTyped(unfinished(who, path)),
  };
}

const sentences = {
  title: 'Ghi tên khóa học, từ 3 đến 120 chữ.',
  content: 'Nội dung dài nhất 4.000 chữ.',
  hours: 'Ghi số giờ, từ 0,5 đến 80.',
  validFrom: 'Chọn ngày bắt đầu dạy.',
  validTo: 'Ngày thôi dạy phải sau ngày bắt đầu.',
  legalRef: 'Ghi theo văn bản nào, từ 3 đến 300 chữ.',
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
      const body = check(writeCourse.body!, {
        title: text(form, 'title'),
        content: text(form, 'content'),
        hours: Number(text(form, 'hours').replace(',', '.')) || 0,
        province: text(form, 'province'),
        validFrom: text(form, 'validFrom'),
        validTo: optional(form, 'validTo') ?? null,
        legalRef: text(form, 'legalRef'),
      });
      await who.call(writeCourse, { params: { id }, body });
      return `${path}?xong=1`;
    },
    { sentences },
  );
}

const Course = ({ course, mine }: { course: CourseView; mine: boolean }) => (
  <li className="panel grid gap-2">
    <h2>{course.title}</h2>
    <p className="field-hint">
      {String(course.hours).replace('.', ',')} giờ · dạy từ {formatDay(course.validFrom)}
      {course.validTo && ` đến ${formatDay(course.validTo)}`} · {course.province ? 'Khóa của tỉnh' : 'Khóa cả nước'} ·{' '}
      {course.legalRef}
    </p>
    <p className="whitespace-pre-line">{course.content}</p>
    {mine && (
      <p className="no-print">
        <a className="inline-block py-2" href={`${path}?sua=${course.id}#ghi`}>
          Sửa hoặc thôi dạy khóa này
        </a>
      </p>
    )}
  </li>
);

type Props = Route.ComponentProps;

const Writing = ({ loaderData, actionData }: Pick<Props, 'loaderData' | 'actionData'>) => {
  const { id, today, provinces, changed, kept } = loaderData;
  const refusal = actionData ?? kept;
  const typed = refusal?.typed.id;
  return (
    <section className="panel no-print grid gap-4" id="ghi">
      <h2>{changed ? `Sửa khóa: ${changed.title}` : 'Soạn khóa mới'}</h2>
      {changed && <Note>Khóa đã có buổi dạy thì chỉ ghi được ngày thôi dạy; muốn đổi nội dung hãy soạn khóa mới.</Note>}
      <Form action={path}>
        <Hidden name="id" value={typeof typed === 'string' ? typed : (changed?.id ?? id)} />
        <Field name="title" label="Tên khóa" value={changed?.title} maxLength={120} refusal={refusal} />
        <TextArea
          name="content"
          label="Nội dung"
          value={changed?.content}
          rows={6}
          maxLength={4000}
          refusal={refusal}
        />
        <Field
          name="hours"
          label="Số giờ"
          inputMode="decimal"
          value={changed && String(changed.hours).replace('.', ',')}
          maxLength={5}
          refusal={refusal}
        />
        {provinces.length > 1 ? (
          <Select
            name="province"
            label="Tỉnh"
            options={provinces}
            value={changed?.province ?? undefined}
            refusal={refusal}
          />
        ) : (
          <Hidden name="province" value={changed?.province ?? provinces[0]?.value ?? ''} />
        )}
        <Field name="validFrom" label="Dạy từ ngày" type="date" value={changed?.validFrom ?? today} refusal={refusal} />
        <Field
          name="validTo"
          label="Thôi dạy từ ngày"
          type="date"
          hint="Để trống khi chưa định thôi"
          value={changed?.validTo ?? ''}
          refusal={refusal}
        />
        <Field
          name="legalRef"
          label="Theo văn bản"
          hint="Số, ngày và tên văn bản"
          value={changed?.legalRef}
          maxLength={300}
          refusal={refusal}
        />
        <div>
          <Submit>Lưu khóa học</Submit>
        </div>
      </Form>
    </section>
  );
};

export default function Courses({ loaderData, actionData }: Props) {
  const { items, writes, own, done } = loaderData;
  return (
    <Page title="Các khóa học" hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/tap-huan', word: 'Tập huấn' }]} />
      <h1>Các khóa học</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã lưu khóa học.</Note>}
      {items.length === 0 ? (
        <Empty title="Chưa có khóa học nào đang dạy" />
      ) : (
        <ul className="grid gap-3">
          {items.map((course) => (
            <Course key={course.id} course={course} mine={writes && own.includes(course.province ?? '')} />
          ))}
        </ul>
      )}
      {writes && <Writing loaderData={loaderData} actionData={actionData} />}
    </Page>
  );
}
