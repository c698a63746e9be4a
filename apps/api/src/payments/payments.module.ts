import { Module } from '@nestjs/common';
import { OnboardingModule } from '../onboarding/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { refuse } from '../platform/database.ts';
import { AskProvider } from './ask-provider.ts';
import { DecidePayment } from './decide-payment.ts';
import { RefundBuyer } from './open-refund.ts';
import { PaymentQueries } from './payment.queries.ts';
import { PaymentsController } from './payments.controller.ts';
import { Payments } from './payments.door.ts';
import { Reconcile } from './reconcile.ts';
import { SendRefund } from './send-refund.ts';
import { SettlePayment } from './settle-payment.ts';
import { SettleRefunds } from './settle-refunds.ts';
import { StartPayment } from './start-payment.ts';
import { TaskQueries } from './task.queries.ts';
import { PaymentTasksController } from './tasks.controller.ts';
import { Vnpay } from './vnpay.gateway.ts';
import { ClaimTransfers } from './claim-transfers.ts';
import { DecideTransfer } from './decide-transfer.ts';
import { MatchTransfer } from './match-transfer.ts';
import { PaymentWays } from './payment-ways.ts';
import { Payos } from './payos.gateway.ts';
import { Sepay } from './sepay.gateway.ts';
import { SettleTransfer } from './settle-transfer.ts';
import { StartTransfers } from './start-transfers.ts';
import { ToldTransfers } from './told-transfers.ts';
import { TransfersController } from './transfers.controller.ts';
import { WatchTransfers } from './watch-transfers.ts';
import { DecideCash } from './decide-cash.ts';
import { GiveCashBack } from './give-cash-back.ts';
import { ImportStatement } from './import-statement.ts';
import { KeepCash } from './keep-cash.ts';
import { NoticeMissingCash } from './notice-missing-cash.ts';
import { RemitCash } from './remit-cash.ts';
import { StatementQueries } from './statement.queries.ts';
import { StatementsController } from './statements.controller.ts';

refuse({
  receipt_once: 'payments.already-recorded',
  receipt_once_per_attempt: 'payments.already-recorded',
  refund_within_receipt: 'payments.more-than-paid',
});

@Module({
  imports: [OnboardingModule, OrderingModule],
  controllers: [PaymentsController, PaymentTasksController, TransfersController, StatementsController],
  providers: [
    AskProvider,
    ClaimTransfers,
    DecideTransfer,
    MatchTransfer,
    PaymentWays,
    Payos,
    Sepay,
    SettleTransfer,
    StartTransfers,
    ToldTransfers,
    WatchTransfers,
    DecideCash,
    ImportStatement,
    GiveCashBack,
    KeepCash,
    NoticeMissingCash,
    RemitCash,
    StatementQueries,
    DecidePayment,
    PaymentQueries,
    Payments,
    Reconcile,
    RefundBuyer,
    SendRefund,
    SettlePayment,
    SettleRefunds,
    StartPayment,
    TaskQueries,
    Vnpay,
  ],
  exports: [Payments],
})
export class PaymentsModule {}
