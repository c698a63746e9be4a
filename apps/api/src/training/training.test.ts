import { randomUUID } from 'node:crypto';
import type { Actor } from '../platform/actor.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { TrainingModule } from './index.ts';

const { url } = await freshDatabase();
const course = '0198a000-0000-7000-8000-000000000001';
let the: Beside;
let trainer: Actor;
let stranger: Actor;

beforeAll(async () => {
  the = await Beside.open(url, { imports: [TrainingModule] });
  trainer = await the.person([{ role: 'trainer', commune: '07330' }], 'person', 'Cô giáo mẫu');
  stranger = await the.person([{ role: 'trainer', commune: '07246' }]);
});
afterAll(() => the?.close());

const hours = (count: number) => new Date(the.clock.now().getTime() + count * 3_600_000).toISOString();
const planned = async (from = -1, to = 3, as = trainer): Promise<string> => {
  const id = randomUUID();
  const body = {
    course,
    commune: '07330',
    place: 'Nhà văn hóa thôn Lân Thịnh',
    startsAt: hours(from),
    endsAt: hours(to),
  };
  const { status } = await the.ask('PUT', `/training/sessions/${id}`, { as, body });
  if (status !== 200) throw new Error(`not planned: ${status}`);
  return id;
};
const wall = async (id: string): Promise<string> =>
  (await the.ask('GET', `/training/sessions/${id}/code`, { as: trainer })).body['code'];
const scan = (as: Actor, id: string, body: object) =>
  the.ask('POST', `/training/sessions/${id}/attendance`, { as, body });

describe('a session', () => {
  test('is planned in the trainer’s commune and nowhere else', async () => {
    const id = await planned(24, 28);
    expect((await the.ask('GET', `/training/sessions/${id}`, { as: trainer })).body).toMatchObject({
      state: 'planned',
      place: 'Nhà văn hóa thôn Lân Thịnh',
      attended: 0,
      commune: { fullName: 'Xã Phúc Hòa' },
    });
    expect((await the.ask('GET', `/training/sessions/${id}`, { as: stranger })).status).toBe(404);
    await expect(planned(24, 28, stranger)).rejects.toThrow('404');
    const body = { course, commune: '07330', place: 'Sân đình', startsAt: hours(5), endsAt: hours(4) };
    const wrong = await the.ask('PUT', `/training/sessions/${randomUUID()}`, { as: trainer, body });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'endsAt' }] } });
  });

  test('is called off while nobody was there, and then takes nobody', async () => {
    const [off, held] = [await planned(), await planned()];
    const { id: household } = await the.household('Hộ ông Sáu');
    await the.ask('POST', `/training/sessions/${held}/attendees`, { as: trainer, body: { producers: [household] } });
    expect((await the.ask('POST', `/training/sessions/${off}/cancellation`, { as: trainer })).body).toMatchObject({
      state: 'cancelled',
    });
    expect(await the.ask('POST', `/training/sessions/${held}/cancellation`, { as: trainer })).toMatchObject({
      status: 409,
      body: { code: 'training.attended' },
    });
    expect(
      await the.ask('POST', `/training/sessions/${off}/attendees`, { as: trainer, body: { producers: [household] } }),
    ).toMatchObject({
      status: 409,
      body: { code: 'training.ended' },
    });
  });
});

