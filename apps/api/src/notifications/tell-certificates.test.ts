import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { fact } from '../../../../tests/support/market.ts';
import { inTx } from '../platform/database.ts';
import { TellPapers } from './index.ts';
import { Telling } from './testing.ts';

const { url } = await freshDatabase();
const telling = new Telling();
beforeAll(() => telling.open(url));
afterAll(() => telling.close());

const paper = { commune: '07330', kind: 'ocop', number: '12/QĐ-UBND' };

test('a household is told that its certificate was found true in the app alone, that it was refused on the phone too', async () => {
  const producer = randomUUID();
  const [mother, neighbour] = [await telling.person(producer), await telling.person(randomUUID())];
  const certificate = randomUUID();
  const decided = (decision: 'verified' | 'refused', reason: string | null) =>
    fact('certificate.decided', certificate, {
      at: telling.clock.now(),
      data: { ...paper, producer, decision, reason },
    });
  const heard = [decided('verified', null), decided('refused', 'Số giấy không khớp với ảnh.')];
  for (let again = 0; again < 2; again++) {
    await inTx(telling.db, (tx) => telling.get(TellPapers).handle(heard, tx));
  }
  const { items } = await telling.messages(mother);
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(['certificate-refused', 'certificate-verified']);
  expect(items.every(({ link }) => link === `/ban-hang/chung-nhan/${certificate}`)).toBe(true);
  expect(items.find(({ kind }) => kind === 'certificate-refused')?.text).toBe(
    'Cán bộ chưa công nhận giấy OCOP số 12/QĐ-UBND: Số giấy không khớp với ảnh. Mở để xem và khai lại.',
  );
  expect((await telling.messages(neighbour)).items).toEqual([]);
  await telling.send();
  expect(telling.zalo.received.map(({ body }) => body.phone)).toEqual([mother.phone.slice(1)]);
});

test('the end is told with its last day, whether it comes or is there', async () => {
  const producer = randomUUID();
  const holder = await telling.person(producer);
  const ending = (days: number) =>
    fact('certificate.ending', randomUUID(), {
      at: telling.clock.now(),
      data: { ...paper, producer, validTo: '2026-12-23', days },
    });
  await inTx(telling.db, (tx) => telling.get(TellPapers).handle([ending(22), ending(0)], tx));
  const words = (await telling.messages(holder)).items.map(({ text }) => text);
  expect(words.some((text) => text.includes('còn 22 ngày (đến hết 23/12/2026)'))).toBe(true);
  expect(words.some((text) => text.startsWith('Hết hạn ngày 23/12/2026'))).toBe(true);
});
