import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { OnboardingModule } from '../onboarding/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { refuse } from '../platform/database.ts';
import { CloseMonth } from './close-month.ts';
import { EarningsController } from './earnings.controller.ts';
import { EarningsQueries } from './earnings.queries.ts';
import { KeepLedger } from './keep-ledger.ts';
import { KeepSales } from './keep-sales.ts';
import { MonthQueries } from './month.queries.ts';
import { MonthsController } from './months.controller.ts';
import { PayoutQueries } from './payout.queries.ts';
import { Payouts } from './payouts.ts';
import { SettlementController } from './settlement.controller.ts';
import { SettlementQueries } from './settlement.queries.ts';

refuse({ month_closed: 'settlement.month-closed', month_two_people: 'settlement.own-closing' });

@Module({
  imports: [CatalogueModule, OnboardingModule, OrderingModule, PaymentsModule],
  controllers: [EarningsController, MonthsController, SettlementController],
  providers: [
    CloseMonth,
    EarningsQueries,
    KeepLedger,
    KeepSales,
    MonthQueries,
    PayoutQueries,
    Payouts,
    SettlementQueries,
  ],
})
export class SettlementModule {}
