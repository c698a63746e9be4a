/// <reference lib="dom" />
import type { FieldHousehold } from '@chophien/contracts';
import { field } from '../../phone/area.ts';
import { type Ended, flushAll, isOld, keep, passes, tellLeft, waits } from '../../phone/flush.ts';
import { unsent } from '../../phone/queue.ts';
import { unseal } from '../../phone/seal.ts';
import { FIELD } from '../paths.ts';
import { nextUp, type Queued } from './queue.ts';
import type { FieldStore } from './store.ts';

/** What the server answers to an entry. */
interface Said extends Pick<Queued, 'code' | 'sentences' | 'conflicts' | 'twins'> {
  outcome?: 'applied' | 'conflict' | 'refused';
  household?: FieldHousehold | null;
}

/** Sends what waits; see `flushAll`. */
export const flush = (store: FieldStore, told: () => Promise<void>): Promise<Ended> =>
  flushAll<Queued>({
    area: field,
    told,
    next: async () => {
      const entry = nextUp(await store.all('queue'));
      if (entry) await keep(store, { ...entry, state: 'sending' });
      return entry;
    },
    send: (entry) => sendOne(store, entry),
  });

/** The answer's status; 0 without one. */
const sendOne = async (store: FieldStore, entry: Queued): Promise<number> => {
  const waiting = { ...entry, state: 'wait' as const };
  try {
    const slip = await sendSlip(store, entry);
    if (slip && !slip.ok) return await settle(store, waiting, slip);
    const { id, kind, household, at, body } = entry;
    const answer = await fetch(`${FIELD}/muc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, kind, household, at, body, sent: new Date().toISOString() }),
      redirect: 'manual',
      signal: AbortSignal.timeout(waits),
    });
    return await settle(store, waiting, answer);
  } catch {
    await keep(store, waiting);
    return 0;
  }
};

/** The photograph first, under its own id: sent twice it is the same one. */
const sendSlip = async (store: FieldStore, { household, paper }: Queued): Promise<Response | undefined> => {
  const slip = paper && (await store.get('slips', paper));
  if (!slip) return undefined;
  const form = new FormData();
  form.set('slip', new File([await unseal(store, slip)], 'phieu.jpg', { type: 'image/jpeg' }));
  return fetch(`${FIELD}/phieu/${household}/${paper}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    signal: AbortSignal.timeout(waits * 3),
  });
};

/** What the answer means for the entry. What is wrong with it stays on the phone, to be mended; what passes waits. */
const settle = async (store: FieldStore, entry: Queued, answer: Response): Promise<number> => {
  if (passes(answer)) {
    await keep(store, entry);
    return answer.status;
  }
  const said = (await answer.json()) as Said & { sentence?: string };
  if (said.household) await store.put('households', said.household);
  if (said.outcome === 'applied') {
    await keep(store, { ...entry, state: 'sent', body: null, typed: [], at: new Date().toISOString() });
    if (entry.paper) await store.drop('slips', entry.paper);
    return 200;
  }
  const { code, sentences, conflicts, twins, sentence } = said;
  await keep(store, { ...entry, state: 'fix', code, sentences: sentences ?? [sentence ?? ''], conflicts, twins });
  return 200;
};

/** How many are unsent is told to pages that do not open the store; what was sent is forgotten after a day. */
export const count = async (store: FieldStore): Promise<Queued[]> => {
  const queue = await store.all('queue');
  const old = queue.filter(isOld);
  await store.drop('queue', ...old.map(({ seq }) => seq));
  tellLeft(field, '', unsent(queue).length);
  return queue.filter((one) => !old.includes(one));
};
