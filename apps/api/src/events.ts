import { z } from 'zod';

/**
 * Every fact the house can state. An event carries what was true then and can't be asked later; it is never changed.
 * A new shape of a fact is a new version beside the old one, which a small function lifts.
 */

const id = z.uuid();
const day = z.iso.date();
const commune = z.string().length(5);
const province = z.string().length(2);
const dong = z.int().min(0);
const storage = z.enum(['ambient', 'cool', 'chilled', 'frozen']);
const producerKind = z.enum(['household', 'cooperative', 'cooperative-group']);
const payment = z.enum(['cod', 'vnpay', 'vietqr']);

/** What somebody complained of; without an order it is about the producer, and `person` complained. */
const complaint = {
  number: z.string(),
  commune,
  province,
  producer: id,
  order: id.nullable(),
  orderCode: z.string().nullable(),
  person: id.nullable(),
};

/** What was sold by whom: counted later by commune, hamlet, commodity and channel. */
const soldLine = z.object({
  offer: id,
  name: z.string(),
  commodity: z.string(),
  quantity: z.int().min(1),
  unit: z.string(),
  amount: dong,
});

/** Who sold: `producer` is the household's or cooperative's id. */
const seller = {
  producer: id,
  producerName: z.string(),
  producerKind,
  commune,
  province,
  subArea: z.string().nullable(),
};

const review = { review: id, order: id, producer: id, commune, stars: z.int().min(1).max(5) };

const claim = { claim: id, order: id, orderCode: z.string(), code: z.string(), producer: id, commune };

const grant = z.object({
  role: z.string(),
  producer: id.nullable(),
  commune: commune.nullable(),
  province: province.nullable(),
});

const paper = z.object({ producer: id, commune, kind: z.string(), expiresOn: day.nullable() });

/** What a member brought: the movement of stock, what it was brought to, how much was there then. */
const supply = z.object({
  producer: id,
  supplier: id,
  movement: id,
  name: z.string(),
  unit: z.string(),
  grade: z.string(),
  quantity: z.int().min(1),
  onHand: z.int().min(0),
});

const fact = <D extends z.ZodType>(data: D, v = 1) => ({ v, data });

