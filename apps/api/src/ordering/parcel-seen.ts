import type { ParcelState, ProducerKind, StorageClass } from '@chophien/contracts';
import type { LineRow, ParcelRow } from './order.sql.ts';

/** A parcel for those who watch it or scan its code: nothing of its buyer but the commune. */
export interface ParcelSeen {
  id: string;
  code: string;
  order: string;
  state: ParcelState;
  held: boolean;
  holdReason: string | null;
  producer: { id: string; name: string; kind: ProducerKind; commune: string; province: string };
  toCommune: string;
  storage: StorageClass;
  lines: LineRow[];
  harvestedOn: string | null;
  confirmedAt: Date | null;
  packedAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  holds: { heldAt: Date; releasedAt: Date | null }[];
}

export const parcelSeen = (row: ParcelRow, holds: ParcelSeen['holds']): ParcelSeen => ({
  id: row.id,
  code: row.code,
  order: row.orderId,
  state: row.state,
  held: row.holdReason !== null,
  holdReason: row.holdReason,
  producer: {
    id: row.producer,
    name: row.producerName,
    kind: row.producerKind,
    commune: row.commune,
    province: row.province,
  },
  toCommune: row.toCommune,
  storage: row.storage,
  lines: row.lines,
  harvestedOn: row.harvestedOn,
  confirmedAt: row.confirmedAt,
  packedAt: row.packedAt,
  shippedAt: row.shippedAt,
  deliveredAt: row.deliveredAt,
  returnedAt: row.state === 'returned' ? row.endedAt : null,
  holds,
});
