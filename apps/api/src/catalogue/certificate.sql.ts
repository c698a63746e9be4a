import type { CertificateKind, CertificateView } from '@chophien/contracts';
import { certificateStateOn, type Decision } from './certificate.rules.ts';

export interface CertificateRow {
  id: string;
  kind: CertificateKind;
  number: string;
  issuer: string;
  stars: number | null;
  issuedOn: string;
  validTo: string | null;
  decision: Decision;
  warnDays: number;
}

/** The rule that holds for a certificate: of the day on which it was issued, or the first there is. */
export const ruleOf = (kind: string, issuedOn: string): string =>
  `(select held.months, held.warn_days, held.legal_reference from catalogue.certificate_rule held where held.kind = ${kind}
     order by held.valid_from > ${issuedOn}, abs(held.valid_from - ${issuedOn}) limit 1)`;

/** The certificates that speak of a product, as JSON; `product` is our own SQL. */
export const certificatesOf = (product: string): string => `
  (select json_agg(json_build_object('id', paper.id, 'kind', paper.kind, 'number', paper.number, 'issuer', paper.issuer,
     'stars', paper.stars, 'issuedOn', paper.issued_on, 'validTo', paper.valid_to, 'decision', paper.decision,
     'warnDays', (select rule.warn_days from ${ruleOf('paper.kind', 'paper.issued_on')} as rule)) order by paper.declared_at, paper.id)
   from catalogue.product_certificate speaks join catalogue.certificate paper on paper.id = speaks.certificate
   where speaks.product = ${product})`;

export const certificateView = (row: CertificateRow, today: string): CertificateView => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  issuer: row.issuer,
  stars: row.stars,
  issuedOn: row.issuedOn,
  validTo: row.validTo,
  state: certificateStateOn(today, row),
});
