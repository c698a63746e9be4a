import { AdmitProducer, HideProducer } from './catalogue/index.ts';
import type { EventType } from './events.ts';
import type { ListenerClass } from './platform/outbox.ts';

/** Who hears what: cause and effect can be read here and nowhere else. */
export const subscriptions = {
  'person.registered': [],
  'grant.given': [],

  'application.submitted': [],
  'application.returned': [],
  'producer.approved': [AdmitProducer],
  'producer.suspended': [HideProducer],
  'producer.reinstated': [AdmitProducer],

  'listing.published': [],
  'listing.changed': [],
  'listing.withdrawn': [],

  'stock.low': [],

  'order.placed': [],
  'order.paid': [],
  'order.cancelled': [],
  'parcel.confirmed': [],
  'parcel.packed': [],
  'parcel.cancelled': [],
  'parcel.delivered': [],
  'parcel.returned': [],
  'parcel.held': [],
  'parcel.released': [],

  'payment.settled': [],
  'payment.failed': [],
  'refund.opened': [],
  'refund.settled': [],

  'shipment.created': [],
  'shipment.dispatched': [],
  'shipment.delivered': [],
  'shipment.failed': [],

  'lot.harvested': [],

  'device.registered': [],
  'device.revoked': [],
  'coldchain.breached': [],
  'coldchain.revised': [],
  'device.silent': [],

  'channel.exported': [],

  'commune.declared': [],
} satisfies { [T in EventType]: readonly ListenerClass<T>[] };
