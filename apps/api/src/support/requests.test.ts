import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErasePerson } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import type { EventOf } from '../platform/outbox.ts';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { NoteSuspension, SupportModule } from './index.ts';

const { url } = await freshDatabase();
let the: Beside;
let [first, second, stranger]: Actor[] = [];

beforeAll(async () => {
  the = await Beside.open(url, { imports: [SupportModule] });
  const officer = (province: string, name: string) =>
    the.person([{ role: 'province-officer', province }], 'official', name);
  first = await officer('24', 'Cán bộ soạn');
  second = await officer('24', 'Cán bộ gửi');
  stranger = await officer('82', 'Cán bộ tỉnh khác');
});
afterAll(() => the?.close());

const now = () => the.clock.now().toISOString();

describe('an authority', () => {
  const letter = (given: object = {}) => ({
    kind: 'data',
    authority: 'Chi cục Quản lý thị trường',
    document: 'Số 12/QLTT ngày 23/11/2026',
    scope: 'Đơn hàng của gian hàng trong tháng 10/2026',
    province: '24',
    receivedAt: now(),
    ...given,
  });
  const enter = async (as: Actor | undefined, given: object = {}, id: string = randomUUID()) => ({
    id,
    answer: await the.ask('PUT', `/authority/requests/${id}`, { as: as as Actor, body: letter(given) }),
  });
  const post = (as: Actor | undefined, id: string, what: string, body?: object) =>
    the.ask('POST', `/authority/requests/${id}/${what}`, { as: as as Actor, ...(body ? { body } : {}) });

  test('is answered within 24 hours, 3 when it is urgent, by two officials of its province', async () => {
    const { id, answer } = await enter(first);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'received', dueAt: '2026-11-24T02:00:00.000Z', late: false },
    });
    expect((await enter(first, { urgent: true })).answer.body).toMatchObject({ dueAt: '2026-11-23T05:00:00.000Z' });
    expect((await the.ask('GET', `/authority/requests/${id}`, { as: stranger as Actor })).status).toBe(404);
    expect((await enter(stranger)).answer.status).toBe(404);
    expect(await post(second, id, 'answer')).toMatchObject({ status: 409, body: { code: 'support.illegal-step' } });
    expect((await post(first, id, 'preparation', { answer: 'Danh sách 12 đơn kèm theo.' })).body).toMatchObject({
      state: 'prepared',
      mayAnswer: false,
    });
    expect(await post(first, id, 'answer')).toMatchObject({ status: 403, body: { code: 'support.own-answer' } });
    expect((await post(second, id, 'answer')).body).toMatchObject({
      state: 'answered',
      answered: { by: 'Cán bộ gửi' },
    });
    expect((await the.stated('authority.answered')).at(-1)).toMatchObject({ subject: id, data: { onTime: true } });
    expect((await enter(first, { scope: 'Một việc khác hẳn' }, id)).answer.status).toBe(409);
  });

  test('that orders a suspension names whose, and sees when it took effect', async () => {
    const { id: producer } = await the.household('Hộ bị yêu cầu');
    expect((await enter(first, { kind: 'suspension' })).answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'producer' }] },
    });
    expect((await enter(first, { receivedAt: '2027-01-01T00:00:00.000Z' })).answer.status).toBe(422);
    const { id } = await enter(first, { kind: 'suspension', producer });
    the.clock.pass(3_600_000);
    const fact = {
      type: 'producer.suspended',
      subject: producer,
      at: the.clock.now(),
    } as EventOf<'producer.suspended'>;
    await inTx(the.db, (tx) => the.get(NoteSuspension).handle([fact], tx));
    expect((await the.ask('GET', `/authority/requests/${id}`, { as: first as Actor })).body).toMatchObject({
      carriedOutAt: now(),
    });
  });

  test('that waits too long stands first and is counted as late', async () => {
    const { id } = await enter(first, { urgent: true });
    the.clock.pass(4 * 3_600_000);
    const list = await the.ask('GET', '/authority/requests?state=open', { as: first as Actor });
    expect(list.body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, late: true })]) });
    expect((list.body as { late: number }).late).toBeGreaterThan(0);
  });
});

