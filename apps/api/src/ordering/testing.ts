/** For the tests of those who divide an order's money: the rules by which it changes. */
export { canBeCancelled, hasEnded, refundOf, stands } from './order.rules.ts';
export { type OrderedLine, pack, repriced } from './packing.rules.ts';
