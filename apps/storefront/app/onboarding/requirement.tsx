import { attestRequirement, type PaperView, paperKinds, Problem } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, goTo, notFound, text, visitor } from '@chophien/site';
import { Choices, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/requirement';
import { asksForBasis, type Basis, bases, holdsWithoutPaper, isBasis, onlyBasis, papersFor } from './bases.ts';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { PaperBox } from './paper-box.tsx';
import { AsHeading, Later, Screen } from './screen.tsx';
import { takePapers } from './take-papers.ts';
import { remarkOn, wayAfter, wayBack } from './task-steps.ts';
import { exemptions, paperStates } from './words.ts';

/** The ground that was chosen on the page before; where there is but one, that. */
const basisIn = (request: Request, requirement: Parameters<typeof asksForBasis>[0]): Basis | undefined => {
  if (!asksForBasis(requirement)) return onlyBasis(requirement);
  const word = text(new URL(request.url).searchParams, 'co-so');
  return isBasis(word) ? word : undefined;
};

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const application = await openApplication({ context, params });
  const requirement = application.requirements.find(({ id }) => id === params.requirement);
  if (!requirement) return notFound(context);
  if (!isRunning(application)) return goTo(applicationPath(application.id));
  const basis = basisIn(request, requirement);
  const edits = fromCheck(request);
  const here = `${applicationPath(application.id, `yeu-cau/${requirement.id}`)}${edits ? '?sua=1' : ''}`;
  const kinds = basis ? papersFor(requirement, basis) : [];
  const before = edits ? checkPath(application.id) : wayBack(application, requirement.task, requirement.id);
  return {
    requirement,
    basis,
    asks: asksForBasis(requirement),
    kinds,
    papers: application.papers.filter(
      ({ kind, state }) => kinds.includes(kind) && (state === 'waiting' || state === 'verified'),
    ),
    back: basis && asksForBasis(requirement) ? here : before,
    later: wayAfter(application, requirement.task, requirement.id),
    remark:
      remarkOn(application, requirement.id) ??
      (requirement.reason === 'grace' ? undefined : (requirement.reason ?? undefined)),
    edits,
  };
}

const sentences = {
  basis: 'Chọn một cách.',
  reason: 'Chọn lý do.',
  paper: 'Chọn ảnh hoặc tệp PDF của giấy này.',
  kind: 'Chọn loại giấy.',
};

const lacks = (field: string) =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'missing', message: '' }] });

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const application = await openApplication({ context, params });
  const requirement = application.requirements.find(({ id }) => id === params.requirement);
  if (!requirement) return notFound(context);
  const { id } = application;
  const basis = basisIn(request, requirement);
  const edits = fromCheck(request);
  const attest = async (body: { basis: Basis; paper?: string; reason?: string }) => {
    const after = await who.call(attestRequirement, { params: { id, requirement: requirement.id }, body });
    return redirect(edits ? checkPath(id) : wayAfter(after, requirement.task, requirement.id));
  };
  const kinds = basis ? papersFor(requirement, basis) : [];
  if (!request.headers.get('content-type')?.startsWith('multipart/')) {
    const form = await request.formData();
    return attempt(
      form,
      async () => {
        if (!basis) {
          const chosen = text(form, 'basis');
          if (!isBasis(chosen)) throw lacks('basis');
          return redirect(`?co-so=${chosen}${edits ? '&sua=1' : ''}`);
        }
        if (basis === 'exemption') {
          const reason = exemptions.find(({ letter }) => letter === text(form, 'reason'))?.letter;
          if (!reason) throw lacks('reason');
          return attest({ basis, reason });
        }
        if (basis !== 'attested' && !holdsWithoutPaper(basis)) throw lacks('paper');
        return attest({ basis });
      },
      sentences,
    );
  }
  return attempt(
    new FormData(),
    async () => {
      const { form, taken } = await takePapers(who, request, id, (box) => kinds.find((kind) => kind === box));
      const known = application.papers.find((paper) => paper.id === text(form, 'known') && kinds.includes(paper.kind));
      const paper = taken[0]?.id ?? known?.id;
      if (!paper) throw lacks('paper');
      return attest({ basis: basis ?? 'certificate', paper: check(z.uuid(), paper) });
    },
    sentences,
  );
}

