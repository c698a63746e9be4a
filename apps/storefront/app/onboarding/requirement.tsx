import { attestRequirement, type PaperView, paperKinds, Problem } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { goTo, notFound, text, visitor } from '@chophien/site';
import { Choices, Form, Icon, type Refusal, Submit, whenDay } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/requirement';
import { asksForBasis, type Basis, bases, holdsWithoutPaper, isBasis, onlyBasis, papersFor } from './bases.ts';
import { isRunning, openApplication } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { AsHeading, Later, Screen } from './screen.tsx';
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
    later: edits ? checkPath(application.id) : wayAfter(application, requirement.task, requirement.id),
    producer: application.id,
    remark:
      remarkOn(application, requirement.id) ??
      (requirement.reason === 'grace' ? undefined : (requirement.reason ?? undefined)),
    edits,
  };
}

const sentences = {
  basis: 'Chọn một cách.',
  reason: 'Chọn lý do.',
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
  const attest = async (body: { basis: Basis; reason?: string }) => {
    const after = await who.call(attestRequirement, { params: { id, requirement: requirement.id }, body });
    return redirect(edits ? checkPath(id) : wayAfter(after, requirement.task, requirement.id));
  };
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
      return attest({ basis });
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
      {basis && basis !== 'exemption' && basis !== 'attested' && <HandIn {...loaderData} basis={basis} />}
      {!edits && loaderData.papers.length === 0 && <Later to={later} />}
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
  const which = number ? ` số ${number}` : ` gửi ngày ${whenDay(handedInAt)}`;
  return `${paperKinds[kind]}${which}${until} (${paperStates[state]})`;
};

const HandIn = ({ producer, basis, kinds, papers, later }: Data & { basis: Basis }) => (
  <>
    <p>
      {basis === 'commitment'
        ? 'Bản cam kết có mẫu ở UBND xã. Đã ký thì chụp gửi lên; chưa ký thì cán bộ xã đưa mẫu cho bạn ký.'
        : 'Chụp cả trang, đủ sáng, đọc được chữ. Tệp PDF cũng được.'}
    </p>
    {papers.length > 0 && (
      <ul className="panel grid gap-1">
        {papers.map((paper) => (
          <li key={paper.id}>{describe(paper)}</li>
        ))}
      </ul>
    )}
    {kinds.map((kind, index) => (
      <a
        key={kind}
        className={`button w-full ${index === 0 && papers.length === 0 ? 'button-main' : ''}`}
        href={`/ban-hang/giay-to/${producer}/them?kind=${kind}&next=${encodeURIComponent(later)}`}
      >
        <Icon name="camera" />
        {papers.length > 0 ? 'Gửi thêm' : 'Gửi'}: {paperKinds[kind]}
      </a>
    ))}
    {papers.length > 0 && (
      <a className="button button-main w-full" href={later}>
        Đã gửi đủ, đi tiếp
      </a>
    )}
    {holdsWithoutPaper(basis) && papers.length === 0 && (
      <Form>
        <Submit kind="plain" wide>
          Tôi sẽ ký ở UBND xã
        </Submit>
      </Form>
    )}
  </>
);
