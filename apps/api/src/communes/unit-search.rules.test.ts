import { beforeAll, describe, expect, test } from 'vitest';
import { formerUnits, units } from './unit-patch.rules.ts';
import { readUnitSource } from './unit-source.ts';
import { Units } from './units.ts';

let here: Units;
const find = (words: string, limit = 20, province?: string) => here.search(words, limit, province);
const names = (words: string, limit?: number) =>
  find(words, limit).map((found) => `${found.fullName}, ${found.province.name}`);

beforeAll(async () => {
  const source = await readUnitSource();
  here = new Units(units(source), formerUnits(source), '2026-11-23');
});

describe('looking for a commune', () => {
  test('with its accents, without them, and with either place of the tone finds it', () => {
    for (const words of ['Phúc Hòa', 'Phúc Hoà', 'phúc hòa', 'Xã Phúc Hòa', 'x. phúc hòa', 'PHÚC HÒA']) {
      expect(names(words, 1)).toEqual(['Xã Phúc Hòa, Bắc Ninh']);
    }
    expect(names('phuc hoa')).toContain('Xã Phúc Hòa, Bắc Ninh');
    expect(names('ba che')).toContain('Xã Ba Chẽ, Quảng Ninh');
    expect(names('dak mil', 1)).toEqual(names('Đắk Mil', 1));
  });

  test('puts the accents that were typed before other accents', () => {
    expect(names('Đông Phú', 1)).toEqual(['Xã Đông Phú, Bắc Ninh']);
    expect(names('Đồng Phú', 1)).toEqual(['Phường Đồng Phú, Đồng Nai']);
    expect(names('Phục Hòa', 1)).toEqual(['Xã Phục Hòa, Cao Bằng']);
    expect(names('Phục Hòa')).toContain('Xã Phúc Hòa, Bắc Ninh');
  });

  test('by the name of a former commune says which one that was', () => {
    const [found] = find('Mỹ Xương');
    expect(found).toMatchObject({
      code: '30076',
      fullName: 'Xã Mỹ Thọ',
      by: 'former-name',
      former: {
        code: '30121',
        name: 'Xã Mỹ Xương',
        district: 'Huyện Cao Lãnh',
        province: 'Tỉnh Đồng Tháp',
        partial: false,
      },
    });
    expect(find('tan my chanh')[0]).toMatchObject({ code: '28273', fullName: 'Phường Mỹ Phong', by: 'former-name' });
  });

  test('by the name of a former district finds the communes it was divided into', () => {
    const found = find('Tân Yên', 50);
    expect(found[0]).toMatchObject({ name: 'Tân Yên', by: 'name', former: null });
    expect(found.find(({ code }) => code === '07330')).toMatchObject({
      fullName: 'Xã Phúc Hòa',
      by: 'former-district',
      former: { district: 'Huyện Tân Yên', province: 'Tỉnh Bắc Giang' },
    });
    const caoLanh = find('cao lanh', 50);
    expect(caoLanh[0]).toMatchObject({ fullName: 'Phường Cao Lãnh', by: 'name' });
    expect(caoLanh.find(({ code }) => code === '30076')).toMatchObject({ by: 'former-district' });
  });

  test('with its old district and province behind the name finds that one alone', () => {
    expect(names('Phúc Hòa, Tân Yên, Bắc Giang')).toEqual(['Xã Phúc Hòa, Bắc Ninh']);
    expect(names('phuc hoa bac giang')).toEqual(['Xã Phúc Hòa, Bắc Ninh']);
    expect(names('phường 13 gò vấp').toSorted()).toEqual(
      ['Phường An Hội Tây, Hồ Chí Minh', 'Phường An Hội Đông, Hồ Chí Minh'].toSorted(),
    );
  });

  test('by a code, a second code in use, or a code of before 2025 finds the unit', () => {
    expect(find('07330')).toMatchObject([{ fullName: 'Xã Phúc Hòa', by: 'code', former: null }]);
    expect(find('06978')).toMatchObject([{ code: '06970', fullName: 'Xã Ba Chẽ', by: 'code' }]);
    expect(find('07324')).toMatchObject([{ code: '07330', by: 'code', former: { name: 'Xã Phúc Hòa' } }]);
    expect(find('99999')).toEqual([]);
  });

  test('inside one province leaves the others out', () => {
    expect(find('Hòa An', 20, '04')[0]?.code).toBe('01654');
    expect(new Set(find('Hòa An', 20, '04').map(({ province }) => province.name))).toEqual(new Set(['Cao Bằng']));
    expect(find('07330', 20, '82')).toEqual([]);
  });

  test('names with an apostrophe are found however it is typed', () => {
    for (const words of ["H'Leo", 'h’leo', 'ea hleo']) expect(names(words)).toContain('Xã Ea H’Leo, Đắk Lắk');
  });

  test('for nonsense, nothing and database language finds nothing', () => {
    for (const words of ['', '   ', "' or 1=1 --", '%%', '\\', 'zzzz', '.*']) expect(names(words)).toEqual([]);
  });

  test('gives each commune once and no more than asked for', () => {
    const codes = find('a', 50).map(({ code }) => code);
    expect(codes).toHaveLength(50);
    expect(new Set(codes).size).toBe(50);
  });

  test('takes at most 5 ms, the median of many', () => {
    const words = ['phuc hoa', 'Tân Yên', 'cao lanh', 'phuc hoa bac giang', 'a', 'xã', 'Hòa'];
    const times = Array.from({ length: 210 }, (_, at) => {
      const started = performance.now();
      find(words[at % words.length] ?? '');
      return performance.now() - started;
    }).sort((left, right) => left - right);
    expect(times[105]).toBeLessThan(5);
  });
});