export const events = {
  // communes · subject: the hamlet's slug
  /** Written otherwise, or (into) found to be another one: its households move there. */
  'hamlet.changed': fact(z.object({ commune, slug: z.string(), into: z.string().nullable() })),

  // identity · subject: the person
  'person.registered': fact(z.object({})),
  'person.recovered': fact(z.object({ by: id, commune, reason: z.string() })),
  'phone.changed': fact(z.object({})),
  'recovery.started': fact(z.object({ by: id, commune, reason: z.string() })),
  'recovery.stopped': fact(z.object({ by: z.enum(['holder', 'officer']), commune })),
  'grant.given': fact(grant),
  'grant.ended': fact(grant),
  'official.left': fact(
    z.object({ commune: commune.nullable(), province: province.nullable(), handedTo: id.nullable() }),
  ),
  /** She begins anew by a link: password and authenticator were lost. */
  'official.reset': fact(z.object({ reason: z.string() })),

  // identity · subject: the key
  'partner-key.made': fact(z.object({ name: z.string(), province, until: day })),
  'partner-key.revoked': fact(z.object({ province, reason: z.string() })),

  // identity · subject: the household or cooperative
  'producer.entered': fact(
    z.object({
      producer: id,
      kind: producerKind,
      commune,
      province,
      hamlet: z.string().nullable(),
      how: z.enum(['self', 'assisted', 'imported']),
    }),
  ),
  /** An import is taken back: nobody had touched what it entered. */
  'producer.withdrawn': fact(z.object({ producer: id, commune })),
  'producer.taken-over': fact(z.object({ producer: id, person: id, commune })),
  /** Whoever proved a number says that the household entered with it is not hers. */
  'claim.refused': fact(z.object({ producer: id, person: id, commune })),
  'member.joined': fact(z.object({ producer: id, person: id.nullable(), household: id.nullable(), commune })),
  'member.left': fact(z.object({ producer: id, person: id.nullable(), household: id.nullable(), commune })),
  'delegation.given': fact(
    z.object({
      producer: id,
      delegation: id,
      person: id.nullable(),
      to: id.nullable(),
      commune,
      rights: z.array(z.string()),
    }),
  ),
  /** `reason`: why an officer ended it, whom the household asked. */
  'delegation.ended': fact(z.object({ producer: id, delegation: id, commune, reason: z.string().optional() })),
  /** Somebody did a thing for a household it does not belong to; recorded beside the fact itself. */
  'delegate.acted': fact(z.object({ producer: id, person: id, what: z.string(), of: z.string() })),

  // onboarding · subject: the application, whose id is the producer's
  /** Items of answers, and requirements something was handed in for; never what was said. */
  'application.answered': fact(z.object({ producer: id, commune, items: z.array(z.string()) })),
  'application.submitted': fact(
    z.object({
      kind: producerKind,
      commune,
      province,
      subArea: z.string().nullable(),
      crops: z.array(z.string()),
      applicant: id,
      again: z.boolean(),
    }),
  ),
  'application.taken': fact(z.object({ commune })),
  'application.returned': fact(z.object({ commune, applicant: id, items: z.array(z.string()) })),
  'producer.approved': fact(z.object({ ...seller, crops: z.array(z.string()), applicant: id })),
  /** From now on it may sell. */
  'producer.activated': fact(z.object({ commune, applicant: id })),
  'suspension.announced': fact(z.object({ commune, applicant: id, reason: z.string(), from: z.iso.datetime() })),
  'suspension.dropped': fact(z.object({ commune, applicant: id, reason: z.string() })),
  'producer.suspended': fact(z.object({ commune, applicant: id, reason: z.string() })),
  'producer.reinstated': fact(z.object({ commune, applicant: id })),
  'producer.closed': fact(z.object({ commune, applicant: id.nullable(), reason: z.string() })),
  'producer.renamed': fact(z.object({ producer: id, commune, producerName: z.string() })),
  'payout.changed': fact(
    z.object({ producer: id, commune, numberEnd: z.string(), frozenUntil: z.iso.datetime().nullable() }),
  ),
  'consent.given': fact(z.object({ producer: id, commune, purpose: z.string(), version: z.string() })),
  'consent.withdrawn': fact(z.object({ producer: id, commune, purpose: z.string(), version: z.string() })),
  'verification.decided': fact(
    z.object({ producer: id, commune, kind: z.string(), result: z.enum(['verified', 'refused']), method: z.string() }),
  ),
  /** What a requirement asked for holds no more, or holds again: for some groups of goods, or (null) for all of them. */
  'requirement.lapsed': fact(
    z.object({ producer: id, commune, requirement: z.string(), groups: z.array(z.string()).nullable() }),
  ),
  'requirement.restored': fact(
    z.object({ producer: id, commune, requirement: z.string(), groups: z.array(z.string()).nullable() }),
  ),
  'rule.approved': fact(z.object({ rule: z.string(), validFrom: day, province: province.nullable() })),

  // papers · subject: the paper
  'paper.added': fact(paper),
  'paper.verified': fact(paper),
  'paper.refused': fact(z.object({ ...paper.shape, reason: z.string() })),
  'paper.expiring': fact(z.object({ ...paper.shape, days: z.int() })),
  'paper.expired': fact(paper),

  // caseload · subject: the visit, the import
  'household.visited': fact(z.object({ producer: id, commune, next: day.nullable() })),
  'goods.imported': fact(
    z.object({ producer: id, listed: z.int(), waiting: z.int(), changed: z.int(), refused: z.int() }),
  ),
  'households.imported': fact(z.object({ commune, entered: z.int(), flagged: z.int(), refused: z.int() })),

  // training · subject: the session, then the household
  'training.attended': fact(z.object({ producer: id, commune, course: z.string(), person: id.nullable(), day })),
  'skills.signed': fact(z.object({ producer: id, commune, complete: z.boolean(), by: id, day })),

  // support · subject: the request
  'support.opened': fact(
    z.object({ number: z.string(), commune, topic: z.string(), producer: id.nullable(), asker: id.nullable() }),
  ),
  'support.answered': fact(z.object({ number: z.string(), commune, asker: id })),
  'support.closed': fact(
    z.object({ number: z.string(), commune, asker: id.nullable(), done: z.string(), onTime: z.boolean() }),
  ),
  // complaints · subject: the complaint
  'complaint.opened': fact(z.object({ ...complaint, topic: z.string() })),
  /** What was written is not told on. */
  'complaint.written': fact(z.object({ ...complaint, from: z.enum(['complainant', 'producer', 'office']) })),
  'complaint.decided': fact(
    z.object({
      ...complaint,
      outcome: z.enum(['upheld', 'not-upheld', 'settled', 'forwarded']),
      reason: z.string(),
      authority: z.string().nullable(),
      onTime: z.boolean(),
    }),
  ),
  'complaint.reopened': fact(z.object(complaint)),
  /** Its time ran out undecided: the province looks after it too. */
  'complaint.escalated': fact(z.object(complaint)),

  'authority.asked': fact(z.object({ number: z.string(), province, kind: z.enum(['data', 'block', 'suspension']) })),
  'authority.answered': fact(z.object({ number: z.string(), province, onTime: z.boolean() })),
  'data-request.made': fact(z.object({ number: z.string(), person: id, kind: z.string() })),
  'data-request.acknowledged': fact(z.object({ number: z.string(), person: id, kind: z.string() })),
  'data-request.answered': fact(z.object({ number: z.string(), person: id, kind: z.string(), granted: z.boolean() })),
  /** The person's data goes, as far as the law lets it: every context drops its own. */
  'erasure.granted': fact(z.object({ person: id, producers: z.array(id) })),

  // catalogue · subject: the listing (the offer's id)
  'listing.published': fact(
    z.object({
      ...seller,
      name: z.string(),
      commodity: z.string(),
      category: z.string(),
      storage,
      unit: z.string(),
      price: dong,
      selfProduced: z.boolean(),
    }),
  ),
  /** Handed in (again) for an official to look at. */
  'listing.submitted': fact(
    z.object({
      producer: id,
      commune,
      province,
      name: z.string(),
      price: dong,
      unit: z.string(),
      again: z.boolean(),
    }),
  ),
  /** An official let it be shown, or what was said otherwise of it; `listing.published` follows the first time. */
  'listing.approved': fact(
    z.object({
      producer: id,
      commune,
      name: z.string(),
      of: z.enum(['listing', 'edit']),
      fields: z.array(z.string()),
    }),
  ),
  'listing.returned': fact(
    z.object({
      producer: id,
      commune,
      name: z.string(),
      of: z.enum(['listing', 'edit']),
      remarks: z.array(z.object({ field: z.string(), reason: z.string(), words: z.string().nullable() })),
    }),
  ),
  /** What a buyer relies on was said otherwise; shown once an official has looked. */
  'listing.edit-submitted': fact(
    z.object({ producer: id, commune, province, name: z.string(), fields: z.array(z.string()) }),
  ),
  /** By its seller, before anybody was shown it. */
  'listing.taken-back': fact(z.object({ producer: id, commune, name: z.string() })),
  'listing.changed': fact(
    z.object({
      producer: id,
      commune,
      changed: z.array(z.enum(['price', 'visibility', 'facts', 'window', 'season', 'certificates', 'dates'])),
      price: dong,
    }),
  ),
  /** `taken`: places that guests had booked. */
  'service-date.cancelled': fact(
    z.object({
      producer: id,
      date: id,
      startsAt: z.iso.datetime(),
      taken: z.int().min(0),
      reason: z.string().nullable(),
    }),
  ),
  /** A member household brought goods to its cooperative (`producer`); quantities in thousandths of the unit. */
  'supply.received': fact(supply),
  /** A delivery that was taken back, and why. */
  'supply.undone': fact(supply.extend({ reason: z.string() })),
  'listing.withdrawn': fact(z.object({ producer: id, commune })),

  // search · subject: the group of words
  'synonym.added': fact(z.object({ words: z.array(z.string()), validFrom: day })),
  'synonym.ended': fact(z.object({ validTo: day })),
  // pictures · subject: the picture; in per cent from the left and from above
  'picture.focused': fact(
    z.object({ x: z.int().min(0).max(100), y: z.int().min(0).max(100), producer: id.optional() }),
  ),

  // catalogue · subject: the certificate
  'certificate.declared': fact(z.object({ producer: id, commune, kind: z.string() })),
  'certificate.decided': fact(
    z.object({
      producer: id,
      commune,
      kind: z.string(),
      number: z.string(),
      decision: z.enum(['verified', 'refused', 'revoked']),
      reason: z.string().nullable(),
    }),
  ),
  /** `days` before its last one; 0: it was yesterday. */
  'certificate.ending': fact(
    z.object({ producer: id, commune, kind: z.string(), number: z.string(), validTo: day, days: z.int().min(0) }),
  ),

  // stock · subject: the offer
  /** By a person, not by a sale; quantities in thousandths of the unit, `quantity` signed. */
  'stock.changed': fact(
    z.object({ producer: id, kind: z.enum(['received', 'corrected']), quantity: z.int(), onHand: z.int() }),
  ),
  'stock.low': fact(z.object({ available: z.int() })),

  // ordering · subject: the order, then the parcel
  'order.placed': fact(
    z.object({
      code: z.string(),
      payment,
      channel: z.string(),
      toCommune: commune,
      goods: dong,
      shipping: dong,
      parcels: z.array(
        z.object({ parcel: id, code: z.string(), ...seller, storage, goods: dong, lines: z.array(soldLine) }),
      ),
    }),
  ),
  'order.paid': fact(z.object({ code: z.string(), amount: dong })),
  'order.cancelled': fact(
    z.object({
      code: z.string(),
      reason: z.enum(['buyer', 'unpaid', 'producer']),
      refund: dong,
      producers: z.array(id),
    }),
  ),
  /** Half of the time is over and its producer has not answered. */
  'parcel.unanswered': fact(
    z.object({
      order: id,
      orderCode: z.string(),
      code: z.string(),
      producer: id,
      commune,
      until: z.iso.datetime(),
    }),
  ),
  'parcel.confirmed': fact(
    z.object({
      order: id,
      code: z.string(),
      ...seller,
      storage,
      toCommune: commune,
      commodities: z.array(z.string()),
      /** Cash to be collected at the door: 0 when the order was paid. */
      cashToCollect: dong,
    }),
  ),
  'parcel.packed': fact(
    z.object({
      order: id,
      code: z.string(),
      ...seller,
      storage,
      harvestedOn: day,
      /** As it was packed; facts from before parcels could be packed short do not say. */
      cashToCollect: dong.optional(),
      lines: z.array(soldLine),
    }),
  ),
  /** Beside `parcel.packed`: less is in it than was ordered. `refund` is owed to who had paid. */
  'parcel.packed-short': fact(
    z.object({
      order: id,
      orderCode: z.string(),
      code: z.string(),
      producer: id,
      commune,
      ordered: dong,
      settled: dong,
      refund: dong,
      cashToCollect: dong,
      lines: z.array(
        z.object({
          offer: id,
          name: z.string(),
          unit: z.string(),
          ordered: z.int().min(1),
          packed: z.int().min(0),
          reason: z.string(),
        }),
      ),
    }),
  ),
  'parcel.cancelled': fact(
    z.object({
      order: id,
      code: z.string(),
      producer: id,
      commune,
      reason: z.string(),
      refund: dong,
      /** Nobody answered in time. */
      late: z.boolean().optional(),
    }),
  ),
  'parcel.delivered': fact(
    z.object({
      order: id,
      orderCode: z.string(),
      code: z.string(),
      ...seller,
      channel: z.string(),
      payment,
      goods: dong,
      buyerIsSeller: z.boolean(),
      lines: z.array(soldLine),
    }),
  ),
  'parcel.returned': fact(
    z.object({ order: id, code: z.string(), producer: id, commune, reason: z.string(), refund: dong }),
  ),
  'parcel.held': fact(
    z.object({ order: id, code: z.string(), producer: id, commune, reason: z.string(), excursion: id }),
  ),
  'parcel.released': fact(z.object({ order: id, code: z.string(), producer: id, commune, finding: z.string() })),

  // ordering · subject: the parcel
  'claim.opened': fact(z.object({ ...claim, kind: z.string(), answerBy: z.iso.datetime() })),
  /** The producer sees it otherwise: an official decides. */
  'claim.answered': fact(z.object(claim)),
  /** `refund` of 0: nothing goes back. */
  'claim.decided': fact(
    z.object({
      ...claim,
      refund: dong,
      reason: z.string().nullable(),
      by: z.enum(['producer', 'official']),
      payment,
      province,
    }),
  ),

  /** Buyer and producer write to each other; what, is not told on. */
  'note.written': fact(
    z.object({
      order: id,
      orderCode: z.string(),
      code: z.string(),
      producer: id,
      commune,
      from: z.enum(['buyer', 'producer']),
    }),
  ),

  // ordering · subject: the listing
  'review.written': fact(z.object(review)),
  'review.replied': fact(z.object(review)),
  'review.decided': fact(z.object({ ...review, shown: z.boolean(), reason: z.string().nullable() })),

  // ordering · subject: the producer
  'away.set': fact(z.object({ producer: id, from: day, to: day })),
  'away.ended': fact(z.object({ producer: id, from: day, to: day })),

  // payments · subject: the order
  /** An order's money is complete: it may stand. */
  'payment.settled': fact(z.object({ attempt: id, amount: dong, provider: z.string(), reference: z.string() })),
  'payment.failed': fact(z.object({ attempt: id, responseCode: z.string() })),
  /** Money was taken, and nobody may count on it yet. */
  'payment.suspected': fact(z.object({ receipt: id, amount: dong, provider: z.string(), said: z.string() })),
  /** Money is there, whether it was waited for or will go back. */
  'money.received': fact(
    z.object({
      receipt: id,
      amount: dong,
      provider: z.string(),
      reference: z.string(),
      awaited: z.boolean(),
      holder: z.enum(['partner', 'seller']),
      /** On whose own account, when it is a seller's. */
      producer: id.nullable(),
    }),
  ),
  /** The carrier has it; delivered is not yet money on an account. */
  'cash.collected': fact(z.object({ parcel: id, amount: dong, due: dong, producer: id })),
  'cash.remitted': fact(z.object({ parcel: id, amount: dong, reference: z.string(), producer: id })),
  'refund.opened': fact(z.object({ refund: id, amount: dong })),
  /** A person has it sent once more. */
  'refund.resumed': fact(z.object({ refund: id, amount: dong })),
  'refund.settled': fact(z.object({ refund: id, amount: dong })),
  'refund.refused': fact(z.object({ refund: id, amount: dong, said: z.string() })),
  'payment.decided': fact(
    z.object({ task: id, kind: z.string(), decision: z.string(), amount: dong, province: province.nullable() }),
  ),

  // settlement · subject: the payout, then its sum for one producer
  'payout.made': fact(z.object({ province, payouts: z.int(), amount: dong })),
  'payout.approved': fact(z.object({ province })),
  'payout.paid': fact(z.object({ producer: id, amount: dong, reference: z.string(), province })),
  'payout.returned': fact(z.object({ producer: id, amount: dong, reference: z.string(), province })),

  // settlement · subject: the province and its month, `24/2026-11`
  'month.asked': fact(z.object({ province, month: z.string() })),
  'month.closed': fact(z.object({ province, month: z.string(), statements: z.int() })),

  // logistics · subject: the shipment
  'shipment.created': fact(z.object({ parcel: id })),
  'shipment.dispatched': fact(
    z.object({
      parcel: id,
      code: z.string(),
      producer: id,
      commune,
      toCommune: commune,
      storage,
      commodities: z.array(z.string()),
      device: z.string().nullable(),
    }),
  ),
  'shipment.delivered': fact(z.object({ parcel: id, receivedBy: z.string(), cashCollected: dong })),
  'shipment.failed': fact(z.object({ parcel: id, reason: z.string() })),

  // lots · subject: the lot
  'lot.harvested': fact(z.object({ code: z.string(), producer: id, commune, commodity: z.string(), harvestedOn: day })),

  // coldchain · subject: the device, then the parcel
  'device.registered': fact(z.object({ commune, model: z.string() })),
  'device.revoked': fact(z.object({ commune, reason: z.string() })),
  'coldchain.breached': fact(
    z.object({
      excursion: id,
      shipment: id,
      device: z.string(),
      commune,
      side: z.enum(['high', 'low']),
      limit: z.number(),
      peak: z.number(),
      from: z.iso.datetime(),
      seconds: z.int(),
    }),
  ),
  'coldchain.revised': fact(
    z.object({
      excursion: id,
      seconds: z.int(),
      peak: z.number(),
      until: z.iso.datetime().nullable(),
      withdrawn: z.boolean(),
    }),
  ),
  'device.silent': fact(z.object({ device: z.string(), shipment: id, commune, since: z.iso.datetime() })),

  // channels · subject: the export
  'channel.exported': fact(z.object({ channel: z.string(), producer: id, commune, listings: z.int() })),

  // assessment · subject: the declaration
  'commune.declared': fact(z.object({ commune, kind: z.enum(['households', 'key-products']), document: z.string() })),
} as const;

export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.output<(typeof events)[T]['data']>;
