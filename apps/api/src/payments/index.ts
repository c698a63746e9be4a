export { PaymentsModule } from './payments.module.ts';
export { RefundBuyer } from './open-refund.ts';
export { Reconcile, SettleRefunds } from './reconcile.ts';
export { SendRefund } from './send-refund.ts';
