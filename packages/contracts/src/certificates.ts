import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CertificateKind, CertificateState, CertificateView } from './goods.ts';
import { PictureView } from './pictures.ts';
import { CommuneCode, Day, Id, Instant, line, PageNumber } from './values.ts';

const listings = z.array(Id).max(20);

/** What a certificate says, as its holder reads it from the paper. */
export const DeclareCertificate = z
  .strictObject({
    id: Id,
    producer: Id,
    kind: CertificateKind,
    number: line(60, 2),
    issuer: line(120, 2),
    /** Of OCOP alone: three, four or five. */
    stars: z.int().min(3).max(5).optional(),
    issuedOn: Day,
    /** As the paper says; how long OCOP holds is in dated rows. */
    validTo: Day.optional(),
    /** The listings it speaks of: one product for OCOP. */
    listings: listings.default([]),
    /** A photograph of the paper. */
    picture: Id,
  })
  .refine(({ kind, stars }) => (kind === 'ocop') === (stars !== undefined), {
    path: ['stars'],
    message: 'of OCOP alone',
  })
  .refine(({ issuedOn, validTo }) => !validTo || validTo >= issuedOn, {
    path: ['validTo'],
    message: 'not before issuedOn',
  })
  .refine((one) => one.kind !== 'ocop' || one.listings.length <= 1, { path: ['listings'], message: 'one product' })
  .meta({ id: 'DeclareCertificate' });
export type DeclareCertificate = z.infer<typeof DeclareCertificate>;

export const MyCertificate = CertificateView.extend({
  producer: z.object({ id: Id, name: z.string() }),
  listings: z.array(z.object({ id: Id, slug: z.string(), name: z.string() })),
  picture: PictureView.nullable(),
  /** Why it was refused or taken back; null otherwise. */
  reason: z.string().nullable(),
  /** By which law it holds as long as it does; null where the paper says it. */
  legalReference: z.string().nullable(),
  declaredAt: Instant,
}).meta({ id: 'MyCertificate' });
export type MyCertificate = z.infer<typeof MyCertificate>;

export const declareCertificate = endpoint({
  method: 'POST',
  path: '/certificates',
  summary: 'Say what a certificate of mine says, with a photograph; buyers see it once an officer has looked at it',
  needs: 'listing.publish',
  reach: 'producer',
  body: DeclareCertificate,
  result: MyCertificate,
});

export const listMyCertificates = endpoint({
  method: 'GET',
  path: '/me/certificates',
  summary: "My producers' certificates, newest first",
  needs: 'listing.publish',
  reach: 'producer',
  result: z.object({ items: z.array(MyCertificate) }),
});

export const setCertificateListings = endpoint({
  method: 'PUT',
  path: '/certificates/:id/listings',
  summary: 'Which listings of the same producer it speaks of',
  needs: 'listing.publish',
  reach: 'producer',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ listings }).meta({ id: 'SetCertificateListings' }),
  result: MyCertificate,
});

/** A certificate as an official looks at it. */
export const CertificateReview = MyCertificate.extend({
  commune: z.object({ code: CommuneCode, name: z.string(), province: z.string() }),
  decidedAt: Instant.nullable(),
  /** What can be decided of it now. */
  may: z.array(z.enum(['verified', 'refused', 'revoked'])),
}).meta({ id: 'CertificateReview' });
export type CertificateReview = z.infer<typeof CertificateReview>;

export const listCertificateReviews = endpoint({
  method: 'GET',
  path: '/certificates',
  summary: 'Certificates of my area by their state; those that wait the longest first',
  needs: 'certificate.review',
  reach: 'area',
  query: z.strictObject({
    state: CertificateState.default('claimed'),
    kind: CertificateKind.optional(),
    commune: CommuneCode.optional(),
    page: PageNumber,
  }),
  result: z.object({
    items: z.array(CertificateReview),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    counts: z.record(CertificateState, z.int()),
  }),
});

export const getCertificateReview = endpoint({
  method: 'GET',
  path: '/certificates/:id',
  summary: 'One certificate of my area',
  needs: 'certificate.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: CertificateReview,
});

export const decideCertificate = endpoint({
  method: 'POST',
  path: '/certificates/:id/decision',
  summary: 'Found true, refused, or (once found true) taken back; refusing and taking back say why',
  needs: 'certificate.review',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ decision: z.enum(['verified', 'refused', 'revoked']), reason: line(300, 3).optional() })
    .refine(({ decision, reason }) => decision === 'verified' || reason !== undefined, {
      path: ['reason'],
      message: 'say why',
    })
    .meta({ id: 'DecideCertificate' }),
  result: CertificateReview,
});
