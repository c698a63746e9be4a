import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import { type EventOf, type Listener, record } from '../platform/outbox.ts';
import { parcelFacts } from './order.facts.ts';
import { type ParcelRow, parcelsById } from './order.sql.ts';

/** Too warm or too cold for too long: the parcel is held until an officer has looked. Each excursion holds once. */
@Injectable()
export class HoldParcel implements Listener<'coldchain.breached'> {
  async handle(events: EventOf<'coldchain.breached'>[], tx: Tx): Promise<void> {
    for (const { subject: parcel, data, at } of events) {
      const reason = words(data);
      const [held] = await rows(tx, hold, [data.excursion, parcel, reason, at]);
      const [row] = held ? await rows<ParcelRow>(tx, parcelsById, [[parcel]]) : [];
      if (!row) continue;
      await record(tx, system('ordering'), 'parcel.held', parcel, {
        ...parcelFacts(row),
        reason,
        excursion: data.excursion,
      });
    }
  }
}

/** Only what is under way; the news that it left may be later than the news that it is warm. */
const hold = `insert into ordering.parcel_hold (excursion, parcel_id, reason, held_at)
  select $1, id, $3, $4 from ordering.parcel where id = $2 and state in ('packed', 'shipped') for update
  on conflict (excursion) do nothing returning excursion`;

const celsius = (value: number): string => `${value.toFixed(1).replace('.', ',').replace('-', '−')} °C`;

/** As people read it on the parcel's page. */
const words = ({ side, limit, peak, seconds }: EventOf<'coldchain.breached'>['data']): string =>
  `${side === 'high' ? 'Nóng quá' : 'Lạnh quá'} giới hạn ${celsius(limit)}: đo được ${celsius(peak)}, kéo dài ${Math.max(1, Math.round(seconds / 60))} phút`;