describe('who was there', () => {
  test('is said by the code on the wall, for the own household, once', async () => {
    const id = await planned();
    const { id: producer, owner } = await the.household('Hộ bà Bảy');
    const other = await the.household('Hộ người khác');
    const code = await wall(id);
    expect((await scan(owner, id, { code, producer: other.id })).status).toBe(404);
    expect(await scan(owner, id, { code: code === '000000' ? '000001' : '000000', producer })).toMatchObject({
      status: 422,
      body: { code: 'training.code-wrong' },
    });
    expect(await scan(owner, id, { code, producer })).toMatchObject({ status: 200, body: { day: '2026-11-23' } });
    expect((await scan(owner, id, { code, producer })).status).toBe(200);
    expect((await the.stated('training.attended')).filter(({ data }) => data.producer === producer)).toHaveLength(1);
  });

  test('a code photographed earlier opens nothing, guessing ends soon', async () => {
    const id = await planned();
    const { id: producer, owner } = await the.household('Hộ chị Tám');
    const old = await wall(id);
    the.clock.pass(11 * 60_000);
    expect((await scan(owner, id, { code: old, producer })).status).toBe(422);
    const answers = [];
    for (let guess = 0; guess < 10; guess++) answers.push((await scan(owner, id, { code: '123123', producer })).status);
    expect(answers.at(-1)).toBe(429);
  });

  test('is entered from the paper list, only households of the commune, and can be corrected for a week', async () => {
    const id = await planned();
    const here = await the.household('Hộ anh Chín');
    const away = await the.household('Hộ nơi khác', '30076');
    const list = (producers: string[]) =>
      the.ask('POST', `/training/sessions/${id}/attendees`, { as: trainer, body: { producers } });
    expect((await list([here.id, away.id])).status).toBe(404);
    expect((await list([here.id])).body).toMatchObject({
      attended: 1,
      attendees: [{ name: 'Hộ anh Chín', how: 'list' }],
    });
    const taken = await the.ask('DELETE', `/training/sessions/${id}/attendees/${here.id}`, { as: trainer });
    expect(taken.body).toMatchObject({ attended: 0 });
    the.clock.pass(9 * 24 * 3_600_000);
    expect(await list([here.id])).toMatchObject({ status: 409, body: { code: 'training.ended' } });
  });
});

describe('the skill checklist', () => {
  test('is signed by a trainer of the commune and is complete with its last skill', async () => {
    const { id, owner } = await the.household('Hộ ông Mười');
    const sign = (as: Actor, skills: string[]) =>
      the.ask('PUT', `/training/households/${id}/skills`, { as, body: { skills } });
    expect((await sign(stranger, ['list'])).status).toBe(404);
    expect((await sign(owner, ['list'])).status).toBe(403);
    expect(await sign(trainer, ['flying'])).toMatchObject({ status: 422, body: { code: 'training.skill-unknown' } });
    expect((await sign(trainer, ['list', 'price', 'pack'])).body).toMatchObject({ complete: false, signedAt: null });
    expect((await sign(trainer, ['livestream', 'cod', 'complaint'])).body).toMatchObject({ complete: true });
    const signed = (await the.stated('skills.signed')).filter(({ subject }) => subject === id);
    expect(signed.map(({ data }) => data.complete)).toEqual([false, true]);
    const mine = await the.ask('GET', '/me/training', { as: owner });
    expect(mine.body).toMatchObject({ sheets: [{ complete: true, name: 'Hộ ông Mười' }] });
  });

  test('a trainer finds households by name without accents, with what they have', async () => {
    await the.household('Hộ bà Đặng Thị Thơm');
    const { body } = await the.ask('GET', '/training/households?q=dang%20thi%20thom', { as: trainer });
    expect(body).toMatchObject({ items: [{ name: 'Hộ bà Đặng Thị Thơm', trained: false, skilled: false }] });
    expect((await the.ask('GET', '/training/households?q=thom', { as: stranger })).body).toMatchObject({ items: [] });
  });
});

test('a province writes its own courses; one that was held is only ended', async () => {
  const province = await the.person([{ role: 'province-officer', province: '24' }], 'official');
  const id = randomUUID();
  const body = {
    title: 'Bán hàng trực tiếp',
    content: 'Ba buổi',
    hours: 6,
    province: '24',
    validFrom: '2026-01-01',
    validTo: null,
    legalRef: 'Kế hoạch tỉnh',
  };
  const write = (given: object) =>
    the.ask('PUT', `/training/courses/${id}`, { as: province, body: { ...body, ...given } });
  expect((await write({ province: '82' })).status).toBe(404);
  expect((await write({})).body).toMatchObject({ title: 'Bán hàng trực tiếp', hours: 6 });
  const session = { course: id, commune: '07330', place: 'Trụ sở xã', startsAt: hours(1), endsAt: hours(2) };
  await the.ask('PUT', `/training/sessions/${randomUUID()}`, { as: trainer, body: session });
  expect((await write({ title: 'Tên khác', validTo: '2027-01-01' })).body).toMatchObject({
    title: 'Bán hàng trực tiếp',
    validTo: '2027-01-01',
  });
});
