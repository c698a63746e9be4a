import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { inTx, rows } from '../platform/database.ts';
import { system } from '../platform/actor.ts';
import { Onboarding } from './onboarding.ts';
import { openOnboarding } from './testing.ts';

const { url, db } = await freshDatabase();
const house = await openOnboarding(url, db);
afterAll(() => house.app.close());
const { clock, call, ok, answer, household, filled, stated, types } = house;

describe('a household', () => {
  test('goes alone from nothing to selling, and is asked nothing twice', async () => {
    const officer = await house.person('official', [{ role: 'commune-officer', commune: '07330' }]);
    const { head, id } = await household();
    const begun = await ok(head, 'GET', `/producers/${id}/application`);
    expect(begun).toMatchObject({ status: 'draft', round: 0, payout: null });
    expect(begun.answers.map(({ item }: { item: string }) => item).toSorted()).toEqual([
      'commune',
      'head',
      'kind',
      'name',
    ]);
    expect(begun.missing).toEqual(
      expect.arrayContaining(['crops', 'address', 'identity', 'consent-trading-rules', 'consent-selling']),
    );
    const early = await call(head, 'POST', `/producers/${id}/submission`);
    expect([early.status, early.body.code]).toEqual([409, 'onboarding.incomplete']);
    expect(early.body.details.missing).toContain('crops');

    await filled(head, id);
    const ready = await ok(head, 'GET', `/producers/${id}/application`);
    expect(ready.missing).toEqual([]);
    expect(ready.identity).toMatchObject({
      state: 'waiting',
      method: 'manual',
      numberEnd: expect.stringMatching(/^\d{3}$/),
    });
    expect((await ok(head, 'POST', `/producers/${id}/submission`)).status).toBe('submitted');

    const early2 = await call(officer, 'POST', `/applications/${id}/approval`);
    expect([early2.status, early2.body.code, early2.body.details.requirements]).toEqual([
      409,
      'onboarding.not-met',
      ['identity'],
    ]);
    await ok(officer, 'POST', `/applications/${id}/verifications/identity`, { result: 'verified' });
    expect((await ok(officer, 'POST', `/applications/${id}/approval`)).status).toBe('approved');
    // Selling waits for what is due before it, and begins by itself.
    await house.cashOnly(head, id);
    await ok(head, 'PUT', `/producers/${id}/requirements/food-safety`, { basis: 'exemption', reason: 'a' });
    expect((await ok(head, 'GET', `/producers/${id}/application`)).status).toBe('approved');
    const verified = await ok(officer, 'POST', `/applications/${id}/verifications/food-safety`, { result: 'verified' });
    expect(verified.status).toBe('active');
    expect((await types(id)).filter((type) => !['application.answered', 'consent.given'].includes(type))).toEqual([
      'producer.entered',
      'application.submitted',
      'verification.decided',
      'application.taken',
      'producer.approved',
      'verification.decided',
      'producer.activated',
    ]);
    expect(verified.history.map(({ what }: { what: string }) => what)).toEqual([
      'started',
      'submitted',
      'taken',
      'approved',
      'activated',
    ]);
  });

  test('begun twice with one id, also at the same moment, is begun once; another’s id tells nothing', async () => {
    const head = await house.person('person');
    const body = { id: randomUUID(), kind: 'household', name: 'Hộ bà Năm', commune: '07330' };
    const answers = await Promise.all([1, 2, 3].map(() => call(head, 'POST', '/producers', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await types(body.id)).toEqual(['producer.entered']);
    const other = await call(await house.person('person'), 'POST', '/producers', body);
    expect([other.status, other.body.code]).toEqual([404, 'onboarding.not-found']);
    const second = await call(head, 'POST', '/producers', { ...body, id: randomUUID() });
    expect([second.status, second.body.code]).toEqual([409, 'onboarding.already-applied']);
  });

  test('answers from two phones: the later one stands, in whatever order they arrive', async () => {
    const { head, id } = await household();
    const earlier = new Date(clock.now().getTime() + 10_000);
    const later = new Date(clock.now().getTime() + 20_000);
    await answer(head, id, 'story', 'Viết sau', later);
    await answer(head, id, 'story', 'Viết trước', earlier);
    await answer(head, id, 'name', 'Vườn nhà Tư', earlier);
    const { answers, name } = await ok(head, 'GET', `/producers/${id}/application`);
    expect(answers.find(({ item }: { item: string }) => item === 'story')).toMatchObject({
      value: 'Viết sau',
      by: 'Nguyễn Thị Mẫu',
      onBehalf: false,
    });
    expect(name).toBe('Vườn nhà Tư');
    const before = (await types(id)).length;
    await answer(head, id, 'story', 'Viết sau', later);
    expect(await types(id)).toHaveLength(before);
    const known = await rows(db, 'select name, folded from identity.producer where id = $1', [id]);
    expect(known).toEqual([{ name: 'Vườn nhà Tư', folded: 'vuon nha tu' }]);
  });

  test('a phone whose clock is a year ahead does not answer for a year', async () => {
    const { head, id } = await household();
    await answer(head, id, 'note', 'từ tương lai', new Date('2027-11-23T03:00:00Z'));
    clock.pass(6 * 60_000);
    const { body } = await answer(head, id, 'note', 'bây giờ');
    expect(body.answers.find(({ item }: { item: string }) => item === 'note').value).toBe('bây giờ');
  });

  test('that turns out to be a cooperative is headed by its manager, and by the household’s head again when it is none', async () => {
    const { head, id } = await household();
    await house.db.query(
      `insert into identity.access_grant (id, person, role, producer, valid_from) values (gen_random_uuid(), $1, 'household-member', $2, $3)
       on conflict do nothing`,
      [(await house.person('person')).id, id, clock.now()],
    );
    const heads = () =>
      rows<{ person: string; role: string }>(
        house.db,
        `select person, role from identity.access_grant where producer = $1 and role <> 'household-member'
         and valid_from <= $2 and (valid_until is null or valid_until > $2)`,
        [id, clock.now()],
      );
    expect(await heads()).toEqual([{ person: head.id, role: 'producer' }]);
    expect((await answer(head, id, 'kind', 'cooperative')).status).toBe(200);
    expect(await heads()).toEqual([{ person: head.id, role: 'cooperative-manager' }]);
    expect((await answer(head, id, 'kind', 'cooperative-group')).status).toBe(200);
    expect(await heads()).toEqual([{ person: head.id, role: 'cooperative-manager' }]);
    expect((await answer(head, id, 'kind', 'household')).status).toBe(200);
    expect(await heads()).toEqual([{ person: head.id, role: 'producer' }]);
    expect((await stated(head.id)).map(({ type, data }) => [type, data.role])).toEqual([
      ['grant.given', 'producer'],
      ['grant.ended', 'producer'],
      ['grant.given', 'cooperative-manager'],
      ['grant.ended', 'cooperative-manager'],
      ['grant.given', 'producer'],
    ]);
  });

  test('is told by name what is wrong with an answer', async () => {
    const { head, id } = await household();
    const wrong = await answer(head, id, 'crops', []);
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'answers[0].value']);
    expect((await answer(head, id, 'commune', '99999')).body.errors[0]).toMatchObject({ field: 'answers[0].value' });
    expect((await answer(head, id, 'name', null)).status).toBe(422);
    expect((await answer(head, id, 'name', 'Vườn'.normalize('NFD'))).body.name).toBe('Vườn'.normalize('NFC'));
    const born = { ...house.proof(), birthDate: '2031-01-01' };
    expect((await call(head, 'PUT', `/producers/${id}/identity-proof`, born)).body.errors[0].field).toBe('birthDate');
    const short = { ...house.proof(), citizenNumber: '02419' };
    expect((await call(head, 'PUT', `/producers/${id}/identity-proof`, short)).body.errors[0].field).toBe(
      'citizenNumber',
    );
    const tax = await call(head, 'PUT', `/producers/${id}/tax-code`, { taxCode: '9999999998' });
    expect([tax.status, tax.body.errors[0].field]).toEqual([422, 'taxCode']);
    const strange = { basis: 'certificate', paper: randomUUID() };
    const paper = await call(head, 'PUT', `/producers/${id}/requirements/food-safety`, strange);
    expect(paper.body.errors[0].field).toBe('paper');
    const unknown = await call(head, 'PUT', `/producers/${id}/requirements/no-such`, { basis: 'attested' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'onboarding.requirement-unknown']);
  });

  test('hands in twice, also at once, and has handed in once; nothing changes while officials have it', async () => {
    const { head, id } = await household();
    await filled(head, id);
    const twice = await Promise.all([1, 2].map(() => call(head, 'POST', `/producers/${id}/submission`)));
    expect(twice.map(({ body }) => [body.status, body.round])).toEqual([
      ['submitted', 1],
      ['submitted', 1],
    ]);
    expect((await types(id)).filter((type) => type === 'application.submitted')).toHaveLength(1);
    const late = await answer(head, id, 'name', 'Tên khác');
    expect([late.status, late.body.code, late.body.details.items]).toEqual([409, 'onboarding.illegal-step', ['name']]);
  });

  test('gives up, and nothing more can be done with it', async () => {
    const { head, id } = await household();
    for (let twice = 0; twice < 2; twice++) {
      const closed = await ok(head, 'POST', `/producers/${id}/closing`, { reason: 'Nhà thôi bán' });
      expect(closed).toMatchObject({ status: 'closed', closing: { reason: 'Nhà thôi bán' } });
    }
    expect((await answer(head, id, 'story', 'mới')).status).toBe(409);
    expect((await types(id)).filter((type) => type === 'producer.closed')).toHaveLength(1);
  });

  test('once it sells, tells its story anew at once, and asks an officer for another name', async () => {
    const { officer, head, id } = await house.active();
    expect((await answer(head, id, 'story', 'Trồng hoa ba đời')).status).toBe(200);
    const moved = await answer(head, id, 'commune', '30076');
    expect([moved.status, moved.body.code]).toEqual([409, 'onboarding.illegal-step']);
    const wished = await answer(head, id, 'name', 'Vườn hoa Tư Mới');
    expect(wished.body).toMatchObject({ name: 'Vườn vải bà Tư', wishes: [{ item: 'name', value: 'Vườn hoa Tư Mới' }] });
    const queue = await ok(officer, 'GET', '/applications?status=active&wishes=yes');
    expect(queue.items).toMatchObject([{ id, wishes: true }]);
    const agreed = await ok(officer, 'POST', `/applications/${id}/approval`);
    expect(agreed).toMatchObject({ name: 'Vườn hoa Tư Mới', wishes: [], status: 'active' });
    expect((await stated(id)).at(-1)).toMatchObject({
      type: 'producer.renamed',
      data: { producerName: 'Vườn hoa Tư Mới' },
    });
  });
});

