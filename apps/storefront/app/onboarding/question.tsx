import { getCommune, type MeView, saveAnswers, searchCommunes } from '@chophien/contracts';
import { check, goTo, notFound, text, texts, visitor } from '@chophien/site';
import { Choices, Field, type Refusal, Submit, TextArea } from '@chophien/ui';
import { fold } from '@chophien/kernel';
import { redirect } from 'react-router';
import { z } from 'zod';
import { attempt } from '../attempt.ts';
import { CommuneSearch } from '../commune-search.tsx';
import { commodities } from '../reference.ts';
import type { Route } from './+types/question';
import { CropChoices } from './crop-choices.tsx';
import { DraftForm, KeptOnPhone, savedOn } from './draft-form.tsx';
import { isWish, mayAnswer, openWithMe } from './opened.ts';
import { applicationPath, checkPath, fromCheck } from './paths.ts';
import { answerIn, answerTo, choicesFor, type Question, questionAt } from './questions.ts';
import { AsHeading, Later, Screen } from './screen.tsx';
import { remarkOn, wayAfter, wayBack } from './task-steps.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const question = questionAt(params.question);
  if (!question) return notFound(context);
  const { read } = context.get(visitor);
  const { application, me } = await openWithMe({ context, params });
  if (!mayAnswer(application, question.item)) return goTo(applicationPath(application.id));
  const { searchParams } = new URL(request.url);
  const words = text(searchParams, 'tim').slice(0, 100);
  const [crops, found] = await Promise.all([
    question.shows === 'crops' ? commodities(read) : undefined,
    question.shows === 'commune' && words ? read(searchCommunes, { query: { q: words, limit: 20 } }) : undefined,
  ]);
  const edits = fromCheck(request);
  const { id, answers } = application;
  return {
    question,
    id,
    person: me.id,
    edits,
    words,
    back: edits ? checkPath(id) : wayBack(application, question.task, question.item),
    later: wayAfter(application, question.task, question.item),
    remark: remarkOn(application, question.item),
    wish: isWish(application, question.item),
    saved: text(searchParams, 'luu'),
    savedAt: answers.find(({ item }) => item === question.item)?.at,
    value: answerTo(application, question.item) || known(question, me),
    // Ticks made before a search come back with it.
    chosen: searchParams.has('chon')
      ? text(searchParams, 'chon').slice(0, 1_000).split(',')
      : choicesFor(application, question.item),
    crops: crops?.map(({ id: crop, name, category }) => ({ id: crop, name, category })),
    found: found?.items,
    commune: question.shows === 'commune' ? application.commune : undefined,
  };
}

/** Nobody is asked what the account already says. */
const known = ({ item }: Question, me: MeView): string => (item === 'head' ? (me.name ?? '') : '');

export async function action({ context, params, request }: Route.ActionArgs) {
  const question = questionAt(params.question);
  if (!question) return notFound(context);
  const { call } = context.get(visitor);
  const form = await request.formData();
  const id = check(z.uuid(), params.id);
  if (text(form, 'go') === 'tim') {
    const query = new URLSearchParams({ tim: text(form, 'tim').slice(0, 100), chon: texts(form, 'crops').join(',') });
    if (fromCheck(request)) query.set('sua', '1');
    return redirect(`${applicationPath(id, question.slug)}?${query}`);
  }
  return attempt(
    form,
    async () => {
      const { item } = question;
      const value = answerIn(form, question);
      if (item === 'commune') await call(getCommune, { params: { code: text(form, 'commune') } });
      const body = { answers: [{ item, value, at: new Date().toISOString() }] };
      const after = await call(saveAnswers, { params: { id }, body });
      const onwards = fromCheck(request) ? checkPath(id) : wayAfter(after, question.task, item);
      return redirect(savedOn(onwards, item));
    },
    { [question.item]: question.sentence, answers: question.sentence, value: question.sentence },
    (field) => (field.startsWith('answers') ? question.item : field),
  );
}

export default function OneQuestion({ loaderData, actionData }: Route.ComponentProps) {
  const { question, id, person, edits, back, later, remark, wish, saved, savedAt } = loaderData;
  const { item, title, free, shows } = question;
  return (
    <Screen title={title} heading={shows === 'crops' || shows === 'commune'} {...{ back, remark }} refusal={actionData}>
      {shows === 'commune' ? (
        <Commune {...loaderData} />
      ) : (
        <DraftForm household={id} item={item} savedAt={savedAt}>
          <Answer {...loaderData} refusal={actionData} />
          <Submit wide>{edits ? 'Lưu, về trang xem lại' : 'Lưu và tiếp tục'}</Submit>
        </DraftForm>
      )}
      {wish && <p className="field-hint">Gian hàng đã duyệt: cán bộ xã đồng ý thì tên mới mới hiện ra.</p>}
      <KeptOnPhone person={person} household={id} saved={saved} next={edits ? back : later} />
      {free && !edits && <Later to={later} />}
    </Screen>
  );
}

type Data = Route.ComponentProps['loaderData'];

const Commune = ({ commune, words, found, edits }: Data) => (
  <>
    {commune && !found && (
      <p>
        Đang ghi:{' '}
        <b>
          {commune.fullName}, {commune.province}
        </b>
      </p>
    )}
    <CommuneSearch words={words} found={found} {...(edits ? { keep: { sua: '1' } } : {})} />
  </>
);

const Answer = ({ question, value, chosen, crops, words, refusal }: Data & { refusal: Refusal | undefined }) => {
  const { item, title, hint, shows, most, autoComplete } = question;
  if (shows === 'crops') {
    return <CropChoices crops={filtered(crops ?? [], words, chosen)} {...{ chosen, words, hint, refusal }} />;
  }
  if (shows === 'kind') {
    return (
      <Choices name={item} legend={<AsHeading>{title}</AsHeading>} chosen={[value]} refusal={refusal} options={kinds} />
    );
  }
  const common = { name: item, label: <AsHeading>{title}</AsHeading>, hint, maxLength: most, value, refusal };
  return shows === 'prose' ? (
    <TextArea {...common} rows={6} />
  ) : (
    <Field {...common} {...(autoComplete ? { autoComplete } : {})} />
  );
};

/** What is found, and everything that is ticked already. */
const filtered = <Crop extends { id: string; name: string }>(
  crops: readonly Crop[],
  words: string,
  chosen: readonly string[],
): Crop[] => {
  const sought = fold(words);
  return crops.filter(({ id, name }) => chosen.includes(id) || fold(name).includes(sought));
};

/** In whose name one sells, each in a line of its own. */
export const kinds = [
  { value: 'household', word: 'Hộ gia đình' },
  { value: 'cooperative', word: 'Hợp tác xã' },
  { value: 'cooperative-group', word: 'Tổ hợp tác (nhóm hộ cùng làm)' },
];
