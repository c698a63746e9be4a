import type { ItemRemark } from '@chophien/contracts';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { rows, type Tx } from '../platform/database.ts';

type Remark = z.infer<typeof ItemRemark>;

/** What officers want corrected and nobody has changed yet, while the application is with its people. */
export async function openRemarks(db: DataSource | Tx, ids: readonly string[]): Promise<Map<string, Remark[]>> {
  const found = await rows<Remark & { application: string }>(
    db,
    `select r.application, r.item, r.reason from onboarding.remark r
     join onboarding.application a on a.id = r.application and a.status = 'returned' and a.round = r.round
     where r.application = any($1::uuid[]) and r.cleared_at is null order by r.application, r.position`,
    [ids],
  );
  const byId = Map.groupBy(found, ({ application }) => application);
  return new Map([...byId].map(([id, all]) => [id, all.map(({ item, reason }) => ({ item, reason }))]));
}

/** These items were changed: what was remarked on them is done with. */
export async function clearRemarks(tx: Tx, application: string, items: readonly string[], now: Date): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `update onboarding.remark set cleared_at = $3
     where application = $1 and item = any($2::text[]) and cleared_at is null`,
    [application, items, now],
  );
}
