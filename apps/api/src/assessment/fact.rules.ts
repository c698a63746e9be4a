import { vietnamDay } from '@chophien/kernel';
import type { EventOf } from '../platform/outbox.ts';
import type { Fact } from './fact.entity.ts';

/** Events that are counted. */
export const counted = [
  'parcel.delivered',
  'parcel.returned',
  'listing.published',
  'listing.withdrawn',
  'producer.approved',
  'producer.suspended',
  'producer.reinstated',
  'producer.closed',
  'training.attended',
  'skills.signed',
  'verification.decided',
  'support.closed',
  'complaint.decided',
  'complaint.escalated',
] as const;
export type Counted = (typeof counted)[number];

/** `return` only marks a parcel that came back; what it takes off is a `sale` with negative numbers, see `fact.sql.ts`. */
export type FactKind =
  | 'sale'
  | 'return'
  | 'listing.published'
  | 'listing.withdrawn'
  | 'producer.approved'
  | 'producer.suspended'
  | 'producer.reinstated'
  | 'producer.closed'
  | 'course.attended'
  | 'skills.complete'
  | 'skills.open'
  | 'identity.verified'
  | 'identity.refused'
  | 'support.on-time'
  | 'support.late'
  | 'complaint.on-time'
  | 'complaint.late';

/** What is counted of an event. A sale to oneself is no sale. The same event always gives the same facts. */
export const factsOf = (event: EventOf<Counted>): Fact[] => {
  switch (event.type) {
    case 'parcel.delivered':
      return event.data.buyerIsSeller ? [] : salesOf(event);
    case 'parcel.returned':
      return [{ ...blank(event), ...where(event.data), kind: 'return', orderId: event.data.order }];
    case 'listing.published': {
      const { commodity } = event.data;
      return [{ ...blank(event), ...sellerOf(event.data), kind: event.type, offer: event.subject, commodity }];
    }
    case 'listing.withdrawn':
      return [{ ...blank(event), ...where(event.data), kind: event.type, offer: event.subject }];
    case 'producer.approved':
      return [{ ...blank(event), ...sellerOf(event.data), kind: event.type }];
    case 'producer.suspended':
    case 'producer.reinstated':
    case 'producer.closed':
      return [
        { ...blank(event), ...where({ producer: event.subject, commune: event.data.commune }), kind: event.type },
      ];
    case 'training.attended':
      return [{ ...blank(event), ...where(event.data), ...on(event.data.day), kind: 'course.attended' }];
    case 'skills.signed': {
      const kind = event.data.complete ? 'skills.complete' : 'skills.open';
      return [{ ...blank(event), ...where(event.data), ...on(event.data.day), kind }];
    }
    case 'verification.decided': {
      const { kind, result } = event.data;
      return kind === 'identity' ? [{ ...blank(event), ...where(event.data), kind: `identity.${result}` }] : [];
    }
    // Its time running out is counted when it does, so what is decided too late has been counted before.
    case 'complaint.decided':
      return event.data.onTime ? [{ ...blank(event), ...where(event.data), kind: 'complaint.on-time' }] : [];
    case 'complaint.escalated':
      return [{ ...blank(event), ...where(event.data), kind: 'complaint.late' }];
    case 'support.closed': {
      const { commune, onTime } = event.data;
      return [{ ...blank(event), commune, producer: null, kind: onTime ? 'support.on-time' : 'support.late' }];
    }
  }
};

const salesOf = (event: EventOf<'parcel.delivered'>): Fact[] => {
  const { data } = event;
  return data.lines.map(({ offer, commodity, amount, quantity }, line) => ({
    ...blank(event),
    ...sellerOf(data),
    line,
    kind: 'sale',
    offer,
    commodity,
    amount,
    quantity,
    channel: data.channel,
    payment: data.payment,
    orderId: data.order,
  }));
};

type Blank = Omit<Fact, 'kind' | 'commune' | 'producer'>;

const blank = ({ id, type, subject, at }: EventOf<Counted>): Blank => {
  const day = vietnamDay(at);
  return {
    eventId: id,
    line: 0,
    type,
    subject,
    day,
    month: day.slice(0, 7),
    province: null,
    producerName: null,
    producerKind: null,
    subArea: null,
    offer: null,
    commodity: null,
    amount: 0,
    quantity: 0,
    channel: null,
    payment: null,
    orderId: null,
    at,
  };
};

/** Counted on the day it was done, which may be before the day it was written down. */
const on = (day: string) => ({ day, month: day.slice(0, 7) });

const where = ({ producer, commune }: { producer: string; commune: string }) => ({ producer, commune });

const sellerOf = (said: EventOf<'producer.approved' | 'listing.published' | 'parcel.delivered'>['data']) => ({
  commune: said.commune,
  province: said.province,
  producer: said.producer,
  producerName: said.producerName,
  producerKind: said.producerKind,
  subArea: said.subArea,
});
