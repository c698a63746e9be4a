import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { CarryOutSuspensions } from './carry-out-suspensions.ts';
import { ForgetApplications } from './forget-applications.ts';
import { FreezePayout } from './freeze-payout.ts';
import { PassReviewsOn } from './pass-reviews-on.ts';
import { Reweigh } from './reweigh.ts';
import { openOnboarding } from './testing.ts';
import { WeighAll } from './weigh-all.ts';

const { url, db } = await freshDatabase();
const house = await openOnboarding(url, db);
afterAll(() => house.app.close());
const { clock, call, ok, answer, household, filled, stated, types, active } = house;

const officerOf = (commune: string, phone?: string) =>
  house.person('official', [{ role: 'commune-officer', commune }], phone);
const submitted = async (commune = '07330') => {
  const { head, id } = await household({ commune });
  await filled(head, id);
  await ok(head, 'POST', `/producers/${id}/submission`);
  return { head, id };
};
const last = async (id: string) => (await stated(id)).at(-1);
const lapsesOf = async (id: string) =>
  (await stated(id))
    .filter(({ type }) => type.startsWith('requirement.'))
    .map(({ type, data }) => [type, data.requirement]);

describe('an officer', () => {
  test('sees her commune’s queue, the longest waiting first, counted by state; each look is noted', async () => {
    const commune = '28273';
    const officer = await officerOf(commune);
    const first = await submitted(commune);
    clock.pass(3 * 86_400_000);
    const second = await submitted(commune);
    const elsewhere = await submitted('30076');
    const queue = await ok(officer, 'GET', '/applications');
    expect(queue).toMatchObject({
      total: 2,
      page: 1,
      pages: 1,
      items: [
        { id: first.id, age: 3, round: 1, reviewer: null },
        { id: second.id, age: 0 },
      ],
      counts: { submitted: 2, draft: 0 },
    });
    for (const path of [`/applications/${elsewhere.id}`, `/applications/${randomUUID()}`]) {
      expect((await call(officer, 'GET', path)).status).toBe(404);
    }
    const seen = await ok(officer, 'GET', `/applications/${first.id}`);
    expect(seen).toMatchObject({ payoutSet: false, applicant: { phones: [first.head.phone] } });
    expect(seen).not.toHaveProperty('payout');
    const looks = await rows(db, 'select subject, purpose from platform.looked where actor_id = $1 order by at, id', [
      officer.id,
    ]);
    expect(looks).toEqual([
      { subject: first.id, purpose: 'application.queue' },
      { subject: second.id, purpose: 'application.queue' },
      { subject: first.id, purpose: 'application.read' },
    ]);
  });

  test('of another commune finds nothing to decide, and nobody decides about her own household', async () => {
    const { head, id } = await submitted();
    const stranger = await officerOf('30076');
    const remarks = { remarks: [{ item: 'name', reason: 'không phải xã tôi' }] };
    for (const [path, body] of [
      ['review', undefined],
      ['approval', undefined],
      ['return', remarks],
      ['verifications/identity', { result: 'verified' }],
      ['suspension', { reason: 'không phải xã tôi' }],
      ['reinstatement', { reason: 'không phải xã tôi' }],
      ['closing', { reason: 'không phải xã tôi' }],
    ] as const) {
      expect((await call(stranger, 'POST', `/applications/${id}/${path}`, body)).status).toBe(404);
    }
    const herself = await officerOf('07330', head.phone);
    for (const path of ['approval', 'review']) {
      const own = await call(herself, 'POST', `/applications/${id}/${path}`);
      expect([own.status, own.body.code]).toEqual([403, 'onboarding.own-application']);
    }
    expect((await call(head, 'POST', `/applications/${id}/approval`)).status).toBe(403);
  });

  test('takes one in hand, and another sees that; after two days it may pass on', async () => {
    const { id } = await submitted();
    const [one, two] = [
      await officerOf('07330'),
      await house.person('official', [{ role: 'province-officer', province: '24' }]),
    ];
    expect(await ok(one, 'POST', `/applications/${id}/review`)).toMatchObject({
      status: 'in-review',
      reviewer: { id: one.id, name: 'Nguyễn Thị Mẫu' },
    });
    await ok(one, 'POST', `/applications/${id}/review`);
    for (const path of ['review', 'approval']) {
      const taken = await call(two, 'POST', `/applications/${id}/${path}`);
      expect([taken.status, taken.body.code]).toEqual([409, 'onboarding.taken-by-another']);
    }
    clock.pass(49 * 3_600_000);
    expect((await ok(two, 'POST', `/applications/${id}/review`)).reviewer.id).toBe(two.id);
    await house.hears(PassReviewsOn, 'official.left', two.id, { commune: null, province: '24', handedTo: null });
    expect(await ok(one, 'GET', `/applications/${id}`)).toMatchObject({ status: 'submitted', reviewer: null });
  });

  test('returns with remarks; each goes away when its item is changed; then it comes back', async () => {
    const officer = await officerOf('07330');
    const { head, id } = await submitted();
    const remarks = [
      { item: 'story', reason: 'Viết dài quá' },
      { item: 'identity', reason: 'Số căn cước thiếu' },
    ];
    for (let twice = 0; twice < 2; twice++) {
      await ok(officer, 'POST', `/applications/${id}/return`, { remarks });
    }
    expect((await types(id)).filter((type) => type === 'application.returned')).toHaveLength(1);
    const back = await ok(head, 'GET', `/producers/${id}/application`);
    expect(back.status).toBe('returned');
    expect(
      back.tasks.filter(({ state }: { state: string }) => state === 'returned').map((t: { id: string }) => t.id),
    ).toEqual(['stall', 'identity']);
    const changed = (await answer(head, id, 'story', 'Ngắn thôi')).body;
    expect(changed.tasks.flatMap((task: { remarks: object[] }) => task.remarks)).toEqual([remarks[1]]);
    await ok(head, 'PUT', `/producers/${id}/identity-proof`, house.proof());
    const again = await ok(head, 'POST', `/producers/${id}/submission`);
    expect(again).toMatchObject({ status: 'submitted', round: 2 });
    expect(await last(id)).toMatchObject({ type: 'application.submitted', data: { again: true } });
    const bare = await call(officer, 'POST', `/applications/${id}/return`, { remarks: [] });
    expect([bare.status, bare.body.errors[0].field]).toEqual([422, 'remarks']);
  });

  test('decides at the same moment as another: one decision stands', async () => {
    const { id } = await submitted();
    const [one, two] = [
      await officerOf('07330'),
      await house.person('official', [{ role: 'province-officer', province: '24' }]),
    ];
    await ok(one, 'POST', `/applications/${id}/verifications/identity`, { result: 'verified' });
    const answers = await Promise.all([
      call(one, 'POST', `/applications/${id}/approval`),
      call(two, 'POST', `/applications/${id}/return`, { remarks: [{ item: 'name', reason: 'viết rõ' }] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const decided = (await types(id)).filter((type) => ['producer.approved', 'application.returned'].includes(type));
    expect(decided).toHaveLength(1);
  });

  test('needs a fresh proof to approve, and checks only what was handed in', async () => {
    const officer = await officerOf('07330');
    const { head, id } = await household();
    const nothing = await call(officer, 'POST', `/applications/${id}/verifications/identity`, { result: 'verified' });
    expect([nothing.status, nothing.body.code]).toEqual([409, 'onboarding.illegal-step']);
    const computed = await call(officer, 'POST', `/applications/${id}/verifications/stall-named`, {
      result: 'verified',
    });
    expect([computed.status, computed.body.code]).toEqual([404, 'onboarding.requirement-unknown']);
    await filled(head, id);
    const mute = await call(officer, 'POST', `/applications/${id}/verifications/identity`, { result: 'refused' });
    expect([mute.status, mute.body.errors[0].field]).toEqual([422, 'reason']);
    const refused = await ok(officer, 'POST', `/applications/${id}/verifications/identity`, {
      result: 'refused',
      reason: 'ảnh mờ',
    });
    expect(refused.identity).toMatchObject({ state: 'refused', reason: 'ảnh mờ' });
    house.unproved(officer);
    const stale = await call(officer, 'POST', `/applications/${id}/approval`);
    expect([stale.status, stale.body.code]).toEqual([403, 'identity.proof-needed']);
  });

  test('who checks a requirement has checked the paper handed in for it, and need not look at it again', async () => {
    const officer = await officerOf('07330');
    const { head, id } = await household();
    await filled(head, id);
    const stateOfPaper = (paper: string) =>
      rows<{ state: string; by: string | null; reason: string | null }>(
        db,
        'select state, decided_by as by, reason from papers.paper where id = $1',
        [paper],
      );
    const blurred = await house.paper(id, 'vietgap', 'waiting', '2027-12-31');
    const path = `/applications/${id}/verifications/food-safety`;
    await ok(officer, 'POST', path, { result: 'refused', reason: 'Ảnh mờ' });
    expect(await stateOfPaper(blurred)).toEqual([{ state: 'refused', by: officer.id, reason: 'Ảnh mờ' }]);
    clock.pass(1_000);
    const clear = await house.paper(id, 'vietgap', 'waiting', '2027-12-31');
    const checked = await ok(officer, 'POST', path, { result: 'verified' });
    expect(await stateOfPaper(clear)).toEqual([{ state: 'verified', by: officer.id, reason: null }]);
    expect((await stated(clear)).map(({ type }) => type)).toEqual(['paper.verified']);
    expect(checked.requirements.find((one: { id: string }) => one.id === 'food-safety')).toMatchObject({
      state: 'met',
      until: '2027-12-31',
      basis: null,
    });
  });

  test('reads which exemption a household named, and a paper nobody named keeps waiting', async () => {
    const officer = await officerOf('07330');
    const { head, id } = await household();
    await filled(head, id);
    await ok(head, 'PUT', `/producers/${id}/requirements/food-safety`, { basis: 'exemption', reason: 'a' });
    const other = await house.paper(id, 'vietgap', 'waiting');
    const seen = await ok(officer, 'GET', `/applications/${id}`);
    expect(seen.requirements.find((one: { id: string }) => one.id === 'food-safety')).toMatchObject({
      state: 'waiting',
      basis: 'exemption',
      basisReason: 'a',
    });
    await ok(officer, 'POST', `/applications/${id}/verifications/food-safety`, { result: 'verified' });
    expect(await rows(db, 'select state from papers.paper where id = $1', [other])).toEqual([{ state: 'waiting' }]);
  });

  test('reads by when to answer what was handed in, and what is late', async () => {
    const commune = '28273';
    const officer = await officerOf(commune);
    const { id } = await submitted(commune);
    const due = async (status: string) =>
      (await ok(officer, 'GET', `/applications?status=${status}`)).items.find((one: { id: string }) => one.id === id);
    const day = (days: number) =>
      new Date(clock.now().getTime() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    const last = day(5);
    expect(await due('submitted')).toMatchObject({ dueOn: last, late: false });
    clock.pass(5 * 86_400_000);
    await ok(officer, 'POST', `/applications/${id}/review`);
    expect(await due('in-review')).toMatchObject({ dueOn: last, late: false });
    clock.pass(86_400_000);
    expect(await due('in-review')).toMatchObject({ dueOn: last, late: true });
    await ok(officer, 'POST', `/applications/${id}/return`, { remarks: [{ item: 'name', reason: 'Tên khác' }] });
    expect(await due('returned')).toMatchObject({ dueOn: null, late: false });
  });

  test('is shown that two households gave one citizen number', async () => {
    const officer = await officerOf('07330');
    const [one, two] = [await household(), await household()];
    for (const { head, id } of [one, two]) {
      await ok(head, 'PUT', `/producers/${id}/identity-proof`, house.proof('024190009999'));
    }
    const seen = await ok(officer, 'GET', `/applications/${two.id}`);
    expect(seen.flags).toEqual(['same-citizen-number']);
    expect(JSON.stringify(seen)).not.toContain('024190009999');
    const [kept] = await rows<{ row: string }>(
      db,
      'select row_to_json(p)::text as row from onboarding.identity_proof p where producer = $1',
      [two.id],
    );
    expect(kept?.row).not.toContain('024190009999');
  });
});

describe('a suspension', () => {
  test('on an authority’s order is carried out at once, and ends with a reason', async () => {
    const { officer, head, id } = await active();
    const order = { reason: 'Hàng không rõ nguồn gốc', order: '12/QĐ-QLTT' };
    for (let twice = 0; twice < 2; twice++) {
      expect(await ok(officer, 'POST', `/applications/${id}/suspension`, order)).toMatchObject({
        status: 'suspended',
        suspension: { order: '12/QĐ-QLTT', carriedOut: true },
      });
    }
    const [clocked] = await rows<{ hours: number }>(
      db,
      `select extract(epoch from carry_out_by - announced_at)::int / 3600 as hours from onboarding.suspension where producer = $1`,
      [id],
    );
    expect(clocked).toEqual({ hours: 24 });
    expect((await ok(head, 'GET', `/producers/${id}/application`)).status).toBe('suspended');
    for (let twice = 0; twice < 2; twice++) {
      await ok(officer, 'POST', `/applications/${id}/reinstatement`, { reason: 'Đã khắc phục' });
    }
    expect((await types(id)).slice(-2)).toEqual(['producer.suspended', 'producer.reinstated']);
  });

  test('else is announced five days before, and carried out by the clock', async () => {
    const { officer, id } = await active();
    const seen = await ok(officer, 'POST', `/applications/${id}/suspension`, { reason: 'Giao hàng trễ nhiều lần' });
    expect(seen).toMatchObject({ status: 'active', suspension: { order: null, carriedOut: false } });
    expect(Date.parse(seen.suspension.from) - clock.now().getTime()).toBe(5 * 86_400_000);
    await house.get(CarryOutSuspensions).run();
    expect((await last(id))?.type).toBe('suspension.announced');
    clock.pass(5 * 86_400_000);
    await house.get(CarryOutSuspensions).run();
    await house.get(CarryOutSuspensions).run();
    expect((await types(id)).slice(-2)).toEqual(['suspension.announced', 'producer.suspended']);
  });

  test('that was announced is overtaken by an authority’s order; another announcement changes nothing', async () => {
    const { officer, id } = await active();
    const announced = await ok(officer, 'POST', `/applications/${id}/suspension`, {
      reason: 'Giao hàng trễ nhiều lần',
    });
    expect(announced.may).toContain('suspend');
    const again = await ok(officer, 'POST', `/applications/${id}/suspension`, { reason: 'Một lý do khác' });
    expect(again.suspension).toEqual(announced.suspension);
    const order = { reason: 'Hàng không rõ nguồn gốc', order: '15/QĐ-QLTT' };
    expect(await ok(officer, 'POST', `/applications/${id}/suspension`, order)).toMatchObject({
      status: 'suspended',
      suspension: { order: '15/QĐ-QLTT', reason: 'Hàng không rõ nguồn gốc', carriedOut: true },
    });
    clock.pass(6 * 86_400_000);
    await house.get(CarryOutSuspensions).run();
    expect((await types(id)).slice(-2)).toEqual(['suspension.announced', 'producer.suspended']);
  });

  test('that was only announced can be dropped', async () => {
    const { officer, id } = await active();
    await ok(officer, 'POST', `/applications/${id}/suspension`, { reason: 'Giao hàng trễ nhiều lần' });
    const dropped = await ok(officer, 'POST', `/applications/${id}/reinstatement`, { reason: 'Đã xin lỗi khách' });
    expect(dropped).toMatchObject({ status: 'active', suspension: null });
    clock.pass(6 * 86_400_000);
    await house.get(CarryOutSuspensions).run();
    expect((await last(id))?.type).toBe('suspension.dropped');
  });

  test('is not for one that does not sell', async () => {
    const officer = await officerOf('07330');
    const { id } = await submitted();
    const early = await call(officer, 'POST', `/applications/${id}/suspension`, { reason: 'chưa bán gì cả' });
    expect([early.status, early.body.code, early.body.details ?? early.body]).toMatchObject([
      409,
      'onboarding.illegal-step',
      {},
    ]);
  });
});

describe('what holds no more', () => {
  test('a paper that expires lapses once, for its groups; a new one restores it', async () => {
    const { id } = await active();
    // Flowers need no food safety: whatever is eaten stays out of sight until it is shown.
    expect(await lapsesOf(id)).toEqual([['requirement.lapsed', 'food-safety']]);
    expect((await last(id))?.data.groups).toContain('trai-cay');
    const paper = await house.paper(id, 'food-safety-certificate', 'verified', '2026-12-31');
    const fact = { producer: id, commune: '07330', kind: 'food-safety-certificate', expiresOn: '2026-12-31' };
    for (let twice = 0; twice < 2; twice++) await house.hears(Reweigh, 'paper.verified', paper, fact);
    expect((await lapsesOf(id)).at(-1)).toEqual(['requirement.restored', 'food-safety']);
    const before = clock.now();
    clock.set('2027-01-01T03:00:00Z');
    await house.get(WeighAll).run();
    await house.get(WeighAll).run();
    clock.set(before);
    expect(await lapsesOf(id)).toEqual([
      ['requirement.lapsed', 'food-safety'],
      ['requirement.restored', 'food-safety'],
      ['requirement.lapsed', 'food-safety'],
    ]);
  });

  test('a required consent taken back stops all selling, and given again restores it', async () => {
    const { head, id } = await active();
    for (let twice = 0; twice < 2; twice++) {
      await ok(head, 'POST', `/producers/${id}/consents/selling/withdrawal`);
    }
    expect(await last(id)).toMatchObject({
      type: 'requirement.lapsed',
      data: { requirement: 'consent-selling', groups: null },
    });
    const { consents } = await ok(head, 'GET', `/producers/${id}/application`);
    expect(consents[1]).toMatchObject({ purpose: 'selling', givenAt: null, withdrawnAt: clock.now().toISOString() });
    clock.pass(1_000);
    await house.agree(head, id);
    expect(await last(id)).toMatchObject({ type: 'requirement.restored', data: { requirement: 'consent-selling' } });
    await ok(head, 'POST', `/producers/${id}/consents`, { purpose: 'messages', version: '2026-07', agreed: true });
    clock.pass(1_000);
    await ok(head, 'POST', `/producers/${id}/consents/messages/withdrawal`);
    expect((await last(id))?.type).toBe('consent.withdrawn');
  });

  test('a changed phone freezes what would be paid out', async () => {
    const { head, id } = await household();
    await ok(head, 'PUT', `/producers/${id}/payout`, {
      bank: '970436',
      number: '19001234567',
      holder: 'NGUYEN THI TU',
    });
    await house.hears(FreezePayout, 'phone.changed', head.id, {});
    const { payout } = await ok(head, 'GET', `/producers/${id}/application`);
    expect(payout.frozenUntil).toBe(new Date(clock.now().getTime() + 48 * 3_600_000).toISOString());
  });

  test('a person’s data goes, and the application stays without it', async () => {
    const { head, id } = await active();
    await ok(head, 'PUT', `/producers/${id}/payout`, {
      bank: '970436',
      number: '19001234567',
      holder: 'NGUYEN THI TU',
    });
    await house.hears(ForgetApplications, 'erasure.granted', randomUUID(), { person: head.id, producers: [id] });
    const left = await rows<{ text: string }>(
      db,
      `select coalesce(jsonb_agg(to_jsonb(x)), '[]')::text as text from (
         select to_jsonb(a) as row from onboarding.answer a where producer = $1
         union all select to_jsonb(p) from onboarding.identity_proof p where producer = $1
         union all select to_jsonb(p) from onboarding.payout p where producer = $1) as x`,
      [id],
    );
    for (const personal of ['Nguyễn Thị Tư', 'NGUYEN THI TU', '1968-04-30', 'v1.']) {
      expect(left[0]?.text).not.toContain(personal);
    }
    expect(await rows(db, 'select status from onboarding.application where id = $1', [id])).toEqual([
      { status: 'active' },
    ]);
  });
});
