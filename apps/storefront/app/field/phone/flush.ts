/// <reference lib="dom" />
import type { FieldHousehold } from '@chophien/contracts';
import { FIELD } from '../paths.ts';
import { nextUp, patience, type Queued, unsent } from './queue.ts';
import { unseal } from './seal.ts';
import { LEFT, type Store } from './store.ts';

/** What the server answers to an entry. */
interface Said extends Pick<Queued, 'code' | 'sentences' | 'conflicts' | 'twins'> {
  outcome?: 'applied' | 'conflict' | 'refused';
  household?: FieldHousehold | null;
}

/** How a round of sending ended: nothing is left to send; no line; she must sign in; she may not be here any more. */
export type Ended = 'done' | 'later' | 'sign-in' | 'not-allowed';

const waits = 20_000;
let again: ReturnType<typeof setTimeout> | undefined;
/** In a row, on this page: a page that is opened, and a line that comes back, begin anew. */
let failures = 0;

/**
 * Sends what waits, one at a time and on one page at a time. Whatever happens on the way, an entry leaves the queue only when
 * the server has said that it is done.
 */
export const flush = async (store: Store, told: () => Promise<void>): Promise<Ended> => {
  clearTimeout(again);
  const ended = await navigator.locks.request('nhap-ho', async (): Promise<Ended> => {
    for (;;) {
      const entry = nextUp(await store.all('queue'));
      if (!entry) return 'done';
      await keep(store, { ...entry, state: 'sending' });
      await told();
      const status = await sendOne(store, entry);
      await told();
      if (status === 401) return 'sign-in';
      if (status === 403) return 'not-allowed';
      if (status !== 200) {
        failures += 1;
        again = setTimeout(() => void flush(store, told), patience(failures));
        return 'later';
      }
      failures = 0;
    }
  });
  await told();
  return ended;
};

/** The answer's status; 0 without one. */
const sendOne = async (store: Store, entry: Queued): Promise<number> => {
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
const sendSlip = async (store: Store, { household, paper }: Queued): Promise<Response | undefined> => {
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
const settle = async (store: Store, entry: Queued, answer: Response): Promise<number> => {
  const { status } = answer;
  const passes = status === 0 || status === 401 || status === 403 || status === 429 || status >= 500;
  if (passes) {
    await keep(store, entry);
    return status;
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

/** Writes an entry down, unless it was dropped meanwhile. */
const keep = async (store: Store, entry: Queued): Promise<void> => {
  if (await store.get('queue', entry.seq)) await store.put('queue', entry);
};

/** The line is back, or the page is looked at again. */
export const beginAnew = (): void => {
  failures = 0;
};

const day = 86_400_000;

/** How many are unsent is told to pages that do not open the store; what was sent is forgotten after a day. */
export const count = async (store: Store): Promise<Queued[]> => {
  const queue = await store.all('queue');
  const old = queue.filter(({ state, at }) => state === 'sent' && Date.now() - Date.parse(at) > day);
  await store.drop('queue', ...old.map(({ seq }) => seq));
  localStorage.setItem(LEFT, String(unsent(queue).length));
  return queue.filter((one) => !old.includes(one));
};
