import { attendTraining, Id, myTraining } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import { Choices, Empty, ErrorSummary, Field, Form, Hidden, Note, Page, type Refusal, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/attend';
import { TRAINING } from './paths.ts';
import { span } from './words.ts';

/** Opened by the QR on the wall of the room; who is not signed in signs in first and comes back here. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  if (!Id.safeParse(params.id).success) return notFound(context);
  const { searchParams } = new URL(request.url);
  const scanned = text(searchParams, 'ma');
  const { coming, sheets } = await who.read(myTraining);
  const there = text(searchParams, 'xong');
  return {
    id: params.id,
    session: coming.find(({ id }) => id === params.id),
    households: sheets.map(({ producer, name }) => ({ producer, name })),
    code: /^\d{6}$/.test(scanned) ? scanned : '',
    there: sheets.find(({ producer }) => producer === there)?.name,
  };
}

const sentences = {
  code: 'Ghi sáu số của mã đang hiện trong lớp.',
  producer: 'Chọn hộ có mặt.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const body = check(attendTraining.body!, {
        code: text(form, 'code').replace(/\D/g, ''),
        producer: text(form, 'producer'),
      });
      await call(attendTraining, { params: { id: check(Id, params.id) }, body });
      return redirect(`${TRAINING}/${params.id}?xong=${body.producer}`);
    },
    sentences,
  );
}

export default function Attend({ loaderData, actionData }: Route.ComponentProps) {
  const { session, households, there } = loaderData;
  const done = there !== undefined && !actionData;
  const [only] = households;
  return (
    <Page title={done ? 'Đã điểm danh' : 'Điểm danh'} narrow hidden refused={Boolean(actionData)}>
      <h1>{done ? 'Đã điểm danh' : 'Điểm danh'}</h1>
      <ErrorSummary refusal={actionData} />
      {done && (
        <Note tone="good">
          Đã ghi <b>{there}</b> có mặt. Không phải làm gì thêm.
        </Note>
      )}
      {session && (
        <p>
          <b>{session.course.title}</b>
          <br />
          {span(session.startsAt, session.endsAt)}
          <br />
          {session.place}, {session.commune.fullName}
        </p>
      )}
      {!done && !only && (
        <Empty title="Tài khoản này chưa có hộ nào">
          Hãy nhờ tập huấn viên ghi tên bạn vào danh sách giấy, hoặc <a href="/dang-ky-ban">mở hồ sơ hộ</a> rồi quét lại
          mã.
        </Empty>
      )}
      {!done && only && <Here {...loaderData} refusal={actionData} />}
      {done && households.length > 1 && (
        <p>
          <a className="inline-block py-3" href={`${TRAINING}/${loaderData.id}`}>
            Điểm danh cho hộ khác
          </a>
        </p>
      )}
      <p>
        <a className="inline-block py-3" href={TRAINING}>
          Các buổi học và việc tôi làm được
        </a>
      </p>
    </Page>
  );
}

type Data = Route.ComponentProps['loaderData'];

const Here = ({ households, code, refusal }: Data & { refusal: Refusal | undefined }) => {
  const [only] = households;
  // A code that was refused has changed on the wall meanwhile: it is typed anew.
  const asksCode = code === '' || refusal?.code === 'training.code-wrong' || Boolean(refusal?.fields.code);
  return (
    <Form>
      {households.length > 1 ? (
        <Choices
          name="producer"
          legend="Hộ nào có mặt?"
          refusal={refusal}
          options={households.map(({ producer, name }) => ({ value: producer, word: name }))}
        />
      ) : (
        only && (
          <>
            <p>
              Hộ có mặt: <b>{only.name}</b>
            </p>
            <Hidden name="producer" value={only.producer} />
          </>
        )
      )}
      {asksCode ? (
        <Field
          name="code"
          label="Mã trong lớp"
          hint="Sáu số đang hiện trên tường hoặc trên máy của tập huấn viên. Mã đổi vài phút một lần. Quét không được thì gõ ở đây."
          inputMode="numeric"
          autoComplete="off"
          maxLength={11}
          refusal={refusal}
        />
      ) : (
        <Hidden name="code" value={code} />
      )}
      <Submit wide>Tôi có mặt</Submit>
    </Form>
  );
};
