import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { getMetadataArgsStorage } from 'typeorm';
import { AssessmentModule } from './assessment/index.ts';
import { AuditModule } from './audit/index.ts';
import { CaseloadModule } from './caseload/index.ts';
import { CatalogueModule } from './catalogue/index.ts';
import { ChannelsModule } from './channels/index.ts';
import { ColdchainModule } from './coldchain/index.ts';
import { CommunesModule } from './communes/index.ts';
import { ComplaintsModule } from './complaints/index.ts';
import { IdentityModule } from './identity/index.ts';
import { LogisticsModule } from './logistics/index.ts';
import { LotsModule } from './lots/index.ts';
import { NotificationsModule } from './notifications/index.ts';
import { OnboardingModule } from './onboarding/index.ts';
import { OrderingModule } from './ordering/index.ts';
import { PagesModule } from './pages/pages.module.ts';
import { PapersModule } from './papers/index.ts';
import { PaymentsModule } from './payments/index.ts';
import { SearchModule } from './search/index.ts';
import { SheetsModule } from './sheets/index.ts';
import { SettlementModule } from './settlement/index.ts';
import { StockModule } from './stock/index.ts';
import { SupportModule } from './support/index.ts';
import { TrainingModule } from './training/index.ts';
import { subscribe } from './platform/outbox.ts';
import { PlatformModule } from './platform/platform.module.ts';
import type { Clock } from './platform/time.ts';
import { subscriptions } from './subscriptions.ts';

/** The contexts of the house, one line each. */
export const contexts: Type[] = [
  CommunesModule,
  IdentityModule,
  PapersModule,
  OnboardingModule,
  CaseloadModule,
  TrainingModule,
  SupportModule,
  CatalogueModule,
  StockModule,
  SheetsModule,
  LotsModule,
  LogisticsModule,
  ColdchainModule,
  OrderingModule,
  PaymentsModule,
  SettlementModule,
  ComplaintsModule,
  SearchModule,
  ChannelsModule,
  AssessmentModule,
  NotificationsModule,
  PagesModule,
  AuditModule,
];

export interface AppOptions {
  /** Shown in pg_stat_activity. */
  name: string;
  clock?: Clock;
  /** What this process needs beside the house itself. */
  also?: Type[];
}

/** The whole house. Both processes are made of it: one answers people, the other does what can wait. */
@Module({})
export class AppModule {
  static with({ also = [], ...options }: AppOptions): DynamicModule {
    subscribe(subscriptions);
    const entities = getMetadataArgsStorage().tables.map((table) => table.target);
    return { module: AppModule, imports: [PlatformModule.with({ ...options, entities }), ...also, ...contexts] };
  }
}
