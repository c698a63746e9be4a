import { randomUUID } from 'node:crypto';
import type { Grant, SubmitApplication } from '@chophien/contracts';
import { describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { type EventType, events } from '../events.ts';
import { type Actor, type Authenticated, Authenticator } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { Onboarding } from './onboarding.ts';
import { OnboardingModule } from './onboarding.module.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const clock = new TestClock('2026-06-10T03:00:00Z');

const app = await testWeb({ imports: [OnboardingModule], clock });

/** Who acts under `token-<id>`; how sessions are opened is identity's to test. */
const people = new Map<string, Actor>();
vi.spyOn(app.get(Authenticator, { strict: false }), 'authenticate').mockImplementation(
  async (token) => (people.get(token) as Authenticated | undefined) ?? null,
);

let numbers = 100_000_000;
const person = async (kind: 'person' | 'official', grants: Grant[] = [], phone = `+84${++numbers}`) => {
  const id = randomUUID();
  await db.query('insert into identity.person (id, kind, phone, name, created_at) values ($1, $2, $3, $4, $5)', [
    id,
    kind,
    phone,
    'Nguyễn Thị Mẫu',
    clock.now(),
  ]);
  people.set(`token-${id}`, { kind, id, grants, sessionId: null, address: '203.0.113.7', requestId: randomUUID() });
  return { id, phone };
};
const officerOf = (commune: string, phone?: string) =>
  person('official', [{ role: 'commune-officer', commune }], phone);
const provinceOfficer = (province: string) => person('official', [{ role: 'province-officer', province }]);

type Who = { id: string };
const call = async (who: Who, method: 'GET' | 'POST' | 'PUT', address: string, payload?: object) => {
  const headers = { authorization: `Bearer token-${who.id}` };
  const answer = await app.inject({ method, url: address, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const application = (given: Partial<SubmitApplication> = {}): SubmitApplication => ({
  id: randomUUID(),
  kind: 'household',
  name: 'Hộ bà Tư',
  commune: '07330',
  subArea: 'Thôn Quất Du',
  crops: ['lychee'],
  consent: true,
  ...given,
});
const applied = async (given: Partial<SubmitApplication> = {}, who?: Who) => {
  const applicant = who ?? (await person('person'));
  const { body, status } = await call(applicant, 'POST', '/former/applications', application(given));
  expect(status).toBe(200);
  return { applicant, id: body.id as string };
};
const stated = (id: string) =>
  rows<{ type: string; data: Record<string, unknown> }>(
    db,
    'select type, data from platform.event where subject = $1 order by id',
    [id],
  );

describe('applying', () => {
  test('is seen by the applicant with commune and state, and what she agreed to is kept with its words', async () => {
    const { applicant, id } = await applied();
    const { body } = await call(applicant, 'GET', '/me/applications');
    expect(body.items).toEqual([
      {
        id,
        state: 'submitted',
        kind: 'household',
        name: 'Hộ bà Tư',
        commune: { code: '07330', fullName: 'Xã Phúc Hòa', province: 'Bắc Ninh' },
        subArea: 'Thôn Quất Du',
        address: null,
        crops: ['lychee'],
        note: null,
        applicant: { name: 'Nguyễn Thị Mẫu', phone: expect.stringMatching(/^\+84/) },
        remarks: [],
        submittedAt: clock.now().toISOString(),
        decidedAt: null,
        producerState: null,
      },
    ]);
    expect(await app.get(Onboarding).mine(applicant.id)).toEqual(body.items);
    const consents = await db.query(
      `select consent.kind, address, length(text) > 20 as worded from onboarding.consent
       join onboarding.consent_text using (kind, version) where application = $1 order by consent.kind`,
      [id],
    );
    expect(consents).toEqual([
      { kind: 'personal-data', address: '127.0.0.1', worded: true },
      { kind: 'trading-rules', address: '127.0.0.1', worded: true },
    ]);
    expect(await stated(id)).toMatchObject([
      {
        type: 'application.submitted',
        data: { commune: '07330', province: '24', again: false, applicant: applicant.id },
      },
    ]);
  });

  test('with one id, also twice at the same moment, is one application', async () => {
    const applicant = await person('person');
    const input = application();
    const answers = await Promise.all([1, 2, 3].map(() => call(applicant, 'POST', '/former/applications', input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await stated(input.id)).toHaveLength(1);
  });

  test('a second time while one is open is refused, of another kind it is not', async () => {
    const { applicant } = await applied();
    const again = await call(applicant, 'POST', '/former/applications', application());
    expect([again.status, again.body.code]).toEqual([409, 'onboarding.already-applied']);
    await applied({ kind: 'cooperative' }, applicant);
  });

  test('under the id of another’s application tells nothing of it', async () => {
    const { id } = await applied();
    const other = await call(await person('person'), 'POST', '/former/applications', application({ id }));
    expect([other.status, other.body.code]).toEqual([404, 'onboarding.not-found']);
  });

  test('names each wrong field, an unknown commune too', async () => {
    const applicant = await person('person');
    const wrong = await call(applicant, 'POST', '/former/applications', {
      ...application(),
      consent: false,
      crops: [],
      x: 1,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['consent', 'crops', 'x']),
    );
    const nowhere = await call(applicant, 'POST', '/former/applications', application({ commune: '99999' }));
    expect(nowhere).toMatchObject({ status: 422, body: { errors: [{ field: 'commune' }] } });
  });

  test('needs to be signed in', async () => {
    const answer = await app.inject({ method: 'POST', url: '/former/applications', payload: application() });
    expect(answer.statusCode).toBe(401);
  });
});

describe('an officer', () => {
  test('sees her commune’s queue, oldest first, and each look is noted', async () => {
    const commune = '28273';
    const officer = await officerOf(commune);
    const first = await applied({ commune });
    clock.pass(60_000);
    const second = await applied({ commune });
    const elsewhere = await applied({ commune: '30076' });
    const { body } = await call(officer, 'GET', '/former/applications');
    expect(body).toMatchObject({ total: 2, page: 1, pages: 1, items: [{ id: first.id }, { id: second.id }] });
    expect((await call(officer, 'GET', `/former/applications/${elsewhere.id}`)).status).toBe(404);
    const looks = await db.query('select subject, purpose from platform.looked where actor_id = $1', [officer.id]);
    expect(looks).toEqual([first, second].map(({ id }) => ({ subject: id, purpose: 'application.queue' })));
  });

  test('of a province sees all its communes, of another none', async () => {
    const { id } = await applied();
    expect((await call(await provinceOfficer('24'), 'GET', `/former/applications/${id}`)).status).toBe(200);
    expect((await call(await provinceOfficer('87'), 'GET', `/former/applications/${id}`)).status).toBe(404);
  });

  test('returns with remarks, the household corrects, she approves: a producer', async () => {
    const officer = await officerOf('07330');
    const { applicant, id } = await applied();
    const remarks = [{ item: 'address', reason: 'Chưa ghi thôn, xóm' }];
    const returned = await call(officer, 'POST', `/former/applications/${id}/return`, { remarks });
    expect(returned).toMatchObject({ status: 200, body: { state: 'returned', remarks } });
    expect((await call(officer, 'POST', `/former/applications/${id}/return`, { remarks })).status).toBe(200);

    const { id: _, consent: __, ...fields } = application({ address: 'Số 3, thôn Quất Du' });
    const amended = await call(applicant, 'PUT', `/former/applications/${id}`, fields);
    expect(amended.body).toMatchObject({ state: 'submitted', address: 'Số 3, thôn Quất Du', remarks });
    expect((await call(applicant, 'PUT', `/former/applications/${id}`, fields)).body).toEqual(amended.body);

    const approved = await call(officer, 'POST', `/former/applications/${id}/approval`);
    expect(approved.body).toMatchObject({ state: 'approved', producerState: 'approved' });
    expect((await call(officer, 'POST', `/former/applications/${id}/approval`)).body).toEqual(approved.body);
    expect((await stated(id)).map(({ type }) => type)).toEqual([
      'application.submitted',
      'application.returned',
      'application.submitted',
      'producer.approved',
    ]);
    expect((await stated(id)).at(-1)?.data).toEqual({
      producer: id,
      producerName: 'Hộ bà Tư',
      producerKind: 'household',
      commune: '07330',
      province: '24',
      subArea: 'Thôn Quất Du',
      crops: ['lychee'],
      applicant: applicant.id,
    });
  });

  test('cannot go a way that is not there', async () => {
    const officer = await officerOf('07330');
    const { applicant, id } = await applied();
    const { id: _, consent: __, ...fields } = application();
    expect((await call(applicant, 'PUT', `/former/applications/${id}`, fields)).body.code).toBe(
      'onboarding.illegal-step',
    );
    expect(
      (await call(officer, 'POST', `/former/producers/${id}/suspension`, { reason: 'chưa được duyệt' })).status,
    ).toBe(409);
    await call(officer, 'POST', `/former/applications/${id}/approval`);
    const remarks = [{ item: 'name', reason: 'sai tên' }];
    expect((await call(officer, 'POST', `/former/applications/${id}/return`, { remarks })).status).toBe(409);
  });

  test('suspends and reinstates, each once', async () => {
    const officer = await officerOf('07330');
    const { applicant, id } = await applied();
    await call(officer, 'POST', `/former/applications/${id}/approval`);
    const reason = 'Hàng không đúng nguồn gốc';
    for (let twice = 0; twice < 2; twice++) {
      const { body } = await call(officer, 'POST', `/former/producers/${id}/suspension`, { reason });
      expect(body.producerState).toBe('suspended');
    }
    for (let twice = 0; twice < 2; twice++) {
      expect((await call(officer, 'POST', `/former/producers/${id}/reinstatement`)).body.producerState).toBe(
        'approved',
      );
    }
    expect((await stated(id)).slice(-2)).toEqual([
      { type: 'producer.suspended', data: { commune: '07330', applicant: applicant.id, reason } },
      { type: 'producer.reinstated', data: { commune: '07330', applicant: applicant.id } },
    ]);
  });

  test('decides nothing in another commune, and nothing about herself under either account', async () => {
    const { applicant, id } = await applied();
    const { phone } = (
      await rows<{ phone: string }>(db, 'select phone from identity.person where id = $1', [applicant.id])
    )[0]!;
    const stranger = await officerOf('30076');
    for (const [path, body] of [
      [`/former/applications/${id}/approval`, undefined],
      [`/former/applications/${id}/return`, { remarks: [{ item: 'name', reason: 'không' }] }],
      [`/former/producers/${id}/suspension`, { reason: 'không phải xã tôi' }],
      [`/former/producers/${id}/reinstatement`, undefined],
    ] as const) {
      expect((await call(stranger, 'POST', path, body)).status).toBe(404);
    }
    const herself = await officerOf('07330', phone);
    const own = await call(herself, 'POST', `/former/applications/${id}/approval`);
    expect([own.status, own.body.code]).toEqual([403, 'onboarding.own-application']);
    expect((await call(applicant, 'POST', `/former/applications/${id}/approval`)).status).toBe(403);
    expect((await stated(id)).map(({ type }) => type)).toEqual(['application.submitted']);
  });

  test('two who decide at once: one decision stands', async () => {
    const { id } = await applied();
    const [one, two] = [await officerOf('07330'), await provinceOfficer('24')];
    const remarks = [{ item: 'name', reason: 'viết rõ họ tên' }];
    const answers = await Promise.all([
      call(one, 'POST', `/former/applications/${id}/approval`),
      call(two, 'POST', `/former/applications/${id}/return`, { remarks }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await stated(id)).toHaveLength(2);
  });

  test('without a grant, or with a grant of nowhere, sees nothing', async () => {
    const { id } = await applied();
    const lost = await person('official', [{ role: 'commune-officer', commune: null }]);
    expect((await call(lost, 'GET', '/former/applications')).body).toMatchObject({ total: 0, items: [] });
    expect((await call(lost, 'GET', `/former/applications/${id}`)).status).toBe(404);
    expect((await call(await person('official'), 'GET', '/former/applications')).status).toBe(403);
  });
});
