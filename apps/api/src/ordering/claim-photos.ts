import { areaOf, mostClaimPhotos, Problem, producersOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { judgePicture } from '../catalogue/index.ts';
import type { Actor } from '../platform/actor.ts';
import { equalConstantTime, sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { Storage } from '../platform/storage.ts';
import { Clock } from '../platform/time.ts';
import { inArea } from './claim.queries.ts';
import { lockBuyersOrder } from './lock-order.ts';
import { notFound } from './order.queries.ts';
import { keyOf } from './order.views.ts';

interface Asked {
  id: string;
  photo: string;
}

/**
 * Photographs of claims: drawn anew as every picture here is, so that nothing hidden in a file travels on. Seen by the buyer,
 * the producer and whoever decides, and by nobody else.
 */
@Injectable()
export class ClaimPhotos {
  constructor(
    private readonly db: DataSource,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** The same id is the same photograph; another one under it is `ordering.id-used`. */
  async put({ code, id, photo }: Asked & { code: string }, key: string, bytes: Uint8Array): Promise<void> {
    await this.orderOf(code, key);
    const given = sha256(bytes);
    const { hash, master } = await judgePicture(bytes);
    await inTx(this.db, async (tx) => {
      const order = await lockBuyersOrder(tx, code, key);
      const known = await rows<{ given: string }>(
        tx,
        'select given_hash as given from ordering.claim_photo where id = $1',
        [photo],
      );
      if (known.some((one) => one.given !== given)) throw new Problem('ordering.id-used');
      if (known.length > 0) return;
      const put = await rows(tx, insert, [photo, id, order.id, hash, given, this.clock.now(), mostClaimPhotos]);
      if (put.length === 0) throw new Problem('ordering.too-many-photos', { most: mostClaimPhotos });
      // Only now, and before anybody sees its row: what was refused must not lie where another photograph does.
      await this.storage.put(fileOf(photo), master, 'image/jpeg');
    });
  }

  async forBuyer({ code, id, photo }: Asked & { code: string }, key: string): Promise<Uint8Array> {
    const order = await this.orderOf(code, key);
    return this.read('f.id = $1 and f.claim = $2 and f.order_id = $3', [photo, id, order]);
  }

  async forProducer(actor: Actor, { id, photo }: Asked): Promise<Uint8Array> {
    return this.read('f.id = $1 and f.claim = $2 and p.producer = any($3::uuid[])', [
      photo,
      id,
      producersOf(actor, 'parcel.handle'),
    ]);
  }

  async forArea(actor: Actor, { id, photo }: Asked): Promise<Uint8Array> {
    const { communes, provinces } = areaOf(actor, 'claim.decide');
    return this.read(`f.id = $1 and ${inArea} and f.claim = $4`, [photo, communes, provinces, id]);
  }

  private async read(where: string, asked: unknown[]): Promise<Uint8Array> {
    const [found] = await rows<{ id: string }>(this.db, `${shown} where ${where}`, asked);
    if (!found) throw notFound();
    return this.storage.get(fileOf(found.id));
  }

  private async orderOf(code: string, key: string): Promise<string> {
    const [order] = await rows<{ id: string }>(this.db, 'select id from ordering."order" where code = $1', [code]);
    if (!order || !equalConstantTime(key, keyOf(order.id))) throw notFound();
    return order.id;
  }
}

export const fileOf = (photo: string): string => `claims/${photo}.jpg`;

/** A photograph whose claim did come. */
const shown = `select f.id from ordering.claim_photo f join ordering.claim c on c.id = f.claim and c.order_id = f.order_id
  join ordering.parcel p on p.id = c.parcel_id`;
const insert = `insert into ordering.claim_photo (id, claim, order_id, hash, given_hash, at)
  select $1, $2, $3, $4, $5, $6 where (select count(*) from ordering.claim_photo where claim = $2 and order_id = $3) < $7
  on conflict (id) do nothing returning id`;
