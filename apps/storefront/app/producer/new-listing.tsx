import { PublishListing, Problem, producerHome, publishListing } from '@chophien/contracts';
import { check, notFound, text, visitor, goTo } from '@chophien/site';
import { ErrorSummary, Note, Page } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { commodities } from '../reference.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/new-listing';
import { dropListing, keepListing, listingDraft } from './listing-draft.ts';
import { type Step, stepAfter, stepPath, steps } from './listing-path.ts';
import { answered, missingStep, sentences } from './listing-steps.ts';
import { StepScreen, titles } from './new-listing-screens.tsx';
import { takePictures } from './pictures.ts';

const stepIn = (step: string | undefined): Step | undefined => steps.find((known) => known === (step ?? 'anh'));

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const step = stepIn(params.step);
  if (!step) return notFound(context);
  const draft = listingDraft(who);
  const missing = missingStep(draft);
  // Nobody lands behind an answer that is not there yet.
  if (missing && steps.indexOf(step) > steps.indexOf(missing)) return goTo(stepPath(missing));
  const [crops, home] = await Promise.all([commodities(who.read), who.read(producerHome)]);
  const stalls = home.producers.filter(({ state }) => state === 'approved');
  return {
    step,
    draft,
    crops,
    stalls: stalls.map(({ id, name }) => ({ id, name })),
    edits: new URL(request.url).searchParams.has('sua'),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const step = stepIn(params.step);
  if (!step) return notFound(context);
  const draft = listingDraft(who);
  const onwards = new URL(request.url).searchParams.has('sua') ? 'xem-lai' : stepAfter(step);

  if (step === 'anh') {
    return attempt(
      new FormData(),
      async () => {
        const { form, taken } = await takePictures(who, request);
        const out = text(form, 'bo');
        const pictures = [...draft.pictures.filter(({ id }) => id !== out), ...taken].slice(0, 6);
        if (pictures.length === 0 && !out) {
          throw new Problem('platform.invalid-input', {
            errors: [{ field: 'pictures', rule: 'too_small', message: '' }],
          });
        }
        const stays = out !== '' || text(form, 'go') === 'them';
        const cookie = keepListing(who, { ...draft, pictures });
        return redirect(stays ? stepPath('anh') : stepPath(onwards), { headers: { 'set-cookie': cookie } });
      },
      sentences,
    );
  }

  const form = await request.formData();
  return attempt(
    form,
    async () => {
      if (step !== 'xem-lai') {
        const cookie = keepListing(who, answered(draft, step, form));
        return redirect(stepPath(onwards), { headers: { 'set-cookie': cookie } });
      }
      const home = await who.call(producerHome);
      const stalls = home.producers.filter(({ state }) => state === 'approved');
      if (stalls.length === 0) throw new Problem('catalogue.producer-not-approved');
      const producer = stalls.find(({ id }) => stalls.length === 1 || id === text(form, 'stall'));
      if (!producer) {
        throw new Problem('platform.invalid-input', { errors: [{ field: 'stall', rule: 'missing', message: '' }] });
      }
      const pictures = draft.pictures.map(({ id }) => id);
      await who.call(publishListing, { body: check(PublishListing, { ...draft, producer: producer.id, pictures }) });
      return redirect('/ban-hang/san-pham?xong=dang', { headers: { 'set-cookie': dropListing(who) } });
    },
    sentences,
  );
}

export default function NewListing({ loaderData, actionData }: Route.ComponentProps) {
  const { step, stalls } = loaderData;
  const before = steps[steps.indexOf(step) - 1];
  return (
    <Page title={titles[step]} narrow hidden refused={Boolean(actionData)}>
      <p className="flex justify-between gap-4">
        {before ? (
          <a className="inline-block py-2" href={stepPath(before)}>
            ‹ Quay lại
          </a>
        ) : (
          <a className="inline-block py-2" href="/ban-hang">
            ‹ Trang bán hàng
          </a>
        )}
        <span className="field-hint">
          Bước {steps.indexOf(step) + 1} trên {steps.length}
        </span>
      </p>
      <h1>{titles[step]}</h1>
      <ErrorSummary refusal={actionData} />
      {stalls.length === 0 && (
        <Note tone="warn">Hồ sơ chưa được duyệt: bạn soạn trước được, duyệt xong mới đăng được.</Note>
      )}
      <StepScreen {...loaderData} refusal={actionData} />
      <Enhance />
    </Page>
  );
}
