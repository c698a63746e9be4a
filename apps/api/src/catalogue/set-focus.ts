import { type Focus, type PictureView, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { pictureView } from './listing.rules.ts';
import type { Picture } from './picture.entity.ts';
import { perCent } from './picture.rules.ts';

/** Says what must stay in sight where a picture is cropped: by who handed it in, or who sells what it shows. */
@Injectable()
export class SetFocus {
  constructor(private readonly db: DataSource) {}

  async run(actor: Actor, id: string, { x, y }: Focus): Promise<PictureView> {
    await inTx(this.db, async (tx) => {
      const [set] = await rows<{ producer: string | null }>(
        tx,
        `update catalogue.picture set focus_x = $4, focus_y = $5
         where id = $1 and ${hers} and (focus_x, focus_y) is distinct from ($4::smallint, $5::smallint)
         returning (select offer.producer from catalogue.offer_picture place
           join catalogue.offer offer on offer.id = place.offer where place.picture = picture.id limit 1) as producer`,
        [...asked(actor, id), perCent(x), perCent(y)],
      );
      if (!set) return; // as it was, or not hers: what is read back tells
      const data = { x: perCent(x), y: perCent(y), ...(set.producer ? { producer: set.producer } : {}) };
      await record(tx, actor, 'picture.focused', id, data);
    });
    return this.get(actor, id);
  }

  /** @throws Problem catalogue.not-found */
  async get(actor: Actor, id: string): Promise<PictureView> {
    const [picture] = await rows<Picture>(
      this.db,
      `select * from catalogue.picture where id = $1 and ${hers}`,
      asked(actor, id),
    );
    if (!picture) throw new Problem('catalogue.not-found');
    return pictureView(picture);
  }
}

const asked = (actor: Actor, id: string): unknown[] => [id, actor.id, producersOf(actor, 'listing.publish')];

const hers = `(owner = $2 or exists (
  select from catalogue.offer_picture place join catalogue.offer offer on offer.id = place.offer
  where place.picture = picture.id and offer.producer = any($3::uuid[])))`;
