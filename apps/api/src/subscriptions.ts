import { CountListing, CountPeople, CountProducer, CountSale } from './assessment/index.ts';
import { AdmitProducer, ForgetWriter, HideProducer, LapseListings, RenameProducer } from './catalogue/index.ts';
import { FinishHandOver, FollowHouseholds, FollowPlaces, ForgetHousehold, HandCaseloadOver } from './caseload/index.ts';
import { AssignDevice, EndMonitoring } from './coldchain/index.ts';
import type { EventType } from './events.ts';
import { CloseProducer, EndHelpersDelegations, ErasePerson, FollowHamlet } from './identity/index.ts';
import { CancelShipment, CreateShipment, HoldShipment, ReadyShipment, ReleaseShipment } from './logistics/index.ts';
import { KeepLot, TraceParcel } from './lots/index.ts';
import {
  ForgetPerson,
  TellApplicant,
  TellAsker,
  TellBuyer,
  TellComplaint,
  TellHousehold,
  TellPapers,
  TellProducer,
} from './notifications/index.ts';
import { FinaliseOrder, HoldParcel, MarkDelivered, MarkReturned, MarkShipped } from './ordering/index.ts';
import { ForgetApplications, FreezePayout, PassReviewsOn, Reweigh } from './onboarding/index.ts';
import { ErasePapers, SettleCards } from './papers/index.ts';
import { GiveCashBack, KeepCash, RefundBuyer, SendRefund } from './payments/index.ts';
import type { ListenerClass } from './platform/outbox.ts';
import { KeepLedger, KeepSales } from './settlement/index.ts';
import { IndexListing } from './search/index.ts';
import { NoteSuspension } from './support/index.ts';

