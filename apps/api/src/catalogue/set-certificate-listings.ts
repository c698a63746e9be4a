import { type CertificateKind, Problem, producersOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { CertificateQueries, type MyCertificateView } from './certificate.queries.ts';
import { settleStars } from './settle-stars.ts';

/** Which listings of the same producer a certificate speaks of. An OCOP certificate stays with its product. */
@Injectable()
export class SetCertificateListings {
  constructor(
    private readonly db: DataSource,
    private readonly certificates: CertificateQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, listings: string[]): Promise<MyCertificateView> {
    await inTx(this.db, async (tx) => {
      const [certificate] = await rows<Spoken>(
        tx,
        `select id, producer, kind from catalogue.certificate
         where id = $1 and producer = any($2::uuid[]) and decision in ('claimed', 'verified') for update`,
        [id, producersOf(actor, 'listing.publish')],
      );
      if (!certificate) throw new Problem('catalogue.not-found');
      const products = await speakOf(tx, certificate, listings);
      for (const { id: offer, ...change } of await settleStars(tx, products, vietnamDay(this.clock.now()))) {
        await record(tx, actor, 'listing.changed', offer, { ...change, changed: ['certificates'] });
      }
    });
    return this.certificates.mine(actor, id);
  }
}

interface Spoken {
  id: string;
  producer: string;
  kind: CertificateKind;
}

/** Answers the products whose certificates changed or may have. */
export const speakOf = async (
  tx: Tx,
  { id, producer, kind }: Spoken,
  listings: readonly string[],
): Promise<string[]> => {
  const found = await rows<{ id: string; product: string }>(
    tx,
    'select id, product from catalogue.offer where id = any($1::uuid[]) and producer = $2',
    [listings, producer],
  );
  if (found.length < new Set(listings).size) throw new Problem('catalogue.not-found');
  const products = [...new Set(found.map(({ product }) => product))];
  const before = await rows<{ product: string }>(
    tx,
    'select product from catalogue.product_certificate where certificate = $1',
    [id],
  );
  const strange = before.some(({ product }) => !products.includes(product));
  if (kind === 'ocop' && (products.length > 1 || (products.length > 0 && strange))) {
    throw new Problem('catalogue.certificate-of-another-product', { certificate: id });
  }
  await rows(tx, 'delete from catalogue.product_certificate where certificate = $1 and product <> all($2::uuid[])', [
    id,
    products,
  ]);
  await rows(
    tx,
    `insert into catalogue.product_certificate (product, certificate, kind)
     select product, $1, $3 from unnest($2::uuid[]) as product on conflict (product, certificate) do nothing`,
    [id, products, kind],
  );
  return [...new Set([...products, ...before.map(({ product }) => product)])];
};
