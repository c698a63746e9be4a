import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Done, Id, Instant, line, ProvinceCode } from './values.ts';

export const PartnerKeyView = z
  .object({
    id: Id,
    /** Whose it is: a ministry's system, a carrier. */
    name: z.string(),
    province: ProvinceCode,
    /** Its first letters, to tell keys apart. */
    begins: z.string(),
    madeAt: Instant,
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'PartnerKey' });
export type PartnerKeyView = z.infer<typeof PartnerKeyView>;

export const listPartnerKeys = endpoint({
  method: 'GET',
  path: '/partner-keys',
  summary: 'Keys by which other systems read a province’s figures',
  needs: 'partner-key.manage',
  reach: 'anyone',
  result: z.object({ items: z.array(PartnerKeyView) }),
});

export const makePartnerKey = endpoint({
  method: 'POST',
  path: '/partner-keys',
  summary: 'A key for a partner in one province; shown this once',
  needs: 'partner-key.manage',
  reach: 'anyone',
  fresh: true,
  body: z.strictObject({ name: line(80, 2), province: ProvinceCode, until: Day }).meta({ id: 'MakePartnerKey' }),
  result: z.object({ ...PartnerKeyView.shape, key: z.string() }).meta({ id: 'PartnerKeyMade' }),
});

export const revokePartnerKey = endpoint({
  method: 'POST',
  path: '/partner-keys/:id/revoke',
  summary: 'The key opens nothing any more',
  needs: 'partner-key.manage',
  reach: 'anyone',
  fresh: true,
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'RevokePartnerKey' }),
  result: Done,
});