describe('somebody who helps', () => {
  test('prepares and hands papers in, but neither hands in, nor agrees, nor sees where money goes; each act is stamped', async () => {
    const { head, id } = await household();
    const helper = await house.person('person', [
      { role: 'delegate', producer: id, rights: ['producer.prepare', 'paper.hand-in'] },
    ]);
    await ok(head, 'PUT', `/producers/${id}/payout`, {
      bank: '970436',
      number: '19001234567',
      holder: 'NGUYEN THI TU',
    });
    const saved = await answer(helper, id, 'story', 'Viết hộ');
    expect(saved.body).toMatchObject({ payout: null, may: ['prepare'] });
    expect(saved.body.answers.find(({ item }: { item: string }) => item === 'story').onBehalf).toBe(true);
    expect((await stated(id)).slice(-2).map(({ type, behalf }) => [type, behalf])).toEqual([
      ['application.answered', id],
      ['delegate.acted', id],
    ]);
    const looks = await rows(db, 'select purpose from platform.looked where actor_id = $1', [helper.id]);
    expect(looks).toEqual([{ purpose: 'application.assist' }]);
    for (const [method, path, body] of [
      ['POST', `/producers/${id}/submission`, undefined],
      ['PUT', `/producers/${id}/payout`, { bank: '970436', number: '19001234567', holder: 'KE KHAC' }],
      ['POST', `/producers/${id}/consents`, { purpose: 'selling', version: '2026-07', agreed: true }],
      ['POST', `/producers/${id}/closing`, { reason: 'không phải của mình' }],
    ] as const) {
      const refused = await call(helper, method, path, body);
      expect([refused.status, refused.body.code]).toEqual([403, 'platform.not-allowed']);
    }
    // Being the head of another household does not help with this one.
    const own = await household();
    own.head.grants.push({ role: 'delegate', producer: id, rights: ['producer.prepare'] });
    const still = await call(own.head, 'POST', `/producers/${id}/submission`);
    expect([still.status, still.body.code]).toEqual([403, 'platform.not-allowed']);
  });

  test('of another household finds nothing', async () => {
    const { id } = await household();
    const { head: stranger } = await household();
    for (const [method, path, body] of [
      ['GET', `/producers/${id}/application`, undefined],
      ['PUT', `/producers/${id}/answers`, { answers: [{ item: 'note', value: 'x', at: clock.now().toISOString() }] }],
      ['POST', `/producers/${id}/submission`, undefined],
      ['PUT', `/producers/${id}/tax-code`, { taxCode: '9999999997' }],
    ] as const) {
      expect((await call(stranger, method, path, body)).status).toBe(404);
    }
  });

  test('enters a household and asks for its consent through the door', async () => {
    const door = house.get(Onboarding);
    const id = randomUUID();
    const producer = { id, kind: 'household', name: 'Hộ ông Bảy', commune: '30076', how: 'assisted' } as const;
    const actor = system('test');
    await inTx(db, async (tx) => {
      expect(await door.start(tx, actor, producer)).toBe(true);
      expect(await door.start(tx, actor, producer)).toBe(false);
      await door.answer(tx, actor, id, [{ item: 'crops', value: ['mango'], at: clock.now().toISOString() }]);
      await door.consent(tx, actor, id, { purpose: 'selling', version: '2026-07', how: 'slip', ref: 'phiếu 1' });
    });
    const standing = (await door.standing(db, [id])).get(id);
    expect(standing).toMatchObject({ status: 'draft', tasksLeft: 5 });
    expect(standing?.missing).toEqual(
      expect.arrayContaining(['head', 'identity', 'food-safety', 'consent-trading-rules']),
    );
    expect(standing?.missing).not.toContain('consent-selling');
    expect((await door.texts(clock.now())).map(({ purpose, required }) => [purpose, required])).toEqual([
      ['trading-rules', true],
      ['selling', true],
      ['messages', false],
      ['statistics', false],
    ]);
  });
});

