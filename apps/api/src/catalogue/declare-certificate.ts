import { type DeclareCertificate as Input, Problem, producersOf } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import { CertificateQueries, type MyCertificateView } from './certificate.queries.ts';
import { monthsLater, numberKey } from './certificate.rules.ts';
import { ruleOf } from './certificate.sql.ts';
import { speakOf } from './set-certificate-listings.ts';

/** Says what a certificate of the producer says. The same id again is the same certificate. */
@Injectable()
export class DeclareCertificate {
  constructor(
    private readonly db: DataSource,
    private readonly certificates: CertificateQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: Input): Promise<MyCertificateView> {
    await inTx(this.db, async (tx) => {
      const now = this.clock.now();
      const [producer] = await rows<{ commune: string; province: string }>(
        tx,
        'select commune, province from catalogue.producer where id = $1 and id = any($2::uuid[])',
        [input.producer, producersOf(actor, 'listing.publish')],
      );
      if (!producer) throw new Problem('catalogue.not-found');
      const [known] = await rows(tx, 'select id from catalogue.certificate where id = $1', [input.id]);
      if (known) return;
      if (input.issuedOn > vietnamDay(now)) throw invalid('issuedOn', 'not in the future');
      const validTo = await lastDay(tx, input);
      const [picture] = await rows(
        tx,
        `update catalogue.picture set state = 'used' where id = $1 and owner = $2 returning id`,
        [input.picture, actor.id],
      );
      if (!picture) throw new Problem('catalogue.picture-unknown', { picture: input.picture });
      const kept = await rows(tx, insert, [
        input.id,
        input.producer,
        producer.commune,
        producer.province,
        input.kind,
        input.number,
        numberKey(input.number),
        input.issuer,
        input.stars ?? null,
        input.issuedOn,
        validTo,
        input.picture,
        actor.id,
        now,
      ]);
      if (kept.length === 0) return;
      const { commune } = producer;
      await record(tx, actor, 'certificate.declared', input.id, {
        producer: input.producer,
        commune,
        kind: input.kind,
      });
      await speakOf(tx, { id: input.id, producer: input.producer, kind: input.kind }, input.listings);
    });
    return this.certificates.mine(actor, input.id);
  }
}

/** As the law says for its kind, on the day it was issued; else as the paper says. */
const lastDay = async (tx: Tx, { kind, issuedOn, validTo }: Input): Promise<string | null> => {
  const [rule] = await rows<{ months: number | null }>(
    tx,
    `select rule.months from ${ruleOf('$1', '$2::date')} as rule`,
    [kind, issuedOn],
  );
  return rule?.months ? monthsLater(issuedOn, rule.months) : (validTo ?? null);
};

const invalid = (field: string, message: string): Problem =>
  new Problem('platform.invalid-input', { errors: [{ field, rule: 'invalid', message }] });

/** A number that another producer (or another certificate) has already is refused by its constraint, by name. */
const insert = `insert into catalogue.certificate (id, producer, commune, province, kind, number, number_key, issuer, stars,
    issued_on, valid_to, picture, declared_by, declared_at, decision)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'claimed')
  on conflict (id) do nothing returning id`;
