export { PaymentsModule } from './payments.module.ts';
export { RefundBuyer } from './open-refund.ts';
export { Payments } from './payments.door.ts';
export { Reconcile } from './reconcile.ts';
export { WatchTransfers } from './watch-transfers.ts';
export { SettleRefunds } from './settle-refunds.ts';
export { SendRefund } from './send-refund.ts';
