import type { CommuneView, FormerUnit, ProvinceView } from '@chophien/contracts';
import type { z } from 'zod';
import { accentedKey, nameKey } from './name.rules.ts';
import type { AdminUnit, FormerUnitRow } from './unit.entity.ts';
import { type Found, type Name, nameOf, search } from './unit-search.rules.ts';

export type FormerView = z.output<typeof FormerUnit>;

const vietnamese = new Intl.Collator('vi');

/** The units as they are on one day, in memory: 3,355 of them and 10,000 former ones take some 10 MB and change once a year. */
export class Units {
  readonly provinces: ProvinceView[];
  private readonly communes = new Map<string, CommuneView>();
  private readonly others = new Map<string, string>();
  private readonly byProvince = new Map<string, CommuneView[]>();
  private readonly formers: FormerUnitRow[];
  private readonly formersOf = new Map<string, FormerUnitRow[]>();
  private readonly names: Name[] = [];

  /** @param day `YYYY-MM-DD`; rows that are not in force on it are left out */
  constructor(rows: readonly AdminUnit[], formers: readonly FormerUnitRow[], day: string) {
    const valid = rows.filter((row) => row.validFrom <= day && (row.validTo === null || row.validTo > day));
    const provinces = new Map(
      valid
        .filter((row) => row.level === 'province')
        .map(({ code, name, type, slug }) => [code, { code, name, type, slug }]),
    );
    this.provinces = [...provinces.values()].sort(byName);
    for (const row of valid) {
      const province = row.parentCode === null ? undefined : provinces.get(row.parentCode);
      if (province) this.add(row, province);
    }
    for (const list of this.byProvince.values()) list.sort(byName);
    this.formers = formers.filter((former) => this.communes.has(former.newCode));
    this.formersOf = Map.groupBy(this.formers, (former) => former.newCode);
    this.addFormerNames();
  }

  get size(): number {
    return this.communes.size;
  }

  /** By its code, or another code that is in use for it. */
  get(code: string): CommuneView | undefined {
    return this.communes.get(code) ?? this.communes.get(this.others.get(code) ?? '');
  }

  /** By name; nothing for a province that is not one. */
  inProvince(code: string): readonly CommuneView[] {
    return this.byProvince.get(code) ?? [];
  }

  formerOf(code: string): FormerView[] {
    return (this.formersOf.get(code) ?? []).map(view);
  }

  search(
    words: string,
    limit: number,
    province?: string,
  ): (CommuneView & Pick<Found, 'by'> & { former: FormerView | null })[] {
    const found = /^\d{5}$/.test(words) ? this.byCode(words) : search(this.namesIn(province), words, limit);
    return found.flatMap(({ commune, by, former }) => {
      const unit = this.communes.get(commune);
      if (!unit || (province && unit.province.code !== province)) return [];
      const row = this.formers[former];
      return [{ ...unit, by, former: row ? view(row) : null }];
    });
  }

  private namesIn(province: string | undefined): readonly Name[] {
    return province
      ? this.names.filter((name) => this.communes.get(name.commune)?.province.code === province)
      : this.names;
  }

  /** A code of today, or one of before July 2025: the same digits may be both, and then mean two units. */
  private byCode(code: string): Found[] {
    const own = this.get(code);
    const found: Found[] = own ? [{ commune: own.code, by: 'code', former: -1 }] : [];
    this.formers.forEach((former, at) => {
      if (former.oldCode === code && former.newCode !== own?.code)
        found.push({ commune: former.newCode, by: 'code', former: at });
    });
    return found;
  }

  private add(row: AdminUnit, province: ProvinceView): void {
    const { code, name, fullName, type, slug } = row;
    const commune: CommuneView = { code, name, fullName, type, slug, province };
    this.communes.set(code, commune);
    for (const other of row.altCodes) this.others.set(other, code);
    const list = this.byProvince.get(province.code) ?? [];
    list.push(commune);
    this.byProvince.set(province.code, list);
    const places = [nameKey(province.name)];
    const written = { key: row.folded, accented: accentedKey(fullName), places };
    this.names.push(nameOf({ commune: code, by: 'name', former: -1 }, written));
  }

  private addFormerNames(): void {
    const districts = new Set<string>();
    const accents = remembered(accentedKey);
    const keys = remembered(nameKey);
    this.formers.forEach((row, former) => {
      const commune = row.newCode;
      const today = this.communes.get(commune);
      const places = [row.foldedProvince, today ? keys(today.province.name) : ''];
      this.names.push(
        nameOf(
          { commune, by: 'former-name', former },
          { key: row.folded, accented: accents(row.oldName), places: [row.foldedDistrict, ...places] },
        ),
      );
      const district = `${commune} ${row.oldDistrict} ${row.oldProvince}`;
      if (districts.has(district)) return;
      districts.add(district);
      this.names.push(
        nameOf(
          { commune, by: 'former-district', former },
          { key: row.foldedDistrict, accented: accents(row.oldDistrict), places },
        ),
      );
    });
  }
}

/** 10,000 former communes lay in 700 districts: each name is worked out once. */
const remembered = (work: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const result = known.get(text) ?? work(text);
    known.set(text, result);
    return result;
  };
};

const byName = (left: { name: string }, right: { name: string }): number => vietnamese.compare(left.name, right.name);

const view = ({ oldCode, oldName, oldDistrict, oldProvince, partial }: FormerUnitRow): FormerView => ({
  code: oldCode,
  name: oldName,
  district: oldDistrict,
  province: oldProvince,
  partial,
});