export default function OneRequirement({ loaderData, actionData }: Route.ComponentProps) {
  const { requirement, basis, back, remark, edits, later } = loaderData;
  const title = basis && isBasis(basis) && loaderData.asks ? bases[basis].title : requirement.title;
  return (
    <Screen
      title={title}
      heading={basis !== undefined && basis !== 'exemption'}
      {...{ back, remark }}
      refusal={actionData}
    >
      {!basis && <ChooseBasis title={requirement.title} hint={requirement.hint} refusal={actionData} />}
      {basis === 'exemption' && <ChooseReason refusal={actionData} />}
      {basis === 'attested' && (
        <Form>
          <p>{requirement.hint}</p>
          <Submit wide>Đúng như vậy</Submit>
        </Form>
      )}
      {basis && basis !== 'exemption' && basis !== 'attested' && (
        <HandIn {...loaderData} basis={basis} refusal={actionData} />
      )}
      {!edits && <Later to={later} />}
      <p className="field-hint">Căn cứ: {requirement.legalRef}.</p>
    </Screen>
  );
}

const ChooseBasis = ({ title, hint, refusal }: { title: string; hint: string; refusal: Refusal | undefined }) => (
  <Form>
    <Choices
      name="basis"
      legend={<AsHeading>{title}: nhà bạn có gì?</AsHeading>}
      hint={hint}
      refusal={refusal}
      options={Object.entries(bases).map(([value, { word, about }]) => ({
        value,
        word: (
          <>
            <b>{word}</b>
            <br />
            {about}
          </>
        ),
      }))}
    />
    <Submit wide>Tiếp tục</Submit>
  </Form>
);

const ChooseReason = ({ refusal }: { refusal: Refusal | undefined }) => (
  <Form>
    <Choices
      name="reason"
      legend={<AsHeading>{bases.exemption.title}</AsHeading>}
      hint="Chọn điều đúng nhất với nhà bạn. Cán bộ xã xem lại. Không chắc thì hỏi tổ công nghệ số của xã."
      refusal={refusal}
      options={exemptions.map(({ letter, word }) => ({ value: letter, word: `${word} (điểm ${letter})` }))}
    />
    <Submit wide>Lưu và tiếp tục</Submit>
  </Form>
);

type Data = Route.ComponentProps['loaderData'];

const describe = ({ kind, number, state, handedInAt, expiresOn }: PaperView): string => {
  const until = expiresOn ? `, đến ${formatDay(expiresOn)}` : '';
  const which = number ? ` số ${number}` : ` gửi ngày ${formatDay(handedInAt.slice(0, 10))}`;
  return `${paperKinds[kind]}${which}${until} (${paperStates[state]})`;
};

const HandIn = ({
  requirement,
  basis,
  kinds,
  papers,
  refusal,
}: Data & { basis: Basis; refusal: Refusal | undefined }) => (
  <>
    <p>
      {basis === 'commitment'
        ? 'Bản cam kết có mẫu ở UBND xã. Đã ký thì chụp gửi lên; chưa ký thì cán bộ xã đưa mẫu cho bạn ký.'
        : 'Chụp cả trang, đủ sáng, đọc được chữ. Tệp PDF cũng được.'}
    </p>
    {papers.map((paper) => (
      <form key={paper.id} method="post" encType="multipart/form-data" className="panel grid gap-2">
        <Hidden name="known" value={paper.id} />
        <p>{describe(paper)}</p>
        <Submit kind="plain" wide>
          Dùng giấy này
        </Submit>
      </form>
    ))}
    <Form files>
      {kinds.map((kind) => (
        <PaperBox key={kind} name={kind} label={paperKinds[kind]} pdf refusal={atBox(refusal, kinds[0], kind)} />
      ))}
      <Submit wide>Gửi giấy và tiếp tục</Submit>
    </Form>
    {holdsWithoutPaper(basis) && (
      <Form>
        <Submit kind="plain" wide>
          Tôi sẽ ký ở UBND xã
        </Submit>
      </Form>
    )}
    {requirement.until && <p className="field-hint">Giấy hiện có dùng đến {formatDay(requirement.until)}.</p>}
  </>
);

/** What was refused is said at the first box there is. */
const atBox = (refusal: Refusal | undefined, first: string | undefined, kind: string): Refusal | undefined => {
  const words = refusal?.fields.paper;
  return refusal && words && kind === first ? { ...refusal, fields: { [kind]: words } } : undefined;
};
