import { Problem } from '@chophien/contracts';
import { rows, type Tx } from '../platform/database.ts';

/**
 * Lets these certificates of the producer speak of a product, and no others.
 * @throws Problem catalogue.certificate-unknown for one that is not the producer's or was refused,
 * catalogue.certificate-of-another-product for an OCOP certificate of another product
 */
export const attachCertificates = async (
  tx: Tx,
  { product, producer }: { product: string; producer: string },
  certificates: readonly string[],
): Promise<void> => {
  const found = await rows<{ id: string; elsewhere: boolean }>(
    tx,
    `select id, kind = 'ocop' and exists (select from catalogue.product_certificate speaks
              where speaks.certificate = certificate.id and speaks.product <> $3) as elsewhere
     from catalogue.certificate
     where id = any($1::uuid[]) and producer = $2 and decision in ('claimed', 'verified') for share of certificate`,
    [certificates, producer, product],
  );
  const known = new Map(found.map((one) => [one.id, one]));
  for (const certificate of certificates) {
    const one = known.get(certificate);
    if (!one) throw new Problem('catalogue.certificate-unknown', { certificate });
    if (one.elsewhere) throw new Problem('catalogue.certificate-of-another-product', { certificate });
  }
  await rows(tx, 'delete from catalogue.product_certificate where product = $1 and certificate <> all($2::uuid[])', [
    product,
    certificates,
  ]);
  await rows(
    tx,
    `insert into catalogue.product_certificate (product, certificate, kind)
     select $1, id, kind from catalogue.certificate where id = any($2::uuid[])
     on conflict (product, certificate) do nothing`,
    [product, certificates],
  );
};
