import type { DataSource } from 'typeorm';
import { inTx, rows } from '../platform/database.ts';
import { formerUnits, units } from './unit-patch.rules.ts';
import { readUnitSource } from './unit-source.ts';

export interface Imported {
  /** Rows that were new or different. */
  units: number;
  formerUnits: number;
}

/**
 * Brings the units of the country into the database: run after the migrations, as often as one likes. What is already
 * right is not written again; a unit is never deleted, because others keep its code.
 */
export async function importUnits(db: DataSource): Promise<Imported> {
  const source = await readUnitSource();
  const unitRows = JSON.stringify(
    units(source).map((unit) => ({
      code: unit.code,
      level: unit.level,
      type: unit.type,
      name: unit.name,
      full_name: unit.fullName,
      folded: unit.folded,
      slug: unit.slug,
      parent_code: unit.parentCode,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
      legal_ref: unit.legalRef,
      alt_codes: unit.altCodes,
    })),
  );
  const formerRows = JSON.stringify(
    formerUnits(source).map((unit) => ({
      old_code: unit.oldCode,
      old_name: unit.oldName,
      old_district: unit.oldDistrict,
      old_province: unit.oldProvince,
      new_code: unit.newCode,
      partial: unit.partial,
      folded: unit.folded,
      folded_district: unit.foldedDistrict,
      folded_province: unit.foldedProvince,
    })),
  );
  return inTx(db, async (tx) => {
    // Two processes that start together import one after the other.
    await tx.query('lock table communes.admin_unit in share row exclusive mode');
    const changedUnits = await rows(tx, putUnits, [unitRows]);
    await tx.query(dropFormer, [formerRows]);
    const changedFormer = await rows(tx, putFormer, [formerRows]);
    return { units: changedUnits.length, formerUnits: changedFormer.length };
  });
}

const putUnits = `
insert into communes.admin_unit as known
select * from jsonb_populate_recordset(null::communes.admin_unit, $1::jsonb)
order by valid_to nulls last
on conflict (code, valid_from) do update set
  level = excluded.level, type = excluded.type, name = excluded.name, full_name = excluded.full_name,
  folded = excluded.folded, slug = excluded.slug, parent_code = excluded.parent_code, valid_to = excluded.valid_to,
  legal_ref = excluded.legal_ref, alt_codes = excluded.alt_codes
where known is distinct from excluded
returning code`;

const dropFormer = `
delete from communes.former_unit as known
where not exists (
  select 1 from jsonb_populate_recordset(null::communes.former_unit, $1::jsonb) as told
  where (told.new_code, told.old_province, told.old_district, told.old_name)
      = (known.new_code, known.old_province, known.old_district, known.old_name)
)`;

const putFormer = `
insert into communes.former_unit as known
select * from jsonb_populate_recordset(null::communes.former_unit, $1::jsonb)
on conflict (new_code, old_province, old_district, old_name) do update set
  old_code = excluded.old_code, partial = excluded.partial, folded = excluded.folded,
  folded_district = excluded.folded_district, folded_province = excluded.folded_province
where known is distinct from excluded
returning new_code`;
