import { Injectable } from '@nestjs/common';
import { Communes } from '../communes/index.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';

/** A hamlet is written otherwise, or is another one: the board's rows follow. */
@Injectable()
export class FollowPlaces implements Listener<'hamlet.changed'> {
  constructor(private readonly communes: Communes) {}

  async handle(events: EventOf<'hamlet.changed'>[], tx: Tx): Promise<void> {
    for (const { data } of events) {
      if (data.into) {
        await tx.query('update caseload.household set hamlet = $3 where commune = $1 and hamlet = $2', [
          data.commune,
          data.slug,
          data.into,
        ]);
      }
      const slug = data.into ?? data.slug;
      const hamlet = (await this.communes.hamlets(data.commune, tx)).find((one) => one.slug === slug);
      if (!hamlet) continue;
      const place = hamlet.former ? `${hamlet.name} (${hamlet.former} cũ)` : hamlet.name;
      await tx.query('update caseload.household set place = $3 where commune = $1 and hamlet = $2', [
        data.commune,
        slug,
        place,
      ]);
    }
  }
}
