import { getPriceHint, listListingDrafts, mostPictures, Problem } from '@chophien/contracts';
import { randomUUID } from 'node:crypto';
import { isUnitId } from '@chophien/kernel';
import { goTo, notFound, text, visitor } from '@chophien/site';
import type { Visitor } from '@chophien/site';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { takePictures } from '../producer/pictures.ts';
import type { Route } from './+types/form';
import { answeredWith, answersIn as answersInForm, type Answers } from './answers.ts';
import { answersIn, changedAnswers, draftOf, keepDraft } from './drafts.ts';
import { handIn } from './hand-in.ts';
import { hintWords } from './hint-words.ts';
import { missingStep, sentences, stepAfter, wayOf, wrongsOn } from './judge.ts';
import { kitOf } from './kit-of.ts';
import { cropIn, type Kit } from './kit.ts';
import { MINE, type Step, stepOf, stepPath } from './path.ts';
import { Wizard } from './wizard.tsx';

const isId = (word: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(word);

/** What the address names: which screen of which listing on its way. */
const asked = (request: Request, step: string | undefined) => {
  const { searchParams } = new URL(request.url);
  const named = text(searchParams, 'nhap');
  return {
    step: stepOf(step),
    id: isId(named) ? named : '',
    edits: searchParams.has('sua'),
    words: text(searchParams, 'tim').slice(0, 60),
  };
};

const cropOf = (kit: Kit, { commodity }: Answers) => cropIn(kit, commodity);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { step, id: named, edits, words } = asked(request, params.step);
  if (!step) return notFound(context);
  const [kit, draft, others] = await Promise.all([
    kitOf(who),
    named ? draftOf(who, named) : undefined,
    step === 'anh' && !named ? who.read(listListingDrafts) : undefined,
  ]);
  if (kit.producers.length === 0) return goTo('/ban-hang');
  const id = named || randomUUID();
  const answers = draft ? answersIn(draft) : {};
  const crop = cropOf(kit, answers);
  const way = wayOf(answers, crop);
  const missing = missingStep(answers, crop);
  // Nobody lands behind an answer that is not there yet.
  if (missing && behind(way, step, missing)) return goTo(stepPath(missing, id));
  const producer = draft?.producer ?? kit.producers[0]!.id;
  return {
    step,
    id,
    edits,
    words,
    kit,
    answers,
    draft: draft ?? null,
    producer,
    hint: step === 'gia' ? await hintFor(who, answers, kit.producers.find((one) => one.id === producer)?.commune) : '',
    others: (others?.items ?? []).map((one) => ({ id: one.id, name: answersIn(one).name ?? '', at: one.changedAt })),
  };
}

/** An extra screen (storage, certificates …) comes after everybody's. */
const behind = (way: readonly Step[], step: Step, missing: Step): boolean => {
  const at = way.indexOf(step);
  return (at < 0 ? way.length - 1 : at) > (way.includes(missing) ? way.indexOf(missing) : way.length);
};

/** A hint that does not come is none: nobody waits for it. */
const hintFor = async ({ call }: Visitor, { commodity, unit = 'kg' }: Answers, commune = ''): Promise<string> => {
  if (!commodity || !commune || !isUnitId(unit)) return '';
  const found = await call(getPriceHint, { query: { commodity, unit, commune } }).catch(() => undefined);
  return hintWords(found?.hint, unit);
};

const wrong = (fields: Record<string, string>): Problem =>
  new Problem('platform.invalid-input', {
    errors: Object.keys(fields).map((field) => ({ field, rule: 'wrong', message: '' })),
  });

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const { step, id, edits } = asked(request, params.step);
  if (!step || !id) return notFound(context);
  const [kit, draft] = await Promise.all([kitOf(who), draftOf(who, id)]);
  const before = draft ? answersIn(draft) : {};
  const producer = draft?.producer ?? kit.producers[0]?.id ?? '';
  const kept = (after: Answers) => keepDraft(who, { id, producer, answers: changedAnswers(before, after) });
  const onwards = (after: Answers) =>
    redirect(stepPath(edits ? 'xem-lai' : stepAfter(step, after, cropOf(kit, after)), id));
  if (step === 'anh') {
    return attempt(
      new FormData(),
      async () => {
        const { form, taken } = await takePictures(who, request);
        const out = text(form, 'bo');
        const pictures = [...(before.pictures ?? []).filter((one) => one.id !== out), ...taken].slice(0, mostPictures);
        if (pictures.length === 0 && !out) throw wrong({ pictures: '' });
        const after = { ...before, pictures };
        await kept(after);
        return out || text(form, 'go') === 'them' ? redirect(stepPath('anh', id, edits)) : onwards(after);
      },
      sentences,
    );
  }
  const form = await request.formData();
  const go = text(form, 'go');
  if (step === 'mon' && go === 'tim') {
    return redirect(`${stepPath('mon', id, edits)}&tim=${encodeURIComponent(text(form, 'tim').slice(0, 60))}`);
  }
  if (step === 'xem-lai')
    return attempt(form, () => pressed(who, form, { id, producer, kit, answers: before }), sentences);
  return attempt(
    form,
    async () => {
      const after = answeredWith(before, step, answersInForm(step, form));
      const wrongs = wrongsOn(step, after, cropOf(kit, after));
      if (Object.keys(wrongs).length > 0) throw wrong(wrongs);
      await kept(after);
      return go === 'them' ? redirect(stepPath(step, id, edits)) : onwards(after);
    },
    sentences,
    (field) => (field === 'pack' ? 'packQuantity' : field),
  );
}

interface HandingIn {
  id: string;
  producer: string;
  kit: Kit;
  answers: Answers;
}

const pressed = async (who: Visitor, form: FormData, { id, producer, kit, answers }: HandingIn) => {
  const ready = kit.producers.filter(({ standing }) => standing === 'ready');
  if (ready.length === 0) throw new Problem('catalogue.producer-not-approved');
  const chosen = text(form, 'producer') || (ready.length === 1 ? ready[0]!.id : producer);
  if (!ready.some((one) => one.id === chosen)) throw wrong({ producer: '' });
  const crop = cropOf(kit, answers);
  const missing = missingStep(answers, crop);
  if (missing) return redirect(stepPath(missing, id, true));
  try {
    await handIn(who, { id, producer: chosen, answers, crop, sure: text(form, 'confirm') === '1' });
  } catch (error) {
    // Somebody else of the household was quicker: she sees that first.
    if (!(error instanceof Problem && error.code === 'catalogue.edited-meanwhile' && answers.of)) throw error;
    return redirect(`${MINE}/${answers.of.id}?xong=nguoi-khac`);
  }
  return redirect(answers.of ? `${MINE}/${answers.of.id}?xong=sua` : `${MINE}?xong=dang&mon=${id}`);
};

export default function ListingForm({ loaderData, actionData }: Route.ComponentProps) {
  return <Wizard {...loaderData} refusal={actionData} />;
}
