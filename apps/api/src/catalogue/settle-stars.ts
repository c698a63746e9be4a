import { rows, type Tx } from '../platform/database.ts';

export interface StarsChange {
  id: string;
  producer: string;
  commune: string;
  price: number;
}

/**
 * Brings the stars that cards show to what certificates say on this day: of these products, or of all (null). Answers the
 * listings that changed.
 */
export const settleStars = (tx: Tx, products: readonly string[] | null, today: string): Promise<StarsChange[]> =>
  rows<StarsChange>(
    tx,
    `with due as (
       select offer.id, (
         select max(paper.stars) from catalogue.product_certificate speaks
         join catalogue.certificate paper on paper.id = speaks.certificate
         where speaks.product = offer.product and paper.kind = 'ocop' and paper.decision = 'verified'
           and paper.valid_to >= $2::date
       ) as stars
       from catalogue.offer offer
       where case when $1::uuid[] is null
         then offer.ocop_stars is not null or offer.product in (
           select speaks.product from catalogue.product_certificate speaks where speaks.kind = 'ocop')
         else offer.product = any($1) end
     )
     update catalogue.offer set ocop_stars = due.stars from due
     where offer.id = due.id and offer.ocop_stars is distinct from due.stars
     returning offer.id, offer.producer, offer.commune, offer.price`,
    [products, today],
  );