/** Who hears what: cause and effect can be read here and nowhere else. */
export const subscriptions = {
  'hamlet.changed': [FollowHamlet, FollowPlaces],

  'person.registered': [],
  'person.recovered': [FreezePayout],
  'phone.changed': [FreezePayout],
  'recovery.started': [],
  'recovery.stopped': [],
  'grant.given': [],
  'grant.ended': [EndHelpersDelegations, HandCaseloadOver],
  'official.left': [PassReviewsOn, HandCaseloadOver],
  'official.reset': [],
  'partner-key.made': [],
  'partner-key.revoked': [],

  'producer.entered': [FollowHouseholds],
  'producer.withdrawn': [FollowHouseholds],
  'producer.taken-over': [TellHousehold, FinishHandOver, FollowHouseholds],
  'claim.refused': [TellHousehold],
  'member.joined': [TellHousehold, FollowHouseholds],
  'member.left': [TellHousehold, FollowHouseholds],
  'delegation.given': [TellHousehold, FollowHouseholds],
  'delegation.ended': [TellHousehold, FollowHouseholds],
  'delegate.acted': [TellHousehold],

  'application.answered': [FollowHouseholds],
  'application.submitted': [FollowHouseholds],
  'application.taken': [FollowHouseholds],
  'application.returned': [TellApplicant, FollowHouseholds],
  'producer.approved': [AdmitProducer, CountProducer, TellApplicant, FollowHouseholds],
  'producer.activated': [AdmitProducer, FollowHouseholds, TellApplicant],
  'suspension.announced': [TellApplicant],
  'suspension.dropped': [TellApplicant],
  'producer.suspended': [HideProducer, CountProducer, TellApplicant, NoteSuspension, FollowHouseholds],
  'producer.reinstated': [AdmitProducer, CountProducer, TellApplicant, FollowHouseholds],
  'producer.closed': [HideProducer, CloseProducer, FollowHouseholds, CountPeople, TellApplicant],
  'producer.renamed': [RenameProducer, FollowHouseholds],
  'payout.changed': [TellApplicant],
  'consent.given': [FollowHouseholds],
  'consent.withdrawn': [FollowHouseholds],
  'verification.decided': [SettleCards, FollowHouseholds, CountPeople],
  'requirement.lapsed': [LapseListings, FollowHouseholds],
  'requirement.restored': [LapseListings, FollowHouseholds],
  'rule.approved': [],

  'paper.added': [Reweigh, FollowHouseholds],
  'paper.verified': [Reweigh, TellPapers, FollowHouseholds],
  'paper.refused': [Reweigh, TellPapers, FollowHouseholds],
  'paper.expiring': [TellPapers],
  'paper.expired': [Reweigh, TellPapers, FollowHouseholds],

  'household.visited': [FollowHouseholds],
  'goods.imported': [],
  'households.imported': [],

  'training.attended': [CountPeople],
  'skills.signed': [CountPeople],

  'support.opened': [],
  'support.answered': [TellAsker],
  'support.closed': [TellAsker, CountPeople],
  'complaint.opened': [TellComplaint],
  'complaint.written': [TellComplaint],
  'complaint.decided': [TellComplaint, CountPeople],
  'complaint.reopened': [TellComplaint],
  'complaint.escalated': [TellComplaint, CountPeople],
  'authority.asked': [],
  'authority.answered': [],
  'data-request.made': [],
  'data-request.acknowledged': [TellAsker],
  'data-request.answered': [TellAsker],
  'erasure.granted': [ErasePapers, ErasePerson, ForgetPerson, ForgetApplications, ForgetHousehold, ForgetWriter],

  'listing.published': [IndexListing, CountListing],
  'listing.submitted': [],
  'listing.approved': [TellProducer],
  'listing.returned': [TellProducer],
  'listing.edit-submitted': [],
  'listing.taken-back': [],
  'listing.changed': [IndexListing],
  'service-date.cancelled': [],
  'supply.received': [TellHousehold],
  'supply.undone': [TellHousehold],
  'listing.withdrawn': [IndexListing, CountListing],

  'synonym.added': [],
  'synonym.ended': [],

  'stock.changed': [],
  'picture.focused': [],
  'certificate.declared': [],
  'certificate.decided': [TellPapers],
  'certificate.ending': [TellPapers],

  'stock.low': [TellProducer],

  'order.placed': [TellProducer, TellBuyer, KeepSales],
  'order.paid': [],
  'order.cancelled': [CancelShipment, RefundBuyer, TellProducer],
  'parcel.unanswered': [TellProducer],
  'parcel.confirmed': [CreateShipment, KeepCash],
  'parcel.packed': [ReadyShipment, KeepLot, KeepCash, KeepSales],
  'parcel.packed-short': [RefundBuyer, TellBuyer],
  'parcel.cancelled': [CancelShipment, RefundBuyer, TellBuyer, TellProducer, KeepCash],
  'parcel.delivered': [TraceParcel, CountSale, KeepLedger],
  'parcel.returned': [TraceParcel, RefundBuyer, CountSale, KeepCash, KeepLedger],
  'parcel.held': [HoldShipment, TraceParcel, TellProducer, KeepLedger],
  'parcel.released': [ReleaseShipment, TraceParcel, TellProducer, KeepLedger],

  'claim.opened': [TellProducer, KeepLedger],
  'claim.answered': [],
  'claim.decided': [RefundBuyer, GiveCashBack, TellBuyer, TellProducer, KeepLedger],

  'note.written': [TellBuyer, TellProducer],

  'review.written': [],
  'review.replied': [],
  'review.decided': [],

  'away.set': [],
  'away.ended': [],

  'payment.settled': [FinaliseOrder],
  'payment.failed': [],
  'payment.suspected': [],
  'money.received': [KeepLedger],
  'cash.collected': [KeepLedger],
  'cash.remitted': [KeepLedger],
  'refund.opened': [SendRefund],
  'refund.resumed': [SendRefund],
  'refund.settled': [KeepLedger],
  'refund.refused': [],
  'payment.decided': [],

  'payout.made': [],
  'payout.approved': [],
  'payout.paid': [],
  'payout.returned': [],
  'month.asked': [],
  'month.closed': [],

  'shipment.created': [],
  'shipment.dispatched': [MarkShipped, AssignDevice, TraceParcel, TellBuyer],
  'shipment.delivered': [MarkDelivered, EndMonitoring, KeepCash],
  'shipment.failed': [MarkReturned, EndMonitoring],

  'lot.harvested': [],

  'device.registered': [],
  'device.revoked': [],
  'coldchain.breached': [HoldParcel],
  'coldchain.revised': [],
  'device.silent': [],

  'channel.exported': [],

  'commune.declared': [],
} satisfies { [T in EventType]: readonly ListenerClass<T>[] };
