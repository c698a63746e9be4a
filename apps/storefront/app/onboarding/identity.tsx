import { CitizenNumber, getMyApplication, type PaperKind, Problem, proveIdentity } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, goTo, notFound, text, visitor } from '@chophien/site';
import { Field, Form, Note, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/identity';
import { birthDayIn } from './birth-day.ts';
import { birthDayKept, dropBirthDay, keepBirthDay } from './identity-draft.ts';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { PaperBox } from './paper-box.tsx';
import { answerTo } from './questions.ts';
import { AsHeading, Later, Screen } from './screen.tsx';
import { takePapers } from './take-papers.ts';
import { remarkOn, wayAfter } from './task-steps.ts';

const steps = ['ngay-sinh', 'anh', 'so'] as const;
type Step = (typeof steps)[number];

const stepIn = (step: string | undefined): Step | undefined => steps.find((known) => known === (step ?? 'ngay-sinh'));

const titles: Record<Step, string> = {
  'ngay-sinh': 'Sinh ngày nào?',
  anh: 'Ảnh căn cước',
  so: 'Số căn cước là gì?',
};

const cards: Record<string, PaperKind> = { front: 'citizen-card-front', back: 'citizen-card-back' };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const step = stepIn(params.step);
  if (!step) return notFound(context);
  const application = await openApplication({ context, params });
  const { id, identity } = application;
  // Who is behind a stall does not change by a form once an officer has checked it.
  if (!isRunning(application) || identity?.state === 'verified') return goTo(checkPath(id));
  const head = answerTo(application, 'head');
  // The name is the head's, given once.
  if (!head) return goTo(applicationPath(id, 'chu-ho'));
  const birthDate = birthDayKept(context.get(visitor), id) ?? identity?.birthDate;
  if (step === 'so' && !birthDate) return goTo(applicationPath(id, 'can-cuoc'));
  const edits = fromCheck(request);
  const at = (to: Step) =>
    `${applicationPath(id, `can-cuoc${to === 'ngay-sinh' ? '' : `/${to}`}`)}${edits ? '?sua=1' : ''}`;
  return {
    step,
    id,
    head,
    birthDate,
    numberEnd: identity?.numberEnd,
    pictures: application.papers.filter(({ kind, state }) => isCard(kind) && state === 'waiting').length,
    remark:
      remarkOn(application, 'identity') ?? (identity?.state === 'refused' ? identity.reason : undefined) ?? undefined,
    back: { 'ngay-sinh': edits ? checkPath(id) : applicationPath(id), anh: at('ngay-sinh'), so: at('anh') }[step],
    skip: at('so'),
  };
}

const isCard = (kind: string): boolean => Object.values(cards).includes(kind as PaperKind);

const sentences = {
  birthDate: 'Ghi ngày, tháng, năm sinh bằng số. Ví dụ: 5, 9, 1968.',
  citizenNumber: 'Số căn cước có 12 chữ số. Hãy xem lại trên thẻ.',
  front: 'Chọn ảnh căn cước, hoặc bấm “Mang căn cước tới UBND xã”.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const step = stepIn(params.step);
  if (!step) return notFound(context);
  const id = check(z.uuid(), params.id);
  const edits = fromCheck(request);
  const at = (to: Step) => `${applicationPath(id, `can-cuoc/${to}`)}${edits ? '?sua=1' : ''}`;
  if (step === 'anh') {
    return attempt(
      new FormData(),
      async () => {
        const { taken } = await takePapers(who, request, id, (box) => cards[box]);
        if (taken.length === 0)
          throw new Problem('platform.invalid-input', { errors: [{ field: 'front', rule: 'missing', message: '' }] });
        return redirect(at('so'));
      },
      sentences,
    );
  }
  const form = await request.formData();
  const answer = await attempt(
    form,
    async () => {
      if (step === 'ngay-sinh') {
        const kept = keepBirthDay(who, { application: id, birthDate: birthDayIn(form, new Date()) });
        return redirect(at('anh'), { headers: { 'set-cookie': kept } });
      }
      const before = await who.call(getMyApplication, { params: { id } });
      const { citizenNumber } = check(z.object({ citizenNumber: CitizenNumber }), {
        citizenNumber: text(form, 'citizenNumber'),
      });
      const birthDate = birthDayKept(who, id) ?? before.identity?.birthDate ?? '';
      const papers = before.papers
        .filter(({ kind, state }) => isCard(kind) && state === 'waiting')
        .map((paper) => paper.id);
      const body = { fullName: answerTo(before, 'head'), citizenNumber, birthDate, papers: papers.slice(0, 2) };
      const after = await who.call(proveIdentity, { params: { id }, body });
      const onwards = edits ? checkPath(id) : wayAfter(after, 'identity', 'identity');
      return redirect(onwards, { headers: { 'set-cookie': dropBirthDay(who) } });
    },
    sentences,
  );
  return answer;
}

