import { CountListing, CountProducer, CountSale } from './assessment/index.ts';
import { AdmitProducer, HideProducer } from './catalogue/index.ts';
import { AssignDevice, EndMonitoring } from './coldchain/index.ts';
import type { EventType } from './events.ts';
import { GrantProducer } from './identity/index.ts';
import { CancelShipment, CreateShipment, HoldShipment, ReadyShipment, ReleaseShipment } from './logistics/index.ts';
import { KeepLot, TraceParcel } from './lots/index.ts';
import { TellApplicant, TellBuyer, TellProducer } from './notifications/index.ts';
import { FinaliseOrder, HoldParcel, MarkDelivered, MarkReturned, MarkShipped } from './ordering/index.ts';
import { RefundBuyer, SendRefund } from './payments/index.ts';
import type { ListenerClass } from './platform/outbox.ts';
import { IndexListing } from './search/index.ts';

/** Who hears what: cause and effect can be read here and nowhere else. */
export const subscriptions = {
  'person.registered': [],
  'grant.given': [],
  'grant.ended': [],

  'application.submitted': [],
  'application.returned': [TellApplicant],
  'producer.approved': [GrantProducer, AdmitProducer, CountProducer, TellApplicant],
  'producer.suspended': [HideProducer, CountProducer, TellApplicant],
  'producer.reinstated': [AdmitProducer, CountProducer, TellApplicant],

  'listing.published': [IndexListing, CountListing],
  'listing.changed': [IndexListing],
  'listing.withdrawn': [IndexListing, CountListing],

  'stock.low': [TellProducer],

  'order.placed': [TellProducer, TellBuyer],
  'order.paid': [],
  'order.cancelled': [CancelShipment, RefundBuyer, TellProducer],
  'parcel.confirmed': [CreateShipment],
  'parcel.packed': [ReadyShipment, KeepLot],
  'parcel.cancelled': [CancelShipment, RefundBuyer, TellBuyer],
  'parcel.delivered': [TraceParcel, CountSale],
  'parcel.returned': [TraceParcel, RefundBuyer, CountSale],
  'parcel.held': [HoldShipment, TraceParcel, TellProducer],
  'parcel.released': [ReleaseShipment, TraceParcel, TellProducer],

  'payment.settled': [FinaliseOrder],
  'payment.failed': [],
  'refund.opened': [SendRefund],
  'refund.settled': [],

  'shipment.created': [],
  'shipment.dispatched': [MarkShipped, AssignDevice, TraceParcel, TellBuyer],
  'shipment.delivered': [MarkDelivered, EndMonitoring],
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
