import type { ListingDraft, PictureView } from '@chophien/contracts';
import type { Entry } from '../../phone/queue.ts';
import { type AnswerName, type Answers, answersOf } from '../answers.ts';
import type { Step } from '../path.ts';

/** One picture on its way; its bytes lie sealed beside the queue until the listing is with the server. */
export interface Photo {
  id: string;
  state: 'wait' | 'sent' | 'fix';
  said?: string | undefined;
  view?: PictureView | undefined;
}

/** One listing on its way, from the first picture until the server has it. */
export interface Goods extends Entry {
  /** The listing's own id, made here: handed in twice it is one. */
  id: string;
  producer: string;
  at: string;
  answers: Answers;
  /** When each answer was given, by this phone's clock. */
  times: Partial<Record<AnswerName, number>>;
  /** Of when the server has each of them. */
  known: Partial<Record<AnswerName, number>>;
  photos: Photo[];
  /** What stands in a form that was not sent yet. */
  half?: { step: Step; typed: [string, string][] } | undefined;
  said?: string | undefined;
  code?: string | undefined;
  /** She means a price that is many times another. */
  sure?: boolean;
  fields?: Record<string, string> | undefined;
}

export const begun = (id: string, producer: string, seq: number): Goods => ({
  seq,
  id,
  producer,
  state: 'draft',
  at: new Date().toISOString(),
  answers: {},
  times: {},
  known: {},
  photos: [],
});

/** A screen's answers in; those it leaves out are taken back. What was to be mended may be handed in anew. */
export const answered = (goods: Goods, step: Step, said: Answers, now = Date.now()): Goods => {
  const answers: Answers = { ...goods.answers };
  const times = { ...goods.times };
  for (const name of answersOf[step]) {
    if (JSON.stringify(answers[name]) === JSON.stringify(said[name])) continue;
    delete answers[name];
    times[name] = now;
  }
  const fields = Object.fromEntries(Object.entries(goods.fields ?? {}).filter(([name]) => !(name in said)));
  return { ...goods, answers: { ...answers, ...said }, times, half: undefined, fields };
};

/** The pictures as they stand, told as an answer. */
export const withPhotos = (goods: Goods, photos: Photo[], now = Date.now()): Goods => ({
  ...goods,
  photos,
  answers: { ...goods.answers, pictures: photos.map(({ id, view }) => ({ ...view, id })) },
  times: { ...goods.times, pictures: now },
});

/** A picture got through, or can't be taken: which pictures there are has not changed by that. */
export const withPhoto = (goods: Goods, photo: Photo): Goods => {
  const photos = goods.photos.map((one) => (one.id === photo.id ? photo : one));
  const pictures = photos.map(({ id, view }) => ({ ...view, id }));
  const { pictures: _told, ...others } = goods.known;
  const known = photo.state === 'sent' ? others : goods.known;
  return { ...goods, photos, answers: { ...goods.answers, pictures }, known };
};

/** Answer by answer the later one stands, on the phone as on the server. */
export const merged = (goods: Goods, { answers }: Pick<ListingDraft, 'answers'>): Goods => {
  let next = goods;
  for (const { field, value, at } of answers) {
    const name = field as AnswerName;
    const then = Date.parse(at);
    if (then < (next.times[name] ?? 0)) continue;
    const { [name]: _, ...rest } = next.answers;
    next = {
      ...next,
      answers: value === null ? rest : { ...rest, [name]: value },
      times: { ...next.times, [name]: then },
      known: { ...next.known, [name]: then },
    };
    if (name === 'pictures') next = { ...next, photos: photosOf(next) };
  }
  return next;
};

/** What the server knows of is with it; what it does not is still to be sent. */
const photosOf = ({ answers, photos }: Goods): Photo[] =>
  (answers.pictures ?? []).map((picture) => {
    const known = photos.find(({ id }) => id === picture.id);
    if (known) return known;
    const { hash } = picture;
    return hash ? { id: picture.id, state: 'sent', view: picture as PictureView } : { id: picture.id, state: 'fix' };
  });

/** Answers the server does not have yet; a picture that is not there counts only once it is. */
export const unsaid = ({ answers, times, known }: Goods): { field: string; value: unknown; age: number }[] =>
  (Object.entries(times) as [AnswerName, number][])
    .filter(([name, at]) => at > (known[name] ?? 0))
    .map(([name, at]) => ({ field: name, value: answers[name] ?? null, age: Math.max(0, Date.now() - at) }));

/** Whether something of a listing that is not handed in yet could go up beforehand. */
export const hasNews = (goods: Goods): boolean =>
  goods.photos.some(({ state }) => state === 'wait') || unsaid(goods).length > 0;

/** The server has these answers, as they were when they were sent. */
export const told = (goods: Goods, sent: Goods): Goods => ({ ...goods, known: { ...goods.known, ...sent.times } });
