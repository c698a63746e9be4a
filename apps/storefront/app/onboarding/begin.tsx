import { answerShapes, getMe, listMyProducers, renameMe, searchCommunes, startApplication } from '@chophien/contracts';
import { check, goTo, notFound, text, visitor } from '@chophien/site';
import { Choices, Field, Form, Note, type Refusal, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import { CommuneSearch } from '../commune-search.tsx';
import type { Route } from './+types/begin';
import { type Beginning, beginning, dropBeginning, keepBeginning } from './begin-draft.ts';
import { applicationPath } from './paths.ts';
import { kinds } from './question.tsx';
import { AsHeading, Screen } from './screen.tsx';

const steps = ['loai', 'ho-ten', 'ten', 'xa'] as const;
type Step = (typeof steps)[number];

const titles: Record<Step, string> = {
  loai: 'Bạn bán với tư cách nào?',
  'ho-ten': 'Họ tên của bạn là gì?',
  ten: 'Gian hàng tên gì?',
  xa: 'Bạn sản xuất ở xã, phường nào?',
};

const stepPath = (step: Step): string => (step === 'loai' ? '/dang-ky-ban' : `/dang-ky-ban/${step}`);

/** Nobody is asked for a name the account already has. */
const stepsFor = (myName: string | null): Step[] => steps.filter((step) => step !== 'ho-ten' || !myName);

const missing = (draft: Beginning, myName: string | null): Step | undefined => {
  if (!draft.kind) return 'loai';
  if (!myName) return 'ho-ten';
  return draft.name ? undefined : 'ten';
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const step = steps.find((known) => known === (params.step ?? 'loai'));
  if (!step) return notFound(context);
  const [me, { items }] = await Promise.all([who.read(getMe), who.read(listMyProducers)]);
  const draft = beginning(who);
  const lacking = missing(draft, me.name);
  if (lacking && steps.indexOf(step) > steps.indexOf(lacking)) return goTo(stepPath(lacking));
  const words = text(new URL(request.url).searchParams, 'tim').slice(0, 100);
  const found = step === 'xa' && words ? await who.read(searchCommunes, { query: { q: words, limit: 20 } }) : undefined;
  const asked = stepsFor(me.name);
  return {
    step,
    draft,
    words,
    found: found?.items,
    back: asked[asked.indexOf(step) - 1],
    first: step === 'loai',
    mine: items.filter(({ own, status }) => own && status !== 'closed').map(({ id, name }) => ({ id, name })),
  };
}

const sentences = {
  kind: 'Chọn hộ gia đình, hợp tác xã hoặc tổ hợp tác.',
  myName: 'Ghi họ tên của bạn, từ 2 đến 80 chữ.',
  name: 'Ghi tên gian hàng, từ 2 đến 80 chữ.',
  commune: 'Hãy tìm và chọn xã, phường.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const step = steps.find((known) => known === (params.step ?? 'loai'));
  if (!step) return notFound(context);
  const form = await request.formData();
  const draft = beginning(who);
  const onwards = (to: Step, kept: Beginning) =>
    redirect(stepPath(to), { headers: { 'set-cookie': keepBeginning(who, kept) } });
  return attempt(
    form,
    async () => {
      if (step === 'loai') {
        const { kind } = check(z.object({ kind: answerShapes.kind }), { kind: text(form, 'kind') });
        const { name: myName } = await who.call(getMe);
        return onwards(myName ? 'ten' : 'ho-ten', { ...draft, kind });
      }
      if (step === 'ho-ten') {
        const { myName } = check(z.object({ myName: answerShapes.head }), { myName: text(form, 'myName') });
        await who.call(renameMe, { body: { name: myName } });
        return onwards('ten', draft);
      }
      if (step === 'ten') {
        const { name } = check(z.object({ name: answerShapes.name }), { name: text(form, 'name') });
        return onwards('xa', { ...draft, name });
      }
      const { id, kind, name } = draft;
      const body = check(startApplication.body!, { id, kind, name, commune: text(form, 'commune') });
      await who.call(startApplication, { body });
      return redirect(`${applicationPath(id)}?moi=1`, { headers: { 'set-cookie': dropBeginning(who) } });
    },
    sentences,
  );
}

export default function Begin({ loaderData, actionData }: Route.ComponentProps) {
  const { step, back, first, mine, words, found } = loaderData;
  return (
    <Screen
      title={titles[step]}
      heading={step === 'xa'}
      back={back ? stepPath(back) : '/ban-hang'}
      backWords={back ? 'Quay lại' : 'Trang bán hàng'}
      refusal={actionData}
    >
      {first && mine.length > 0 && (
        <Note>
          Bạn đang có{' '}
          {mine.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={applicationPath(id)}>{name}</a>
            </span>
          ))}
          . Chỉ đăng ký thêm khi muốn mở một gian hàng khác.
        </Note>
      )}
      {first && mine.length === 0 && (
        <p>Bốn câu hỏi là có gian hàng để chuẩn bị. Chưa cần giấy tờ gì. Dừng lúc nào cũng được, lần sau làm tiếp.</p>
      )}
      {step === 'xa' ? (
        <CommuneSearch words={words} found={found} />
      ) : (
        <Form>
          <Answer {...loaderData} refusal={actionData} />
          <Submit wide>Tiếp tục</Submit>
        </Form>
      )}
    </Screen>
  );
}

const Answer = ({ step, draft, refusal }: Pick<Data, 'step' | 'draft'> & { refusal: Refusal | undefined }) => {
  const label = <AsHeading>{titles[step]}</AsHeading>;
  if (step === 'loai') {
    const chosen = draft.kind ? [draft.kind] : [];
    return <Choices name="kind" legend={label} chosen={chosen} refusal={refusal} options={kinds} />;
  }
  if (step === 'ho-ten') {
    const hint = 'Ghi như trên căn cước. Ví dụ: Nguyễn Thị Hoa.';
    return <Field name="myName" label={label} hint={hint} autoComplete="name" maxLength={80} refusal={refusal} />;
  }
  const hint = 'Người mua đọc tên này, sau đổi được. Ví dụ: Vườn nhà Hoa, Hợp tác xã Bình Minh.';
  return <Field name="name" label={label} hint={hint} value={draft.name} maxLength={80} refusal={refusal} />;
};

type Data = Route.ComponentProps['loaderData'];