describe('agreeing', () => {
  test('nothing is agreed to by itself; what was is kept with its words, and never changed', async () => {
    const { head, id } = await household();
    const { consents } = await ok(head, 'GET', `/producers/${id}/application`);
    expect(consents.map(({ givenAt }: { givenAt: null }) => givenAt)).toEqual([null, null, null, null]);
    await house.agree(head, id);
    await house.agree(head, id);
    expect(await rows(db, 'select count(*)::int as n from onboarding.consent where producer = $1', [id])).toEqual([
      { n: 2 },
    ]);
    await expect(
      db.query('update onboarding.consent set action = $1 where producer = $2', ['withdrawn', id]),
    ).rejects.toThrow('never changed');
  });

  test('to words that have changed since is refused, with the version of today', async () => {
    const { head, id } = await household();
    const old = await call(head, 'POST', `/producers/${id}/consents`, {
      purpose: 'selling',
      version: '2025-01',
      agreed: true,
    });
    expect([old.status, old.body.code, old.body.details.version]).toEqual([409, 'onboarding.text-changed', '2026-07']);
    const unsaid = await call(head, 'POST', `/producers/${id}/consents`, {
      purpose: 'selling',
      version: '2026-07',
      agreed: false,
    });
    expect([unsaid.status, unsaid.body.errors[0].field]).toEqual([422, 'agreed']);
  });
});