describe('my data', () => {
  const ask = async (as: Actor, given: object = {}, id: string = randomUUID()) => ({
    id,
    answer: await the.ask('POST', '/me/data-requests', { as, body: { id, kind: 'delete', ...given } }),
  });
  const handle = (as: Actor | undefined, id: string, what: string, body?: object) =>
    the.ask('POST', `/data-requests/${id}/${what}`, { as: as as Actor, ...(body ? { body } : {}) });

  test('a request has its two clocks, is acknowledged, extended once, and refused only with words', async () => {
    const { owner } = await the.household('Hộ muốn sửa');
    const day = now().slice(0, 10);
    expect(day).toBe('2026-11-23');
    const { id, answer } = await ask(owner, { kind: 'correct', text: 'Tên xóm ghi sai.' });
    expect(answer.body).toMatchObject({
      state: 'made',
      replyBy: '2026-11-25T16:59:59.999Z',
      dueAt: '2026-12-03T16:59:59.999Z',
    });
    expect((await ask(owner, { kind: 'correct' }, id)).answer.body).toMatchObject({ id });
    expect((await handle(stranger, id, 'acknowledgement')).status).toBe(404);
    expect((await handle(first, id, 'acknowledgement')).body).toMatchObject({ state: 'acknowledged' });
    expect((await handle(first, id, 'extension', { reason: 'Chờ xã xác nhận tên xóm' })).body).toMatchObject({
      dueAt: '2026-12-13T16:59:59.999Z',
    });
    expect((await handle(first, id, 'extension', { reason: 'Chờ thêm nữa' })).status).toBe(409);
    expect((await handle(first, id, 'decision', { granted: true, answer: 'Đã sửa tên xóm.' })).body).toMatchObject({
      state: 'granted',
    });
    expect((await handle(first, id, 'decision', { granted: false, answer: 'Đổi ý rồi.' })).status).toBe(409);
  });

  test('somebody else’s request id tells nothing', async () => {
    const { owner } = await the.household('Hộ một');
    const { owner: other } = await the.household('Hộ hai');
    const { id } = await ask(owner);
    expect((await ask(other, {}, id)).answer.status).toBe(404);
    expect((await the.ask('GET', '/me/data-requests', { as: other })).body).toMatchObject({ items: [] });
  });

  test('deleted is what law lets go, and what stays is named with its law and its end', async () => {
    const { id: producer, owner } = await the.household('Hộ muốn xóa');
    const { id } = await ask(owner);
    const review = await the.ask('GET', `/data-requests/${id}`, { as: first as Actor });
    expect(review.body).toMatchObject({ obstacles: [], producers: [{ name: 'Hộ muốn xóa' }] });
    expect((review.body as { wouldKeep: { legalRef: string }[] }).wouldKeep.length).toBeGreaterThan(3);
    const done = await handle(first, id, 'decision', {
      granted: true,
      answer: 'Đã xóa, phần luật buộc giữ có kèm lý do.',
    });
    expect(done.body).toMatchObject({
      state: 'granted',
      kept: expect.arrayContaining([expect.objectContaining({ until: '2036-11-23' })]),
    });
    const [fact] = (await the.stated('erasure.granted')).filter(({ subject }) => subject === owner.id);
    expect(fact?.data).toMatchObject({ person: owner.id, producers: [producer] });
    const event = { ...fact, type: 'erasure.granted', at: the.clock.now() } as unknown as EventOf<'erasure.granted'>;
    await inTx(the.db, (tx) => the.get(ErasePerson).handle([event], tx));
    const [person] = await rows<object>(the.db, 'select phone, name from identity.person where id = $1', [owner.id]);
    const [household] = await rows<object>(the.db, 'select name, head from identity.producer where id = $1', [
      producer,
    ]);
    expect([person, household]).toEqual([
      { phone: null, name: null },
      { name: 'Hộ đã xóa dữ liệu', head: null },
    ]);
  });
});
