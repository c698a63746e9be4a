import {
  decideCertificate,
  declareCertificate,
  getCertificateReview,
  type InputOf,
  listCertificateReviews,
  listMyCertificates,
  type ResultOf,
  setCertificateListings,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CertificateQueries } from './certificate.queries.ts';
import { DecideCertificate } from './decide-certificate.ts';
import { DeclareCertificate } from './declare-certificate.ts';
import { SetCertificateListings } from './set-certificate-listings.ts';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly declare: DeclareCertificate,
    private readonly listings: SetCertificateListings,
    private readonly decide: DecideCertificate,
  ) {}

  @Serves(declareCertificate)
  declareCertificate(
    @Me() actor: Actor,
    @Input() { body }: InputOf<typeof declareCertificate>,
  ): Promise<ResultOf<typeof declareCertificate>> {
    return this.declare.run(actor, body);
  }

  @Serves(listMyCertificates)
  listMyCertificates(@Me() actor: Actor): Promise<ResultOf<typeof listMyCertificates>> {
    return this.certificates.allMine(actor);
  }

  @Serves(setCertificateListings)
  setCertificateListings(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof setCertificateListings>,
  ): Promise<ResultOf<typeof setCertificateListings>> {
    return this.listings.run(actor, params.id, body.listings);
  }

  @Serves(listCertificateReviews)
  listCertificateReviews(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listCertificateReviews>,
  ): Promise<ResultOf<typeof listCertificateReviews>> {
    return this.certificates.reviews(actor, query);
  }

  @Serves(getCertificateReview)
  getCertificateReview(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof getCertificateReview>,
  ): Promise<ResultOf<typeof getCertificateReview>> {
    return this.certificates.review(actor, params.id);
  }

  @Serves(decideCertificate)
  decideCertificate(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof decideCertificate>,
  ): Promise<ResultOf<typeof decideCertificate>> {
    return this.decide.run(actor, params.id, body);
  }
}
