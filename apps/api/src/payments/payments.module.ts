import { Module } from '@nestjs/common';
import { OrderingModule } from '../ordering/index.ts';
import { refuse } from '../platform/database.ts';
import { RefundBuyer } from './open-refund.ts';
import { PaymentQueries } from './payment.queries.ts';
import { PaymentsController } from './payments.controller.ts';
import { Reconcile, SettleRefunds } from './reconcile.ts';
import { SendRefund } from './send-refund.ts';
import { SettlePayment } from './settle-payment.ts';
import { StartPayment } from './start-payment.ts';
import { Vnpay } from './vnpay.gateway.ts';

refuse({ receipt_once: 'payments.already-recorded', receipt_once_per_attempt: 'payments.already-recorded' });

@Module({
  imports: [OrderingModule],
  controllers: [PaymentsController],
  providers: [PaymentQueries, Reconcile, RefundBuyer, SendRefund, SettlePayment, SettleRefunds, StartPayment, Vnpay],
})
export class PaymentsModule {}
