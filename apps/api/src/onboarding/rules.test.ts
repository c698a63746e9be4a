import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { openOnboarding } from './testing.ts';
import { WeighAll } from './weigh-all.ts';

const { url, db } = await freshDatabase();
const house = await openOnboarding(url, db);
afterAll(() => house.app.close());
const { call, ok, active } = house;

const provinceOfficer = () => house.person('official', [{ role: 'province-officer', province: '24' }]);
const draft = (over: object = {}) => ({
  rule: 'growing-area',
  title: 'Mã số vùng trồng',
  hint: 'Ghi mã số vùng trồng, hoặc gửi giấy xác nhận.',
  task: 'food-safety',
  kind: 'attested',
  due: 'before-selling',
  producerKinds: ['household', 'cooperative'],
  groups: null,
  papers: [],
  verifier: null,
  validMonths: 12,
  legalRef: 'Quy định thử của tỉnh',
  validFrom: '2026-12-01',
  validTo: null,
  province: '24',
  ...over,
});

describe('a rule', () => {
  test('is drafted by one, seen on the cases there are, approved by another, and holds from its day', async () => {
    const [one, two] = [await provinceOfficer(), await provinceOfficer()];
    const selling = await active();
    await active(['flower_cut'], '30076');
    const id = randomUUID();
    const drafted = await ok(one, 'PUT', `/rules/drafts/${id}`, draft());
    expect(drafted).toMatchObject({ state: 'draft', mayApprove: false, draftedBy: 'Nguyễn Thị Mẫu' });
    const preview = await ok(two, 'GET', `/rules/drafts/${id}/preview`);
    expect(preview).toEqual({
      cases: 1,
      newlyMissing: 1,
      newlyMet: 0,
      unchanged: 0,
      examples: [
        { id: selling.id, name: 'Vườn vải bà Tư', commune: 'Xã Phúc Hòa', before: 'not-asked', after: 'missing' },
      ],
    });
    const own = await call(one, 'POST', `/rules/drafts/${id}/approval`);
    expect([own.status, own.body.code]).toEqual([403, 'onboarding.own-rule']);
    for (let twice = 0; twice < 2; twice++) {
      expect(await ok(two, 'POST', `/rules/drafts/${id}/approval`)).toMatchObject({ state: 'approved' });
    }
    expect((await house.stated(id)).map(({ type, data }) => [type, data])).toEqual([
      ['rule.approved', { rule: 'growing-area', validFrom: '2026-12-01', province: '24' }],
    ]);
    const rewritten = await call(one, 'PUT', `/rules/drafts/${id}`, draft({ title: 'Khác' }));
    expect([rewritten.status, rewritten.body.code]).toEqual([409, 'onboarding.illegal-step']);
    expect((await call(one, 'DELETE', `/rules/drafts/${id}`)).status).toBe(409);
    await expect(db.query('update onboarding.requirement set title = $1 where id = $2', ['Khác', id])).rejects.toThrow(
      'never changed',
    );

    const before = await ok(selling.head, 'GET', `/producers/${selling.id}/application`);
    expect(before.requirements.map((r: { id: string }) => r.id)).not.toContain('growing-area');
    house.clock.set('2026-12-01T03:00:00Z');
    await house.get(WeighAll).run();
    expect((await house.stated(selling.id)).at(-1)).toMatchObject({
      type: 'requirement.lapsed',
      data: { requirement: 'growing-area', groups: null },
    });
    await ok(selling.head, 'PUT', `/producers/${selling.id}/requirements/growing-area`, { basis: 'attested' });
    expect((await house.stated(selling.id)).at(-1)?.type).toBe('requirement.restored');
  });

  test('a draft can be changed and dropped; the house’s own waits for a person', async () => {
    const [one, two] = [await provinceOfficer(), await provinceOfficer()];
    const id = randomUUID();
    await ok(one, 'PUT', `/rules/drafts/${id}`, draft({ rule: 'test-report', validFrom: '2027-01-01' }));
    await ok(two, 'PUT', `/rules/drafts/${id}`, draft({ rule: 'test-report', validFrom: '2027-02-01' }));
    const { items } = await ok(one, 'GET', '/rules');
    expect(items.find((rule: { id: string }) => rule.id === id)).toMatchObject({
      validFrom: '2027-02-01',
      mayApprove: true,
    });
    const vneid = items.find(
      (rule: { rule: string; state: string }) => rule.rule === 'identity' && rule.state === 'draft',
    );
    expect(vneid).toMatchObject({ validFrom: '2027-01-01', mayApprove: false, draftedBy: null });
    expect((await call(one, 'POST', `/rules/drafts/${vneid.id}/approval`)).body.code).toBe('onboarding.illegal-step');
    await ok(one, 'DELETE', `/rules/drafts/${id}`);
    await ok(one, 'DELETE', `/rules/drafts/${id}`);
    expect((await call(one, 'DELETE', `/rules/drafts/${randomUUID()}`)).status).toBe(404);
  });

  test('with something wrong in it is refused by its field, and commune officers draft none', async () => {
    const one = await provinceOfficer();
    const wrong = async (over: object) =>
      (await call(one, 'PUT', `/rules/drafts/${randomUUID()}`, draft(over))).body.errors?.[0]?.field;
    expect(await wrong({ validFrom: '2026-01-01' })).toBe('validFrom');
    expect(await wrong({ validTo: '2026-12-01', validFrom: '2027-12-01' })).toBe('validTo');
    expect(await wrong({ groups: ['no-such-group'] })).toBe('groups');
    expect(await wrong({ papers: ['no-such-paper'] })).toBe('papers');
    expect(await wrong({ kind: 'computed' })).toBe('kind');
    const commune = await house.person('official', [{ role: 'commune-officer', commune: '07330' }]);
    expect((await call(commune, 'GET', '/rules')).status).toBe(403);
  });
});
