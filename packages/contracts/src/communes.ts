import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, ProvinceCode, SearchWords } from './values.ts';

export const UnitType = z.enum(['tinh', 'thanh-pho', 'xa', 'phuong', 'dac-khu']);

export const ProvinceView = z
  .object({ code: ProvinceCode, name: z.string(), type: UnitType, slug: z.string() })
  .meta({ id: 'Province' });
export type ProvinceView = z.infer<typeof ProvinceView>;

/** `fullName` is how it is written in an address: "Xã Phúc Hòa". */
export const CommuneView = z
  .object({
    code: CommuneCode,
    name: z.string(),
    fullName: z.string(),
    type: UnitType,
    slug: z.string(),
    province: ProvinceView,
  })
  .meta({ id: 'Commune' });
export type CommuneView = z.infer<typeof CommuneView>;

/** A unit that existed before 1 July 2025 and what became of it; `partial` when only a part went to this commune. */
export const FormerUnit = z
  .object({
    code: CommuneCode.nullable(),
    name: z.string(),
    district: z.string(),
    province: z.string(),
    partial: z.boolean(),
  })
  .meta({ id: 'FormerUnit' });

export const CommuneFound = CommuneView.extend({
  /** Why it was found: its own name, a former commune's name, or a former district's. */
  by: z.enum(['name', 'former-name', 'former-district', 'code']),
  former: FormerUnit.nullable(),
}).meta({ id: 'CommuneFound' });

export const searchCommunes = endpoint({
  method: 'GET',
  path: '/communes',
  summary: 'Communes by name, with or without accents, old names and old districts included',
  needs: 'public',
  query: z.strictObject({
    q: SearchWords,
    province: ProvinceCode.optional(),
    limit: z.coerce.number().pipe(z.int().min(1).max(50)).default(20),
  }),
  result: z.object({ items: z.array(CommuneFound) }),
});

export const getCommune = endpoint({
  method: 'GET',
  path: '/communes/:code',
  summary: 'One commune and the units it was made of',
  needs: 'public',
  params: z.strictObject({ code: CommuneCode }),
  result: CommuneView.extend({ formerUnits: z.array(FormerUnit) }).meta({ id: 'CommuneDetail' }),
});

export const listProvinces = endpoint({
  method: 'GET',
  path: '/provinces',
  summary: 'The 34 provinces',
  needs: 'public',
  result: z.object({ items: z.array(ProvinceView) }),
});

export const listCommunes = endpoint({
  method: 'GET',
  path: '/provinces/:code/communes',
  summary: 'The communes of a province, by name',
  needs: 'public',
  params: z.strictObject({ code: ProvinceCode }),
  result: z.object({ items: z.array(CommuneView) }),
});
