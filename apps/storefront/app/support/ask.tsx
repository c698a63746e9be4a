import { randomUUID } from 'node:crypto';
import {
  askSupport,
  belongsTo,
  CommuneCode,
  getMe,
  listMyProducers,
  listSupportTopics,
  searchCommunes,
} from '@chophien/contracts';
import { check, optional, text, visitor } from '@chophien/site';
import { Form, Hidden, type Refusal, Submit, TextArea, typedOr } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { CommuneSearch } from '../commune-search.tsx';
import { AsHeading, Screen } from '../onboarding/screen.tsx';
import type { Route } from './+types/ask';
import { within } from './words.ts';

const PATH = '/ho-tro/moi';

/** What is chosen so far stands in the address, so that going back changes one answer and keeps the others. */
const askPath = (chosen: Record<string, string>): string => `${PATH}?${new URLSearchParams(chosen)}`;

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const [me, { items: topics }, { items: mine }] = await Promise.all([
    who.read(getMe),
    who.read(listSupportTopics),
    who.read(listMyProducers),
  ]);
  const households = mine
    .filter(({ id, status }) => belongsTo(me, id) && status !== 'closed')
    .map(({ id, name, commune }) => ({ id, name, commune: commune.code, place: commune.fullName }));
  const topic = topics.find(({ id }) => id === text(searchParams, 'viec'));
  const elsewhere = households.length === 0 || text(searchParams, 'noi') === 'khac';
  const xa = CommuneCode.safeParse(text(searchParams, 'xa'));
  const only = households.length === 1 && !elsewhere ? households[0] : undefined;
  const household = households.find(({ id }) => id === text(searchParams, 'ho')) ?? only;
  const words = text(searchParams, 'tim').slice(0, 100);
  const searches = topic !== undefined && elsewhere && !xa.success && words !== '';
  const found = searches ? await who.read(searchCommunes, { query: { q: words, limit: 20 } }) : undefined;
  return {
    id: randomUUID() as string,
    topics,
    topic,
    households,
    household: xa.success ? undefined : household,
    commune: xa.success ? xa.data : household?.commune,
    elsewhere,
    words,
    found: found?.items,
  };
}

const sentences = {
  text: 'Viết cần giúp việc gì, ít nhất 5 chữ.',
  commune: 'Hãy tìm và chọn xã, phường.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const topic = text(new URL(request.url).searchParams, 'viec');
  return attempt(
    form,
    async () => {
      if (form.has('text')) {
        const body = check(askSupport.body!, {
          id: text(form, 'id'),
          topic,
          text: text(form, 'text'),
          commune: text(form, 'commune'),
          producer: optional(form, 'producer'),
        });
        await call(askSupport, { body });
        return redirect(`/ho-tro/${body.id}?moi=1`);
      }
      return redirect(askPath({ viec: topic, xa: check(CommuneCode, text(form, 'commune')) }));
    },
    sentences,
  );
}

export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const { topic, commune, elsewhere, households, words, found } = loaderData;
  if (!topic) return <WhichTopic topics={loaderData.topics} />;
  if (commune) return <What {...loaderData} topic={topic} commune={commune} refusal={actionData} />;
  if (!elsewhere) return <Which topic={topic} households={households} />;
  const back = households.length > 1 ? askPath({ viec: topic.id }) : PATH;
  const keep = { viec: topic.id, ...(households.length > 0 ? { noi: 'khac' } : {}) };
  return (
    <Screen title="Việc ở xã, phường nào?" heading back={back} refusal={actionData}>
      <CommuneSearch words={words} found={found} keep={keep} />
    </Screen>
  );
}

type Data = Route.ComponentProps['loaderData'];
type Topic = Data['topics'][number];

const WhichTopic = ({ topics }: { topics: Data['topics'] }) => (
  <Screen title="Cần giúp việc gì?" heading back="/ho-tro" refusal={undefined}>
    <ul className="grid gap-2">
      {topics.map(({ id, title, hours }) => (
        <li key={id}>
          <a className="choice text-ink no-underline" href={askPath({ viec: id })}>
            <span className="grid">
              <b>{title}</b>
              <span className="field-hint">{within(hours)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </Screen>
);

const Which = ({ topic, households }: { topic: Topic; households: Data['households'] }) => (
  <Screen title="Việc của hộ nào?" heading back={PATH} refusal={undefined}>
    <ul className="grid gap-2">
      {households.map(({ id, name, place }) => (
        <li key={id}>
          <a className="choice text-ink no-underline" href={askPath({ viec: topic.id, ho: id })}>
            <span className="grid">
              <b>{name}</b>
              <span className="field-hint">{place}</span>
            </span>
          </a>
        </li>
      ))}
      <li>
        <a className="choice text-ink no-underline" href={askPath({ viec: topic.id, noi: 'khac' })}>
          Việc của nơi khác
        </a>
      </li>
    </ul>
  </Screen>
);

interface WhatProps {
  id: string;
  topic: Topic;
  commune: string;
  households: Data['households'];
  household: Data['household'];
  refusal: Refusal | undefined;
}

const What = ({ id, topic, commune, households, household, refusal }: WhatProps) => {
  const back = households.length === 1 ? PATH : askPath({ viec: topic.id });
  return (
    <Screen title="Bạn cần giúp gì?" back={back} refusal={refusal}>
      <p>
        {topic.title}
        {household && (
          <>
            , <b>{household.name}</b>
          </>
        )}
        . {within(topic.hours)}.
      </p>
      <Form>
        <Hidden name="id" value={keptId(refusal, id)} />
        <Hidden name="commune" value={commune} />
        {household && <Hidden name="producer" value={household.id} />}
        <TextArea
          name="text"
          label={<AsHeading>Bạn cần giúp gì?</AsHeading>}
          hint="Kể vài dòng: đang làm gì, vướng ở đâu. Đừng ghi mã đăng nhập hay số căn cước."
          rows={6}
          maxLength={1500}
          refusal={refusal}
        />
        <Submit wide>Gửi</Submit>
      </Form>
      {household && households.length === 1 && (
        <p className="text-center">
          <a className="inline-block px-4 py-3" href={askPath({ viec: topic.id, noi: 'khac' })}>
            Không phải việc của {household.name}
          </a>
        </p>
      )}
    </Screen>
  );
};

/** A form that comes back keeps its id, so that sending it twice asks once; one whose id was used asks anew. */
const keptId = (refusal: Refusal | undefined, fresh: string): string =>
  refusal?.code === 'support.id-used' ? fresh : typedOr(refusal, 'id', fresh);
