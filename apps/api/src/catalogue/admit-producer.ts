import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { addressOf } from './addresses.ts';
import { setStanding } from './set-standing.ts';

type Heard = 'producer.approved' | 'producer.activated' | 'producer.reinstated';

/** Hears that a producer was approved: it is known here. Hears that it may sell (again): its published listings are seen. */
@Injectable()
export class AdmitProducer implements Listener<Heard> {
  constructor(private readonly communes: Communes) {}

  async handle(events: EventOf<Heard>[], tx: Tx): Promise<void> {
    for (const event of events) {
      if (event.type === 'producer.approved') await this.admit(tx, event);
      else await setStanding(tx, event, 'approved');
    }
  }

  private async admit(tx: Tx, { subject, data }: EventOf<'producer.approved'>): Promise<void> {
    const commune = await this.communes.get(data.commune);
    if (!commune) throw new Error(`a producer of commune ${data.commune}, which is not one`);
    await tx.query(
      `insert into catalogue.producer (id, kind, name, commune, commune_name, province, province_name, sub_area, slug)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      [
        subject,
        data.producerKind,
        data.producerName,
        commune.code,
        commune.name,
        commune.province.code,
        commune.province.name,
        data.subArea,
        addressOf('stall', subject, data.producerName),
      ],
    );
  }
}
