import { randomUUID } from 'node:crypto';
import { citizenCards, Id, PaperKind, paperKinds, Problem } from '@chophien/contracts';
import { goTo, notFound, optional, ownPath, text, visitor } from '@chophien/site';
import { Choices, Form, Hidden, Note, type Refusal, refusalOf, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { PaperBox } from '../onboarding/paper-box.tsx';
import { AsHeading, Screen } from '../onboarding/screen.tsx';
import type { Route } from './+types/add';
import { addPath, ownPapers, papersPath } from './own-papers.ts';
import { hasFacts, hintOf } from './paper-words.ts';
import { mostPages, sendPages } from './send-pages.ts';

/** What the address asks for: `?kind=…&next=…` is all that other pages need to say. */
const askedIn = (request: Request) => {
  const { searchParams } = new URL(request.url);
  const kind = PaperKind.safeParse(text(searchParams, 'kind'));
  const id = (name: string) => Id.safeParse(text(searchParams, name)).data;
  const next = ownPath(optional(searchParams, 'next'), '');
  const page = Math.min(mostPages, Math.max(1, Math.trunc(Number(searchParams.get('trang'))) || 1));
  return { kind: kind.data, paper: id('giay'), replaces: id('thay'), page, next: next || undefined };
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = askedIn(request);
  const { producer, papers } = await ownPapers({ context, params });
  const begun = papers.find(({ id }) => id === asked.paper);
  if (begun && begun.state !== 'waiting') return goTo(papersPath(producer, begun.id));
  return {
    ...asked,
    producer,
    unchosen: asked.kind === undefined && new URL(request.url).searchParams.has('chon'),
    /** Made now, so that the same form sent twice is one paper. */
    id: asked.paper ?? randomUUID(),
    begun: begun !== undefined,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const { kind, paper, replaces, page, next } = askedIn(request);
  if (!kind || !paper) return notFound(context);
  const { producer } = await ownPapers({ context, params });
  const sent = await sendPages(who, request, { producer, id: paper, kind, page, replaces });
  const nothing = sent.next === page && !sent.problem;
  const problem = nothing
    ? new Problem('platform.invalid-input', { errors: [{ field: 'anh', rule: 'missing', message: '' }] })
    : sent.problem;
  if (problem) {
    const refusal = refusalOf(problem, new FormData(), { anh: 'Chụp hoặc chọn ảnh của giấy này.' });
    return data({ refusal, page: Math.min(sent.next, mostPages) }, { status: problem.status });
  }
  if (hasFacts(kind)) {
    return redirect(papersPath(producer, `${paper}/so-lieu${next ? `?next=${encodeURIComponent(next)}` : ''}`));
  }
  return redirect(next ?? `${papersPath(producer)}?xong=gui`);
}

export default function AddPaper({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, producer, id, replaces, next, begun, unchosen } = loaderData;
  const page = actionData?.page ?? loaderData.page;
  const back = begun ? papersPath(producer, id) : (next ?? papersPath(producer));
  if (!kind) return <ChooseKind {...{ back, next, replaces }} refusal={unchosen ? chooseOne : undefined} />;
  const title = page > 1 ? `Trang ${page} của giấy` : paperKinds[kind];
  const action = addPath(producer, { kind, giay: id, trang: page, ...(replaces ? { thay: replaces } : {}), next });
  return (
    <Screen title={title} heading back={back} refusal={actionData?.refusal}>
      {page > 1 && <p>{paperKinds[kind]}</p>}
      {actionData && page > loaderData.page && (
        <Note tone="good">
          Đã nhận {page - loaderData.page} trang trước; chỉ gửi lại từ trang {page}.
        </Note>
      )}
      <p>{hintOf(kind)}</p>
      <Form files action={action}>
        <PaperBox name="anh" label="Chụp bằng máy ảnh" camera refusal={actionData?.refusal} />
        <PaperBox name="tep" label="Hoặc chọn ảnh có sẵn, tệp PDF" pdf several refusal={undefined} />
        <Submit wide>Gửi</Submit>
      </Form>
      {page === 1 && (
        <p className="field-hint">Giấy có nhiều trang? Gửi trang đầu trước, rồi chụp tiếp các trang sau.</p>
      )}
    </Screen>
  );
}

const chooseOne = refusalOf(
  new Problem('platform.invalid-input', { errors: [{ field: 'kind', rule: 'missing', message: '' }] }),
  new FormData(),
  { kind: 'Chọn một loại giấy.' },
);

const ChooseKind = ({
  back,
  next,
  replaces,
  refusal,
}: {
  back: string;
  next: string | undefined;
  replaces: string | undefined;
  refusal: Refusal | undefined;
}) => (
  <Screen title="Giấy gì?" back={back} refusal={refusal}>
    <form className="grid gap-4">
      <Hidden name="chon" value={1} />
      {next && <Hidden name="next" value={next} />}
      {replaces && <Hidden name="thay" value={replaces} />}
      <Choices
        name="kind"
        legend={<AsHeading>Bạn gửi giấy gì?</AsHeading>}
        refusal={refusal}
        options={Object.entries(paperKinds)
          .filter(([kind]) => !(citizenCards as readonly string[]).includes(kind))
          .map(([value, word]) => ({ value, word }))}
      />
      <Submit wide>Tiếp tục</Submit>
    </form>
  </Screen>
);
