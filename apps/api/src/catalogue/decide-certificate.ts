import { areaOf, belongsTo, type BodyOf, type decideCertificate, Problem } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { Certificate } from './certificate.entity.ts';
import { CertificateQueries, type CertificateReviewView } from './certificate.queries.ts';
import { type Decision, decisionsFrom } from './certificate.rules.ts';
import { settleStars } from './settle-stars.ts';

/**
 * An official has looked at the paper: it is true, or it is not, or what was true is no more. What cards show of it follows in
 * the same transaction. The same decision again is the same.
 */
@Injectable()
export class DecideCertificate {
  constructor(
    private readonly db: DataSource,
    private readonly certificates: CertificateQueries,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    { decision, reason }: BodyOf<typeof decideCertificate>,
  ): Promise<CertificateReviewView> {
    await inTx(this.db, async (tx) => {
      const { communes, provinces, everywhere } = areaOf(actor, 'certificate.review');
      const [found] = await rows<
        Pick<Certificate, 'producer' | 'commune' | 'kind' | 'number'> & { decision: Decision }
      >(
        tx,
        `select producer, commune, kind, number, decision from catalogue.certificate
         where id = $1 and ($4 or commune = any($2::text[]) or province = any($3::text[])) for update`,
        [id, communes, provinces, everywhere],
      );
      if (!found) throw new Problem('catalogue.not-found');
      if (belongsTo(actor, found.producer)) throw new Problem('catalogue.own-certificate');
      if (found.decision === decision) return;
      if (!decisionsFrom(found.decision).includes(decision)) {
        throw new Problem('catalogue.illegal-step', { from: found.decision, to: decision });
      }
      const now = this.clock.now();
      await rows(
        tx,
        `update catalogue.certificate set decision = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1`,
        [id, decision, actor.id, now, decision === 'verified' ? null : reason],
      );
      const { producer, commune, kind, number } = found;
      const why = decision === 'verified' ? null : (reason ?? null);
      await record(tx, actor, 'certificate.decided', id, { producer, commune, kind, number, decision, reason: why });
      const speaks = await rows<{ product: string }>(
        tx,
        'select product from catalogue.product_certificate where certificate = $1',
        [id],
      );
      const products = speaks.map(({ product }) => product);
      for (const { id: offer, ...change } of await settleStars(tx, products, vietnamDay(now))) {
        await record(tx, actor, 'listing.changed', offer, { ...change, changed: ['certificates'] });
      }
    });
    return this.certificates.review(actor, id);
  }
}
