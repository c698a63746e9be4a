/**
 * Every refusal the house knows, by name, with its HTTP status (RFC 9457). The sentence a person reads is the site's.
 * A name is `<context>.<reason>`.
 */
export const problems = {
  'platform.invalid-input': 422,
  'platform.malformed': 400,
  'platform.too-large': 413,
  'platform.unsupported-type': 415,
  'platform.not-found': 404,
  'platform.not-allowed': 403,
  'platform.too-many': 429,
  'platform.busy': 503,
  'platform.failed': 500,
  'platform.outside-failed': 502,

  'communes.unknown': 404,

  'identity.sign-in-needed': 401,
  'identity.code-wrong': 422,
  'identity.code-expired': 422,
  'identity.code-exhausted': 429,
  'identity.code-too-soon': 429,
  'identity.code-not-sent': 502,
  'identity.credentials-wrong': 422,
  'identity.phone-taken': 409,
  'identity.proof-needed': 403,
  'identity.start-link-ended': 422,
  'identity.not-yours-to-appoint': 403,
  'identity.last-operator': 409,
  'identity.colleague-needed': 409,
  'identity.recovery-open': 409,
  'identity.recovery-ended': 409,
  'identity.right-not-delegable': 422,
  'identity.delegation-too-long': 422,
  'identity.evidence-missing': 422,
  'identity.not-a-member': 409,
  'identity.already-member': 409,
  'identity.last-owner': 409,
  'identity.producer-closed': 409,
  'identity.invitation-ended': 409,
  'identity.too-many-entries': 409,

  'papers.not-found': 404,
  'papers.unreadable': 415,
  'papers.too-large': 413,
  'papers.infected': 422,
  'papers.illegal-step': 409,
  'papers.too-many': 409,

  'onboarding.already-applied': 409,
  'onboarding.incomplete': 409,
  'onboarding.not-met': 409,
  'onboarding.taken-by-another': 409,
  'onboarding.text-changed': 409,
  'onboarding.requirement-unknown': 404,
  'onboarding.own-rule': 403,
  'onboarding.not-found': 404,
  'onboarding.illegal-step': 409,
  'onboarding.own-application': 403,

  'catalogue.not-found': 404,
  'catalogue.producer-not-approved': 403,
  'catalogue.not-for-sale': 409,
  'catalogue.price-changed': 409,
  'catalogue.picture-unreadable': 415,
  'catalogue.picture-heic': 415,
  'catalogue.picture-too-large': 413,
  'catalogue.picture-differs': 409,
  'catalogue.picture-unknown': 422,
  'catalogue.commodity-unknown': 422,
  'catalogue.quantity-step': 422,
  'catalogue.illegal-step': 409,
  'catalogue.edited-meanwhile': 409,
  'catalogue.already-decided': 409,
  'catalogue.own-listing': 403,
  'catalogue.price-jump': 409,
  'catalogue.unit-fixed': 409,
  'catalogue.draft-ended': 409,
  'catalogue.too-many-drafts': 409,
  'catalogue.window-ended': 422,
  'catalogue.label-incomplete': 422,
  'catalogue.label-field-unknown': 422,
  'catalogue.attribute-unknown': 422,
  'catalogue.kind-mismatch': 422,
  'catalogue.certificate-taken': 409,
  'catalogue.certificate-unknown': 422,
  'catalogue.certificate-of-another-product': 409,
  'catalogue.own-certificate': 403,
  'catalogue.date-past': 422,
  'catalogue.date-taken': 409,
  'catalogue.date-not-open': 409,
  'catalogue.date-has-guests': 409,
  'catalogue.too-many-dates': 409,
  'catalogue.places-full': 409,
  'catalogue.not-a-service': 409,
  'catalogue.not-of-a-group': 409,
  'catalogue.supplier-not-member': 422,
  'catalogue.not-yet-on-sale': 409,
  'catalogue.not-delivered-there': 409,
  'catalogue.service-not-orderable': 409,

  'search.synonym-day-past': 422,
  'search.synonym-words': 422,
  'search.synonym-not-found': 404,

  'caseload.not-found': 404,
  'caseload.illegal-step': 409,
  'caseload.file-unreadable': 415,
  'caseload.file-too-large': 413,
  'caseload.hamlet-unknown': 422,
  'caseload.hamlet-known': 409,
  'caseload.helper-unknown': 422,
  'caseload.undo-too-late': 409,
  'caseload.entry-changed': 409,
  'caseload.possible-twin': 409,
  'caseload.consent-missing': 403,
  'caseload.reading-changed': 409,
  'caseload.own-phone': 422,
  'caseload.no-phone': 409,

  'sheets.not-found': 404,
  'sheets.illegal-step': 409,
  'sheets.file-unreadable': 415,
  'sheets.file-too-large': 413,

  'stock.too-little': 409,
  'stock.not-found': 404,
  'stock.hold-ended': 409,
  'stock.counts-places': 409,

  'training.not-found': 404,
  'training.course-unknown': 422,
  'training.code-wrong': 422,
  'training.too-early': 409,
  'training.ended': 409,
  'training.attended': 409,
  'training.skill-unknown': 422,

  'support.not-found': 404,
  'support.topic-unknown': 422,
  'support.closed': 409,
  'support.id-used': 409,
  'support.own-answer': 403,
  'support.illegal-step': 409,
  'support.obstacles': 409,

  'notifications.not-found': 404,

  'lots.not-found': 404,

  'coldchain.device-refused': 401,
  'coldchain.batch-conflict': 409,
  'coldchain.device-busy': 409,
  'coldchain.device-known': 409,
  'coldchain.device-unknown': 422,
  'coldchain.not-found': 404,

  'logistics.no-route': 422,
  'logistics.not-found': 404,
  'logistics.illegal-step': 409,

  'complaints.not-found': 404,
  'complaints.topic-unknown': 422,
  'complaints.id-used': 409,
  'complaints.decided': 409,
  'complaints.not-decided': 409,
  'complaints.reopened-before': 409,

  'ordering.not-found': 404,
  'ordering.basket-empty': 422,
  'ordering.id-used': 409,
  'ordering.total-changed': 409,
  'ordering.illegal-step': 409,
  'ordering.too-many-open': 429,
  'ordering.parcel-held': 409,
  'ordering.not-paid': 409,
  'ordering.producer-away': 409,
  'ordering.not-delivered': 409,
  'ordering.claim-too-late': 409,
  'ordering.claim-open': 409,
  'ordering.claim-unanswered': 409,
  'ordering.claim-decided': 409,
  'ordering.refund-too-much': 422,
  'ordering.too-many-photos': 409,
  'ordering.notes-closed': 409,
  'ordering.reviewed': 409,
  'ordering.own-review': 409,
  'ordering.packed-too-much': 422,
  'ordering.short-without-reason': 422,
  'ordering.nothing-packed': 422,

  'payments.not-found': 404,
  'payments.not-payable': 409,
  'payments.already-recorded': 409,
  'payments.amount-out-of-range': 422,
  'payments.already-decided': 409,
  'payments.no-account': 409,
  'payments.no-match': 422,
  'payments.statement-unreadable': 415,
  'payments.wrong-decision': 422,
  'payments.proof-missing': 422,
  'payments.more-than-paid': 409,

  'settlement.not-found': 404,
  'settlement.nothing-to-pay': 409,
  'settlement.own-payout': 403,
  'settlement.not-approved': 409,
  'settlement.illegal-step': 409,
  'settlement.month-not-over': 409,
  'settlement.month-before-open': 409,
  'settlement.month-closed': 409,
  'settlement.own-closing': 403,
  'settlement.not-asked': 409,
  'settlement.out-of-balance': 409,

  'channels.not-found': 404,
  'channels.nothing-to-export': 422,

  'assessment.not-found': 404,
  'assessment.indicator-unknown': 404,
} as const;

export type ProblemCode = keyof typeof problems;

/** What was refused. `details` says which field, what rule, what the numbers were; never anything internal. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return problems[this.code];
  }
}

/** One field that was refused: where (`lines[0].quantity`), which rule, and what would be accepted. */
export interface FieldError {
  field: string;
  rule: string;
  message: string;
}

/** The wire form of a refusal, `application/problem+json`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  requestId: string;
  details?: Record<string, unknown>;
  errors?: FieldError[];
}
