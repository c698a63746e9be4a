import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { OnboardingModule } from '../onboarding/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { KeepLedger } from './keep-ledger.ts';
import { KeepSales } from './keep-sales.ts';
import { PayoutQueries } from './payout.queries.ts';
import { Payouts } from './payouts.ts';
import { SettlementController } from './settlement.controller.ts';
import { SettlementQueries } from './settlement.queries.ts';

@Module({
  imports: [CatalogueModule, OnboardingModule, OrderingModule, PaymentsModule],
  controllers: [SettlementController],
  providers: [KeepLedger, KeepSales, PayoutQueries, Payouts, SettlementQueries],
})
export class SettlementModule {}
