import type { ShipmentView } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import type { Shipment } from './shipment.entity.ts';

type Row = Pick<
  Shipment,
  | 'id'
  | 'parcel'
  | 'state'
  | 'device'
  | 'createdAt'
  | 'dispatchedAt'
  | 'deliveredAt'
  | 'receivedBy'
  | 'cashToCollect'
  | 'cashCollected'
>;

const columns = `id, parcel, state, device, created_at as "createdAt", dispatched_at as "dispatchedAt",
  delivered_at as "deliveredAt", received_by as "receivedBy", cash_to_collect as "cashToCollect",
  cash_collected as "cashCollected"`;

/** A shipment in the contract's shape; a cancelled one is not shown to anybody. */
export const viewOf = (row: Row): ShipmentView => ({
  id: row.id,
  parcel: row.parcel,
  state: row.state as ShipmentView['state'],
  device: row.device,
  createdAt: row.createdAt.toISOString(),
  dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
  deliveredAt: row.deliveredAt?.toISOString() ?? null,
  receivedBy: row.receivedBy,
  cashToCollect: row.cashToCollect,
  cashCollected: row.cashCollected,
});

@Injectable()
export class ShipmentQueries {
  constructor(private readonly db: DataSource) {}

  /** The shipments of these parcels; those that were cancelled before they left are not among them. */
  async of(parcels: readonly string[]): Promise<ShipmentView[]> {
    if (parcels.length === 0) return [];
    const found = await rows<Row>(
      this.db,
      `select ${columns} from logistics.shipment
       where parcel = any($1::uuid[]) and state <> 'cancelled' order by created_at, id`,
      [parcels],
    );
    return found.map(viewOf);
  }

  async get(id: string): Promise<ShipmentView | undefined> {
    const [found] = await rows<Row>(
      this.db,
      `select ${columns} from logistics.shipment where id = $1 and state <> 'cancelled'`,
      [id],
    );
    return found && viewOf(found);
  }
}