describe('money', () => {
  test('goes to an account whose number nobody sees again, and which freezes when it changes', async () => {
    const { head, id } = await household();
    const account = { bank: '970436', number: '19001234567', holder: 'NGUYEN THI TU' };
    const set = await ok(head, 'PUT', `/producers/${id}/payout`, account);
    expect(set.payout).toEqual({
      bank: '970436',
      numberEnd: '567',
      holder: 'NGUYEN THI TU',
      matched: false,
      setAt: clock.now().toISOString(),
      frozenUntil: null,
    });
    expect(JSON.stringify(set)).not.toContain('19001234567');
    const [kept] = await rows<{ sealed: string }>(
      db,
      'select number_sealed as sealed from onboarding.payout where producer = $1',
      [id],
    );
    expect(kept?.sealed).not.toContain('19001234567');
    expect((await ok(head, 'PUT', `/producers/${id}/payout`, account)).payout.frozenUntil).toBeNull();
    const changed = await ok(head, 'PUT', `/producers/${id}/payout`, { ...account, number: '19007654321' });
    expect(changed.payout.frozenUntil).toBe(new Date(clock.now().getTime() + 48 * 3_600_000).toISOString());
  });

  test('asks for a fresh proof', async () => {
    const { head, id } = await household();
    house.unproved(head);
    const stale = await call(head, 'PUT', `/producers/${id}/payout`, {
      bank: '970436',
      number: '19001234567',
      holder: 'AI DO',
    });
    expect([stale.status, stale.body.code]).toEqual([403, 'identity.proof-needed']);
  });
});
