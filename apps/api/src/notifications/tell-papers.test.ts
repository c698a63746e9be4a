import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx } from '../platform/database.ts';
import { fact } from '../../../../tests/support/market.ts';
import { TellPapers } from './index.ts';
import { Telling } from './testing.ts';

const { url } = await freshDatabase();
const telling = new Telling();
beforeAll(() => telling.open(url));
afterAll(() => telling.close());

test('everybody who sells for the household is told once that its paper will end, on the phone too', async () => {
  const producer = randomUUID();
  const [mother, son, neighbour] = [
    await telling.person(producer),
    await telling.person(producer),
    await telling.person(randomUUID()),
  ];
  const data = { producer, commune: '07330', kind: 'food-safety-certificate', expiresOn: '2026-12-23', days: 30 };
  const heard = fact('paper.expiring', randomUUID(), { at: telling.clock.now(), data });
  for (let again = 0; again < 2; again++) {
    await inTx(telling.db, (tx) => telling.get(TellPapers).handle([heard], tx));
  }
  for (const person of [mother, son]) {
    expect((await telling.messages(person)).items).toMatchObject([
      { kind: 'paper-expiring', link: `/ban-hang/giay-to/${producer}` },
    ]);
  }
  expect((await telling.messages(neighbour)).items).toEqual([]);
  await telling.send();
  expect(telling.zalo.received.map(({ body }) => body.phone).toSorted((a, b) => a.localeCompare(b))).toEqual(
    [mother, son].map(({ phone }) => phone.slice(1)).toSorted((a, b) => a.localeCompare(b)),
  );
});