export default function Identity({ loaderData, actionData }: Route.ComponentProps) {
  const { step, head, back, remark, skip } = loaderData;
  return (
    <Screen title={titles[step]} heading={step === 'anh'} back={back} refusal={actionData} remark={remark}>
      {step === 'ngay-sinh' && <BirthDay head={head} day={loaderData.birthDate} refusal={actionData} />}
      {step === 'anh' && (
        <>
          <p>
            Chụp hai mặt căn cước của <b>{head}</b> để cán bộ xã đối chiếu từ xa. Không muốn gửi ảnh thì mang căn cước
            tới UBND xã, cán bộ xem tại chỗ.
          </p>
          <Note>Ảnh được khoá kín, chỉ cán bộ kiểm tra xem được, và bị huỷ sau khi kiểm tra xong.</Note>
          {loaderData.pictures > 0 && <p role="status">Đã nhận {loaderData.pictures} ảnh.</p>}
          <Form files>
            <PaperBox name="front" label="Mặt trước" refusal={actionData} />
            <PaperBox name="back" label="Mặt sau" refusal={actionData} />
            <Submit wide>Gửi ảnh và tiếp tục</Submit>
          </Form>
          <Later to={skip}>{loaderData.pictures > 0 ? 'Dùng ảnh đã gửi' : 'Mang căn cước tới UBND xã'}</Later>
        </>
      )}
      {step === 'so' && (
        <Form>
          <Field
            name="citizenNumber"
            label={<AsHeading>{titles.so}</AsHeading>}
            hint={`12 chữ số trên thẻ của ${head}. Ví dụ: 001 168 012 345. Số này không lưu trên máy bạn, và chỉ hiện ba số cuối.`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            refusal={withoutNumber(actionData)}
          />
          {loaderData.numberEnd && <p>Số đã khai kết thúc bằng {loaderData.numberEnd}. Ghi lại đủ 12 số để thay.</p>}
          <Submit wide>Lưu và tiếp tục</Submit>
        </Form>
      )}
    </Screen>
  );
}

/** A citizen number does not come back into the page. */
const withoutNumber = (refusal: Route.ComponentProps['actionData']): typeof refusal =>
  refusal && { ...refusal, typed: {} };

const BirthDay = ({
  head,
  day,
  refusal,
}: {
  head: string;
  day: string | undefined;
  refusal: Route.ComponentProps['actionData'];
}) => {
  const wrong = refusal?.fields.birthDate;
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  const boxes = [
    { name: 'day', label: 'Ngày', value: date.replace(/^0/, ''), wide: 'w-20', auto: 'bday-day' },
    { name: 'month', label: 'Tháng', value: month.replace(/^0/, ''), wide: 'w-20', auto: 'bday-month' },
    { name: 'year', label: 'Năm', value: year, wide: 'w-28', auto: 'bday-year' },
  ];
  return (
    <Form>
      <fieldset className={wrong ? 'field wrong' : 'field'} id="birthDate">
        <legend className="field-name">
          <AsHeading>{head} sinh ngày nào?</AsHeading>
        </legend>
        <span className="field-hint">Như trên căn cước. Ví dụ: {formatDay('1968-09-05').replaceAll('/', ' / ')}.</span>
        {wrong && <p className="field-wrong">{wrong}</p>}
        <div className="flex gap-3 mt-1">
          {boxes.map(({ name, label, value, wide, auto }) => (
            <label key={name} className={wide}>
              {label}
              <input
                className="input"
                name={name}
                inputMode="numeric"
                maxLength={4}
                autoComplete={auto}
                defaultValue={typeof refusal?.typed[name] === 'string' ? refusal.typed[name] : value}
                aria-invalid={wrong ? true : undefined}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <Submit wide>Tiếp tục</Submit>
    </Form>
  );
};
