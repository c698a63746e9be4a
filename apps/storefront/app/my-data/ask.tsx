import { randomUUID } from 'node:crypto';
import { askAboutMyData, DataRequestKind, getMe } from '@chophien/contracts';
import { check, notFound, optional, text, visitor } from '@chophien/site';
import { Form, Hidden, type Refusal, Submit, TextArea, typedOr } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt, refuse } from '../attempt.ts';
import { Screen } from '../onboarding/screen.tsx';
import type { Route } from './+types/ask';
import { ASK, MY_DATA } from './paths.ts';
import { lacksWords } from './lacks-words.ts';
import { meanings, requestKinds } from './words.ts';

const Kind = DataRequestKind.exclude(['copy']);

export async function loader({ context, params }: Route.LoaderArgs) {
  await context.get(visitor).read(getMe);
  if (params.kind === undefined) return { id: '', kind: undefined };
  const kind = Kind.safeParse(params.kind);
  return kind.success ? { id: randomUUID() as string, kind: kind.data } : notFound(context);
}

const sentences = { text: 'Viết vài chữ cho biết cần gì, nhiều nhất 1.500 chữ.' };

/** Looked over first, sent second; until then nothing is asked of anybody. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  return attempt(
    form,
    async () => {
      const body = check(askAboutMyData.body!, {
        id: text(form, 'id'),
        kind: params.kind,
        text: optional(form, 'text'),
      });
      const lacking = lacksWords(body);
      if (lacking) return refuse(lacking, form, sentences);
      if (go === 'sua') return data({ written: body.text ?? '', id: body.id, over: false });
      if (go === 'xem') return data({ written: body.text ?? '', id: body.id, over: true });
      await call(askAboutMyData, { body });
      return redirect(`${MY_DATA}?xong=${body.id}`);
    },
    sentences,
  );
}

export default function Ask({ loaderData: { id, kind }, actionData }: Route.ComponentProps) {
  if (!kind) return <WhichKind />;
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const kept = actionData && 'written' in actionData ? actionData : undefined;
  if (kept?.over) return <LookOver kind={kind} id={kept.id} written={kept.written} />;
  const same = kept?.id ?? typedOr(refusal, 'id', id);
  return <Write kind={kind} id={same} written={kept?.written ?? ''} refusal={refusal} />;
}

const kinds = Object.keys(meanings) as (keyof typeof meanings)[];

const WhichKind = () => (
  <Screen title="Bạn muốn gì?" heading back={MY_DATA} backWords="Dữ liệu của tôi" refusal={undefined}>
    <ul className="grid gap-2">
      {kinds.map((kind) => (
        <li key={kind}>
          <a className="choice text-ink no-underline" href={`${ASK}/${kind}`}>
            <span className="grid">
              <b>{requestKinds[kind]}</b>
              <span className="field-hint">{meanings[kind].short}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </Screen>
);

interface Writing {
  kind: keyof typeof meanings;
  id: string;
  written: string;
}

const Means = ({ kind }: Pick<Writing, 'kind'>) => (
  <ul className="list-disc pl-6">
    {meanings[kind].means.map((words) => (
      <li key={words}>{words}</li>
    ))}
  </ul>
);

const Write = ({ kind, id, written, refusal }: Writing & { refusal: Refusal | undefined }) => (
  <Screen title={requestKinds[kind]} heading back={ASK} refusal={refusal}>
    <Means kind={kind} />
    <Form>
      <Hidden name="id" value={id} />
      <TextArea
        name="text"
        label={meanings[kind].asks}
        hint={meanings[kind].needsText ? undefined : 'Không có thì để trống.'}
        rows={5}
        maxLength={1500}
        value={written}
        refusal={refusal}
      />
      <Submit wide name="go" value="xem">
        Xem lại trước khi gửi
      </Submit>
    </Form>
  </Screen>
);

const LookOver = ({ kind, id, written }: Writing) => (
  <Screen title="Xem lại rồi gửi" heading back={ASK} backWords="Chọn lại" refusal={undefined}>
    <div className="panel grid gap-2">
      <h2>{requestKinds[kind]}</h2>
      {written && <p className="whitespace-pre-line break-words">{written}</p>}
      <Means kind={kind} />
    </div>
    <p>Gửi xong, bạn thấy số của yêu cầu, ngày cán bộ báo đã nhận và ngày phải làm xong.</p>
    <Form>
      <Hidden name="id" value={id} />
      <Hidden name="text" value={written} />
      <Submit wide kind={kind === 'delete' ? 'warn' : 'main'} name="go" value="gui">
        {kind === 'delete' ? 'Gửi yêu cầu xóa' : 'Gửi'}
      </Submit>
      <Submit wide kind="plain" name="go" value="sua">
        Sửa lời đã viết
      </Submit>
    </Form>
  </Screen>
);
