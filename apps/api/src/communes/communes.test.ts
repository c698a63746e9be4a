import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { importUnits } from './import-units.ts';
import { Communes, CommunesModule } from './index.ts';

const { db, url } = await freshDatabase();
const clock = new TestClock('2026-11-23T02:00:00Z');
let app: NestFastifyApplication;

beforeAll(async () => {
  testEnv({ DATABASE_URL: url });
  await importUnits(db);
  app = await testWeb({ imports: [CommunesModule], clock });
});
afterAll(() => app?.close());

const get = async (path: string) => {
  const answer = await app.inject({ method: 'GET', url: path });
  return { status: answer.statusCode, body: answer.json() };
};
const found = (words: string, rest = '') => get(`/communes?q=${encodeURIComponent(words)}${rest}`);

describe('the communes of the country', () => {
  test('are brought in once, however often the system starts', async () => {
    expect(await importUnits(db)).toEqual({ units: 0, formerUnits: 0 });
    const [count] = await rows<{ units: number; former: number }>(
      db,
      `select (select count(*) from communes.admin_unit where valid_to is null) as units,
              (select count(*) from communes.former_unit) as former`,
    );
    expect(count?.units).toBe(3_355);
    expect(count?.former).toBeGreaterThan(10_036);
  });

  test('two starts at the same moment do not disturb each other, and a damaged row is mended', async () => {
    await rows(db, `update communes.admin_unit set name = 'Phúc Hoà' where code = '07330'`);
    await rows(db, `delete from communes.former_unit where old_code = '07324'`);
    const both = await Promise.all([importUnits(db), importUnits(db)]);
    expect(both).toHaveLength(2);
    expect(both).toContainEqual({ units: 1, formerUnits: 1 });
    expect(both).toContainEqual({ units: 0, formerUnits: 0 });
    expect(await rows(db, `select name from communes.admin_unit where code = '07330'`)).toEqual([{ name: 'Phúc Hòa' }]);
  });

  test('a unit cannot be two things on one day', async () => {
    const twice = rows(
      db,
      `insert into communes.admin_unit (code, level, type, name, full_name, folded, slug, parent_code, valid_from, legal_ref)
       values ('07330', 'commune', 'phuong', 'Phúc Hòa', 'Phường Phúc Hòa', 'phuong phuc hoa', 'phuong-phuc-hoa', '24', '2026-06-01', 'x')`,
    );
    await expect(twice).rejects.toMatchObject({ driverError: { constraint: 'admin_unit_one_at_a_time' } });
  });

  test('answer by name, old name, old district and code', async () => {
    expect((await found('phuc hoa')).body.items.map((item: { code: string }) => item.code)).toContain('07330');
    expect((await found('Mỹ Xương')).body.items[0]).toMatchObject({
      code: '30076',
      fullName: 'Xã Mỹ Thọ',
      by: 'former-name',
      former: { name: 'Xã Mỹ Xương', district: 'Huyện Cao Lãnh' },
      province: { code: '82', name: 'Đồng Tháp', type: 'tinh', slug: 'tinh-dong-thap' },
    });
    expect((await found('Tân Yên', '&province=24&limit=50')).body.items).toContainEqual(
      expect.objectContaining({ code: '07330', by: 'former-district' }),
    );
    expect((await found('06978')).body.items).toMatchObject([{ code: '06970', by: 'code' }]);
  });

  test('tell what one of them was made of', async () => {
    const { body } = await get('/communes/07330');
    expect(body).toMatchObject({ fullName: 'Xã Phúc Hòa', slug: 'xa-phuc-hoa', province: { name: 'Bắc Ninh' } });
    expect(body.formerUnits.map((unit: { name: string }) => unit.name).toSorted()).toEqual(
      ['Xã Phúc Hòa', 'Xã Hợp Đức', 'Xã Liên Chung'].toSorted(),
    );
    expect(await get('/communes/00000')).toMatchObject({ status: 404, body: { code: 'communes.unknown' } });
  });

  test('are listed by province, in the order of the Vietnamese alphabet', async () => {
    const provinces = (await get('/provinces')).body.items;
    expect(provinces).toHaveLength(34);
    expect(provinces.map((one: { name: string }) => one.name).slice(4, 8)).toEqual([
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Điện Biên',
    ]);
    const communes = (await get('/provinces/24/communes')).body.items;
    expect(communes.length).toBeGreaterThan(90);
    expect(await get('/provinces/99/communes')).toMatchObject({ status: 404, body: { code: 'communes.unknown' } });
  });

  test('refuse what is not a question, naming the field', async () => {
    for (const query of [
      '',
      'q=a&limit=0',
      'q=a&limit=51',
      'q=a&limit=x',
      'q=a&province=2',
      'q=a&sort=name',
      `q=${'a'.repeat(500)}`,
    ]) {
      const { status, body } = await get(`/communes?${query}`);
      expect([query.slice(0, 20), status, body.code]).toEqual([query.slice(0, 20), 422, 'platform.invalid-input']);
      expect(body.errors.length).toBeGreaterThan(0);
    }
    expect((await found("' or 1=1 --")).body.items).toEqual([]);
  });

  test('are what they were on the day that is asked: Trảng Bom became a ward on 30 April 2026', async () => {
    const communes = app.get(Communes, { strict: false });
    clock.set('2026-04-29T16:59:59Z'); // a minute to midnight in Vietnam
    expect(await communes.get('26248')).toMatchObject({ fullName: 'Xã Trảng Bom', province: { type: 'tinh' } });
    clock.set('2026-04-29T17:00:00Z');
    expect(await communes.get('26248')).toMatchObject({
      fullName: 'Phường Trảng Bom',
      province: { type: 'thanh-pho' },
    });
    clock.set('2026-11-23T02:00:00Z');
  });

  test('are given to other contexts by code, second codes included, unknown ones left out', async () => {
    const communes = app.get(Communes, { strict: false });
    const many = await communes.many(['07330', '06978', '99999']);
    expect([...many].map(([code, commune]) => [code, commune.fullName])).toEqual([
      ['07330', 'Xã Phúc Hòa'],
      ['06978', 'Xã Ba Chẽ'],
    ]);
    expect(await communes.get('99999')).toBeUndefined();
    expect(await communes.inProvince('24')).toContain('07330');
    expect(await communes.inProvince('99')).toEqual([]);
  });
});
