import { type Endpoint, roleTable } from '@chophien/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '../../apps/api/src/openapi.ts';
import { type Caller, callers, mayAsk } from '../../apps/api/src/platform/rights-table.ts';
import type { Actor } from '../../apps/api/src/platform/actor.ts';
import { freshDatabase } from '../support/database.ts';
import { House, photograph, type Place } from './house.ts';
import { addressOf, ask, bodyOf, type Filled, fill } from './things.ts';

/** Every address, every caller, the own place and two others: what one may not see is not there, what one may not do is named. */

const { url } = await freshDatabase();
let house: House;
const worlds = new Map<Place, Filled>();
const people = new Map<Caller, Actor | undefined>();
let bytes: Buffer;

beforeAll(async () => {
  house = await House.open(url);
  bytes = await photograph();
  for (const place of ['here', 'beside', 'away'] as const)
    worlds.set(place, await fill(house, await house.world(place)));
  for (const caller of callers) people.set(caller, await house.caller(caller, worlds.get('here') as Filled));
}, 120_000);
afterAll(() => house?.trade.close());

/**
 * Whether a thing of a place is the caller's to find. Callers are other people than the owners, but those with a role in
 * the household read of it where they read of themselves.
 */
const finds = (caller: Caller, { reach, path }: Endpoint, place: Place): boolean => {
  if (reach === 'anyone') return true;
  if (caller === 'guest' || caller === 'buyer') return false;
  const { scope } = roleTable[caller];
  if (reach === 'own') return !path.includes(':') && scope === 'producer' && place === 'here';
  if (reach === 'producer') return scope === 'producer' && place === 'here';
  if (scope === 'country') return true;
  return place === 'here' || (scope === 'province' && place === 'beside');
};

const request = (name: string, endpoint: Endpoint, world: Filled, as: Actor | undefined) => {
  const raw = endpoint.raw && endpoint.method === 'PUT';
  const sent = raw ? { bytes: { type: 'image/jpeg', data: bytes } } : { body: bodyOf(name, endpoint, world) };
  return ask(house, { method: endpoint.method, path: addressOf(name, endpoint, world) }, { as, ...sent });
};

const codeOf = (text: string): string => {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? '';
  } catch {
    return '';
  }
};

/**
 * What these are about is not made in the worlds (a draft of a rule, a claim, an official's password …) or is already over, so
 * that nobody finds it tells nothing here. Their own contexts' tests ask them about somebody else's.
 */
const unmade = [
  'answerInvitation',
  'appointPerson',
  'approveRule',
  'askPhoneCode',
  'attestRequirement',
  'beginAuthenticator',
  'changePassword',
  'changePhone',
  'closeSession',
  'completeGoodsRow',
  'deliverParcel',
  'dispatchParcel',
  'downloadWrongGoods',
  'downloadWrongRows',
  'draftRule',
  'dropRule',
  'failDelivery',
  'getPersonOfArea',
  'giveDelegationBack',
  'keepAuthenticator',
  'leaveGoodsRow',
  'leaveOffice',
  'leaveProducer',
  'mySecurity',
  'previewRule',
  'readClaimPhotoOfArea',
  'readMyClaimPhoto',
  'readOwnPaper',
  'refuseClaim',
  'removeCooperativeMember',
  'renewRecoveryCodes',
  'renewStart',
  'revokePartnerKey',
  'startRecovery',
  'stopMyRecovery',
  'takeProducerOver',
];

/** Parameters that name no thing of anybody. */
const nameless = ['/tours/:day'];

const guarded = endpoints.filter(({ endpoint }) => endpoint.needs !== 'public');

describe.each(guarded.map((one) => [`${one.endpoint.method} ${one.endpoint.path}`, one] as const))('%s', (_, one) => {
  const { name, endpoint } = one;
  const named = endpoint.path.includes(':') && !nameless.some((path) => endpoint.path === path);

  test('is refused by name to whoever lacks the right', async () => {
    const wrong: string[] = [];
    for (const caller of callers) {
      if (mayAsk(caller, one)) continue;
      const { status, text } = await request(name, endpoint, worlds.get('here') as Filled, people.get(caller));
      const expected = caller === 'guest' ? '401 identity.sign-in-needed' : '403 platform.not-allowed';
      if (`${status} ${codeOf(text)}` !== expected) wrong.push(`${caller}: ${status} ${codeOf(text)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('shows nobody what is somebody else’s', async () => {
    const wrong: string[] = [];
    let reached = unmade.includes(name);
    for (const caller of callers) {
      if (!mayAsk(caller, one)) continue;
      for (const [place, world] of worlds) {
        const { status, text } = await request(name, endpoint, world, people.get(caller));
        const code = codeOf(text);
        // Other companies are out of reach here: 502 is their silence.
        if (status === 401 || code === 'platform.not-allowed' || (status >= 500 && status !== 502))
          wrong.push(`${caller} ${place}: ${status} ${code}`);
        const found = finds(caller, endpoint, place);
        reached ||= (found || !named) && status !== 404 && code !== 'platform.invalid-input';
        if (!found && named && status !== 404) wrong.push(`${caller} finds ${place}: ${status} ${code}`);
        for (const other of worlds.values()) {
          const hidden =
            endpoint.reach !== 'anyone' && !finds(caller, { ...endpoint, reach: endpoint.reach ?? 'own' }, other.place);
          if (hidden && text.includes(other.name)) wrong.push(`${caller} reads of ${other.place} at ${place}`);
        }
      }
    }
    if (!reached && endpoint.reach === 'own') {
      const here = worlds.get('here') as Filled;
      const { status, text } = await request(name, endpoint, here, here.owner);
      reached = status !== 404 && codeOf(text) !== 'platform.invalid-input';
    }
    expect([...wrong, ...(reached ? [] : ['nobody came as far as the thing itself'])]).toEqual([]);
  });
});
