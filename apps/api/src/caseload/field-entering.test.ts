import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { codeFor } from '../identity/testing.ts';
import { photograph } from '../papers/testing.ts';
import { rows } from '../platform/database.ts';
import { openField } from './field.fixture.ts';

const { url, db } = await freshDatabase();
const field = await openField({ url, db });
afterAll(field.close);
const {
  clock,
  sms,
  village,
  ask,
  kit,
  agreed,
  helper,
  other,
  away,
  send,
  newcomer,
  entered,
  agreement,
  slip,
  letIn,
  typed,
  storyOf,
  onSale,
} = field;

describe('entering', () => {
  test('a household of her hamlet is entered once, however often the phone sends it', async () => {
    const [id, household, body] = [randomUUID(), randomUUID(), newcomer()];
    const at = clock.now().toISOString();
    const again = await Promise.all(
      [1, 2, 3, 4].map(() => send(helper, 'household', household, body, { id, at, sent: new Date().toISOString() })),
    );
    expect(again.map(({ body: said }) => said.outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(again[0]?.body.household).toMatchObject({
      id: household,
      delegation: null,
      status: 'draft',
      place: 'Quất Du',
    });
    expect((await village.stated(household)).filter(({ type }) => type === 'producer.entered')).toHaveLength(1);
    const changed = await send(helper, 'household', household, { ...body, head: 'Người khác' }, { id, at });
    expect([changed.status, changed.body.code]).toEqual([409, 'caseload.entry-changed']);
    const stolen = await send(other, 'household', household, body, { id, at });
    expect([stolen.status, stolen.body.code]).toEqual([404, 'caseload.not-found']);
  });

  test('a household of another hamlet or commune is not found, and cannot be entered', async () => {
    const { id } = await entered();
    for (const who of [other, away]) {
      for (const answer of [
        await ask(who, 'GET', `/field/households/${id}`),
        await ask(who, 'POST', `/field/households/${id}/consent-codes`, { body: {} }),
        await ask(who, 'POST', `/field/households/${id}/hand-over`, { body: { id: randomUUID() } }),
        await slip(who, id),
      ]) {
        expect([answer.status, answer.body.code]).toEqual([404, 'caseload.not-found']);
      }
      const visit = await send(who, 'visit', id, { day: '2026-11-23', done: 'Đã đến' });
      expect(visit.body).toMatchObject({
        outcome: 'refused',
        problem: { code: 'caseload.not-found' },
        household: null,
      });
    }
    const elsewhere = await send(helper, 'household', randomUUID(), newcomer({ hamlet: 'lo-noi' }));
    expect(elsewhere.body).toMatchObject({ outcome: 'refused', problem: { code: 'caseload.not-found' } });
    const nowhere = await send(helper, 'household', randomUUID(), newcomer({ hamlet: 'khong-co' }));
    expect(nowhere.body.problem.code).toBe('caseload.hamlet-unknown');
  });

  test('those that may be the same are shown first; she says that it is another, and both are there', async () => {
    const first = await entered({ head: 'Trần Văn Trùng' });
    const household = randomUUID();
    const body = newcomer({ head: 'Trần Thị Vợ', phones: [first.phone] });
    const asked = await send(helper, 'household', household, body);
    expect(asked.body).toMatchObject({
      outcome: 'refused',
      problem: { code: 'caseload.possible-twin' },
      twins: [{ household: first.id, why: 'phone', name: 'Hộ Trần Văn Trùng', place: 'Quất Du' }],
    });
    const sameName = await send(helper, 'household', randomUUID(), newcomer({ head: 'trần văn trùng', phones: [] }));
    expect(sameName.body.twins).toMatchObject([{ household: first.id, why: 'name' }]);
    const byCard = randomUUID();
    await send(helper, 'household', byCard, newcomer({ citizenNumber: '024 090 001234' }));
    const card = await send(helper, 'household', randomUUID(), newcomer({ citizenNumber: '024090001234' }));
    expect(card.body.twins).toMatchObject([{ household: byCard, why: 'citizen' }]);
    const apart = await send(helper, 'household', household, { ...body, other: true });
    expect(apart.body.outcome).toBe('applied');
  });

  test('of one outside her hamlets she learns that there is one, and nothing else', async () => {
    const far = await village.household(null, { hamlet: 'lo-noi', phones: ['+84911222333'], name: 'Hộ bà Xa' });
    const asked = await send(helper, 'household', randomUUID(), newcomer({ phones: ['0911222333'] }));
    expect(asked.body.twins).toEqual([{ household: null, why: 'phone', name: null, place: null }]);
    expect(JSON.stringify(asked.body)).not.toContain(far);
  });

  test('her own number is nobody else’s: she could agree in the household’s place', async () => {
    const answer = await send(helper, 'household', randomUUID(), newcomer({ phones: [helper.phone] }));
    expect(answer.body).toMatchObject({
      outcome: 'refused',
      problem: { code: 'caseload.own-phone', errors: [{ field: 'body.phones' }] },
    });
  });
});

describe('agreeing', () => {
  test('without it nothing but the bare entry can be saved, and nothing put on sale', async () => {
    const { id } = await entered();
    const refused = await send(helper, 'answers', id, { answers: [typed('story', 'Trồng vải ba đời')] });
    expect(refused.body).toMatchObject({ outcome: 'refused', problem: { code: 'caseload.consent-missing' } });
    expect(await storyOf(id)).toBeUndefined();
    const application = await ask(helper, 'GET', `/producers/${id}/application`);
    expect([403, 404]).toContain(application.status);
    const kind = { rights: ['listing.publish'] };
    await letIn(kind); // another household did agree
    expect(await onSale(id)).toEqual([404, 'catalogue.not-found']);
    const { paper } = await slip(helper, id);
    await send(helper, 'consent-slip', id, agreement({ paper, ...kind }));
    expect(await onSale(id)).toEqual([422, 'catalogue.picture-unknown']);
  });

  test('by a code to its own phone: purposes and rights are written down with what was read out', async () => {
    const { id, phone } = await entered();
    const asked = await ask(helper, 'POST', `/field/households/${id}/consent-codes`, { body: {} });
    expect([asked.status, asked.body.sentTo]).toEqual([200, expect.stringMatching(/^09•{5}\d{3}$/)]);
    const code = codeFor(sms.inbox, phone.replace('+84', '0'));
    const wrong = code === '000000' ? '000001' : '000000';
    const missed = await send(helper, 'consent-code', id, agreement({ code: wrong }));
    expect(missed.body).toMatchObject({ outcome: 'refused', problem: { code: 'identity.code-wrong' } });
    const entry = randomUUID();
    const given = await send(helper, 'consent-code', id, agreement({ code }), { id: entry });
    expect(given.body).toMatchObject({
      outcome: 'applied',
      household: { delegation: { rights: ['producer.prepare', 'listing.publish'], until: '2027-02-21' } },
    });
    expect(
      await rows(db, 'select purpose, how, ref from onboarding.consent where producer = $1 order by purpose', [id]),
    ).toEqual(
      agreed
        .map(({ purpose }: { purpose: string }) => ({ purpose, how: 'code', ref: entry }))
        .toSorted((a: { purpose: string }, b: { purpose: string }) => (a.purpose < b.purpose ? -1 : 1)),
    );
    expect(await rows(db, 'select reading from caseload.field_entry where id = $1', [entry])).toEqual([
      { reading: kit.reading.version },
    ]);
    expect((await village.stated(id)).map(({ type }) => type)).toContain('delegation.given');
    const twice = await send(helper, 'consent-code', id, agreement({ code }));
    expect(twice.body.outcome).toBe('refused');
  });

  test('by a signed slip, handed in before anything was allowed; only a picture is one', async () => {
    const { id } = await entered();
    const none = await send(helper, 'consent-slip', id, agreement({ paper: randomUUID() }));
    expect(none.body.problem.code).toBe('identity.evidence-missing');
    const text = await slip(helper, id, Buffer.from('MZ đây không phải là ảnh'));
    expect([text.status, text.body.code]).toEqual([415, 'papers.unreadable']);
    const picture = await photograph({ shade: 33, gps: true });
    const paper = randomUUID();
    for (const time of [1, 2]) expect([time, (await slip(helper, id, picture, paper)).status]).toEqual([time, 200]);
    const old = await send(helper, 'consent-slip', id, agreement({ paper, reading: 'cũ' }));
    expect(old.body.problem.code).toBe('caseload.reading-changed');
    const given = await send(helper, 'consent-slip', id, agreement({ paper, until: '2026-12-31' }));
    expect(given.body.household.delegation).toEqual({
      rights: ['producer.prepare', 'listing.publish'],
      until: '2026-12-31',
    });
    const tooLong = await send(helper, 'consent-slip', id, agreement({ paper, until: '2036-12-31' }));
    expect(tooLong.body.problem.code).toBe('identity.delegation-too-long');
  });

  test('what may not be given away is not given by a slip either', async () => {
    const { id } = await entered();
    const { paper } = await slip(helper, id);
    const answer = await send(helper, 'consent-slip', id, agreement({ paper, rights: ['payout.set'] }));
    expect([answer.status, answer.body.code]).toEqual([422, 'platform.invalid-input']);
  });

  test('a household without a phone, and one whose phone is hers, agree by a slip', async () => {
    const { id } = await entered({ phones: [] });
    const none = await ask(helper, 'POST', `/field/households/${id}/consent-codes`, { body: {} });
    expect([none.status, none.body.code]).toEqual([409, 'caseload.no-phone']);
    const hers = await village.household(null, { hamlet: 'quat-du', phones: [helper.phone], name: 'Hộ nhà giúp' });
    const own = await ask(helper, 'POST', `/field/households/${hers}/consent-codes`, { body: {} });
    expect([own.status, own.body.code]).toEqual([422, 'caseload.own-phone']);
  });
});
