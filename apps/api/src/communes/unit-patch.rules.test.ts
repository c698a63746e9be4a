import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { nfc } from '@chophien/kernel';
import { beforeAll, describe, expect, test } from 'vitest';
import { accentedKey } from './name.rules.ts';
import type { AdminUnit, FormerUnitRow } from './unit.entity.ts';
import { dongNai, formerUnits, units } from './unit-patch.rules.ts';
import { readUnitSource } from './unit-source.ts';

let all: AdminUnit[];
let former: FormerUnitRow[];
const on = (day: string) =>
  all.filter((unit) => unit.validFrom <= day && (unit.validTo === null || unit.validTo > day));
const today = () => on('2026-11-23');
const count = (list: AdminUnit[], type: AdminUnit['type']) => list.filter((unit) => unit.type === type).length;

beforeAll(async () => {
  const source = await readUnitSource();
  all = units(source);
  former = formerUnits(source);
});

describe('the units of the country', () => {
  test('are 34 provinces and 3,321 communes, ten of them wards since Đồng Nai became a city', () => {
    const communes = (day: string) => on(day).filter((unit) => unit.level === 'commune');
    const provinces = (day: string) => on(day).filter((unit) => unit.level === 'province');

    expect(provinces('2026-11-23')).toHaveLength(34);
    expect(count(provinces('2026-11-23'), 'thanh-pho')).toBe(7);
    expect(communes('2026-11-23')).toHaveLength(3_321);
    expect(count(today(), 'xa')).toBe(2_611);
    expect(count(today(), 'phuong')).toBe(697);
    expect(count(today(), 'dac-khu')).toBe(13);

    expect(communes('2026-04-29')).toHaveLength(3_321);
    expect(count(on('2026-04-29'), 'xa')).toBe(2_621);
    expect(count(on('2026-04-29'), 'phuong')).toBe(687);
    expect(count(provinces('2026-04-29'), 'thanh-pho')).toBe(6);
  });

  test('keep their codes when Đồng Nai changes, with the day and the resolution', () => {
    const rows = all.filter((unit) => unit.code === '26248');
    expect(rows.map((row) => [row.fullName, row.validFrom, row.validTo, row.legalRef])).toEqual([
      ['Xã Trảng Bom', '2025-07-01', '2026-04-30', '19/2025/QĐ-TTg'],
      ['Phường Trảng Bom', '2026-04-30', null, '237/NQ-UBTVQH16'],
    ]);
    const province = today().find((unit) => unit.code === '75');
    expect([province?.fullName, province?.type, province?.legalRef]).toEqual([
      'Thành phố Đồng Nai',
      'thanh-pho',
      '30/2026/QH16',
    ]);
    const wards = today().filter((unit) => dongNai.wards.includes(unit.code));
    expect(wards).toHaveLength(10);
    expect(new Set(wards.map((unit) => unit.type))).toEqual(new Set(['phuong']));
  });

  test('have Ia Mơ under 23938, Ba Chẽ under both its codes, and every name in one form', () => {
    expect(today().find((unit) => unit.fullName === 'Xã Ia Mơ')?.code).toBe('23938');
    expect(today().some((unit) => unit.code === '23737')).toBe(false);
    expect(today().find((unit) => unit.code === '06970')?.altCodes).toEqual(['06978']);
    for (const { name, fullName } of all) expect([name, fullName]).toEqual([nfc(name), nfc(fullName)]);
    for (const row of former) expect(row.oldName).toBe(nfc(row.oldName));
  });

  test('have no two of one name in a province, and no code twice on a day', () => {
    expect(new Set(today().map((unit) => unit.code)).size).toBe(3_355);
    expect(new Set(today().map((unit) => `${unit.parentCode} ${unit.fullName}`)).size).toBe(3_355);
  });

  test('know what the three pilot communes became', () => {
    const became = (code: string) => former.filter((row) => row.oldCode === code).map((row) => row.newCode);
    expect(became('07324')).toEqual(['07330']);
    expect(became('30121')).toEqual(['30076']);
    expect(became('28291')).toEqual(['28273']);
  });

  test('say so when an old commune went to several new ones', () => {
    const parts = former.filter((row) => row.oldName === 'Phường Dịch Vọng' && row.oldDistrict === 'Quận Cầu Giấy');
    expect(parts.map((row) => row.partial)).toEqual([true, true]);
    expect(former.filter((row) => row.oldCode === '07324').map((row) => row.partial)).toEqual([false]);
    const communes = new Set(today().map((unit) => unit.code));
    for (const row of former) expect(communes).toContain(row.newCode);
  });

  // An independent list, where a checkout has one beside it.
  const other = new URL('../../../../../shared/data/admin-units/vn-units-2026-07-25.json', import.meta.url);
  test.runIf(existsSync(other))('agree with another list made from the same decisions', async () => {
    const theirs: { Code: string; FullName: string; Wards: { Code: string; FullName: string }[] }[] = JSON.parse(
      await readFile(other, 'utf8'),
    );
    const written = (code: string, name: string) => `${code === '06978' ? '06970' : code} ${accentedKey(name)}`;
    const expected = theirs.flatMap((province) => [
      written(province.Code, province.FullName),
      ...province.Wards.map((ward) => written(ward.Code, ward.FullName)),
    ]);
    expect(
      today()
        .map((unit) => written(unit.code, unit.fullName))
        .sort(),
    ).toEqual(expected.sort());
  });
});
