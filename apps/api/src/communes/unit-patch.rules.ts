import { slug } from '@chophien/kernel';
import type { AdminUnit, FormerUnitRow } from './unit.entity.ts';
import { nameKey, withoutKind } from './name.rules.ts';
import type { SourceMapping, SourceUnit, UnitSource } from './unit-source.ts';

/** The day on which the two-tier units began (Resolution 202/2025/QH15; codes: Decision 19/2025/QĐ-TTg). */
const twoTiersSince = '2025-07-01';
const codeList = '19/2025/QĐ-TTg';

/** Đồng Nai became a city on 30 April 2026, and ten of its communes wards, each keeping its code. */
export const dongNai = {
  code: '75',
  since: '2026-04-30',
  cityBy: '30/2026/QH16',
  wardsBy: '237/NQ-UBTVQH16',
  wards: ['25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485'],
};

/** Ia Mơ (Gia Lai): the package writes 23737, which was Ia Mơ Nông's; the statistics office's list says 23938. */
const iaMo = { name: 'Xã Ia Mơ', province: '52', wrong: '23737', code: '23938' };

/** Ba Chẽ (Quảng Ninh): 06970 at the statistics office, 06978 after Decision 19/2025/QĐ-TTg elsewhere. Unresolved: both are read. */
const otherCodes: Record<string, string[]> = { '06970': ['06978'] };

/** Ia Mơ was left as it was, so the old-to-new table has no line for it. */
const unchanged: SourceMapping = {
  code: iaMo.code,
  name: iaMo.name,
  district: 'Huyện Chư Prông',
  province: 'Tỉnh Gia Lai',
  newName: iaMo.name,
  newProvince: 'Gia Lai',
};

const typeOf = (fullName: string): AdminUnit['type'] => {
  if (fullName.startsWith('Phường ')) return 'phuong';
  if (fullName.startsWith('Đặc khu ')) return 'dac-khu';
  if (fullName.startsWith('Xã ')) return 'xa';
  if (fullName.startsWith('Thành phố ')) return 'thanh-pho';
  if (fullName.startsWith('Tỉnh ')) return 'tinh';
  throw new Error(`what kind of unit is "${fullName}"?`);
};

const unit = (code: string, fullName: string, parentCode: string | null): AdminUnit => ({
  code,
  level: parentCode === null ? 'province' : 'commune',
  type: typeOf(fullName),
  name: withoutKind(fullName),
  fullName,
  folded: nameKey(fullName),
  slug: slug(fullName),
  parentCode,
  validFrom: twoTiersSince,
  validTo: null,
  legalRef: codeList,
  altCodes: otherCodes[code] ?? [],
});

const provinceName = (name: string) => (name.startsWith('Thành phố ') ? name : `Tỉnh ${name}`);
const codeOf = (commune: SourceUnit) =>
  commune.code === iaMo.wrong && commune.name === iaMo.name && commune.province === iaMo.province
    ? iaMo.code
    : commune.code;

/** A unit that changed its kind: the old row ends on the day the new one begins. */
const changed = (before: AdminUnit, fullName: string, legalRef: string): AdminUnit[] => [
  { ...before, validTo: dongNai.since },
  { ...unit(before.code, fullName, before.parentCode), validFrom: dongNai.since, legalRef },
];

/** Every unit since July 2025 with its dates, the package's mistakes mended. */
export const units = (source: UnitSource): AdminUnit[] => [
  ...source.provinces.flatMap((province) => {
    const row = unit(province.code, provinceName(province.name), null);
    return row.code === dongNai.code ? changed(row, `Thành phố ${row.name}`, dongNai.cityBy) : [row];
  }),
  ...source.communes.flatMap((commune) => {
    const row = unit(codeOf(commune), commune.name, commune.province);
    return dongNai.wards.includes(row.code) ? changed(row, `Phường ${row.name}`, dongNai.wardsBy) : [row];
  }),
];

/** What the units before July 2025 became: one row for each old unit and new commune, however often the table repeats it. */
export const formerUnits = (source: UnitSource): FormerUnitRow[] => {
  const provinces = new Map(source.provinces.map((province) => [province.code, province.name]));
  const codes = new Map(
    source.communes.map((commune) => [`${commune.name}|${provinces.get(commune.province ?? '')}`, codeOf(commune)]),
  );
  const rows = new Map<string, FormerUnitRow>();
  const became = new Map<string, Set<string>>();
  for (const mapping of [...source.mappings, unchanged]) {
    const { code, name, district, province } = mapping;
    const newCode = codes.get(`${mapping.newName}|${mapping.newProvince}`);
    if (!newCode)
      throw new Error(`${name}, ${district}, ${province} became ${mapping.newName}, which is not a commune`);
    const old = `${name}|${district}|${province}`;
    became.set(old, (became.get(old) ?? new Set()).add(newCode));
    const key = `${old}|${newCode}`;
    const known = rows.get(key);
    if (known) known.oldCode ??= code;
    else
      rows.set(key, {
        oldCode: code,
        oldName: name,
        oldDistrict: district,
        oldProvince: province,
        newCode,
        partial: false,
        folded: nameKey(name),
        foldedDistrict: nameKey(district),
        foldedProvince: nameKey(province),
      });
  }
  return [...rows.values()].map((row) => {
    const parts = became.get(`${row.oldName}|${row.oldDistrict}|${row.oldProvince}`)?.size ?? 1;
    return { ...row, partial: parts > 1 };
  });
};
