import type { Area, CommuneView, ProvinceView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { Hamlets, type KnownHamlet, type WrittenHamlet } from './hamlets.ts';
import type { AdminUnit, FormerUnitRow } from './unit.entity.ts';
import { Units } from './units.ts';

/** What other contexts may ask of communes. Read once a day, then answered from memory. */
@Injectable()
export class Communes {
  private reading: { day: string; units: Promise<Units> } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly known: Hamlets,
  ) {}

  /** By its code; also by another code in use for the same unit (Ba Chẽ's 06978), whose answer carries ours. */
  async get(code: string): Promise<CommuneView | undefined> {
    return (await this.units()).get(code);
  }

  /** Those of the codes that are communes, under the code they were asked by. */
  async many(codes: readonly string[]): Promise<Map<string, CommuneView>> {
    const units = await this.units();
    return new Map(
      codes.flatMap((code) => {
        const commune = units.get(code);
        return commune ? [[code, commune] as const] : [];
      }),
    );
  }

  /** The codes of a province's communes; none for what is not a province. */
  async inProvince(code: string): Promise<string[]> {
    return (await this.units()).inProvince(code).map((commune) => commune.code);
  }

  /** The codes of all communes of an area, each once. */
  async inArea({ communes, provinces, everywhere }: Area): Promise<string[]> {
    const units = await this.units();
    const within = (everywhere ? units.provinces.map(({ code }) => code) : provinces).flatMap((province) =>
      units.inProvince(province).map(({ code }) => code),
    );
    return [...new Set([...communes, ...within])];
  }

  async province(code: string): Promise<ProvinceView | undefined> {
    return (await this.units()).provinces.find((province) => province.code === code);
  }

  /** A commune's hamlets, by name. */
  hamlets(commune: string, db?: DataSource | Tx): Promise<KnownHamlet[]> {
    return this.known.of(commune, db);
  }

  /** The hamlet of a commune that is written so; written down if nobody had met it. */
  findOrMakeHamlet(tx: Tx, commune: string, written: WrittenHamlet, by: string | null): Promise<KnownHamlet> {
    return this.known.findOrMake(tx, commune, written, by);
  }

  /** The units as they are today. */
  units(): Promise<Units> {
    const day = vietnamDay(this.clock.now());
    if (this.reading?.day !== day) {
      const reading = { day, units: this.read(day) };
      this.reading = reading;
      const forget = () => {
        if (this.reading === reading) this.reading = undefined;
      };
      // A failure, or a database that was not filled yet, is not kept for the day.
      reading.units.then((units) => units.size === 0 && forget(), forget);
    }
    return this.reading.units;
  }

  private async read(day: string): Promise<Units> {
    const [units, formers] = await Promise.all([
      rows<AdminUnit>(
        this.db,
        `select code, level, type, name, full_name as "fullName", folded, slug, parent_code as "parentCode",
                valid_from as "validFrom", valid_to as "validTo", legal_ref as "legalRef", alt_codes as "altCodes"
         from communes.admin_unit`,
      ),
      rows<FormerUnitRow>(
        this.db,
        `select old_code as "oldCode", old_name as "oldName", old_district as "oldDistrict", old_province as "oldProvince",
                new_code as "newCode", partial, folded, folded_district as "foldedDistrict", folded_province as "foldedProvince"
         from communes.former_unit order by partial, old_code nulls last, old_name`,
      ),
    ]);
    return new Units(units, formers, day);
  }
}
