import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { CaseloadModule } from '../caseload/index.ts';
import { CatalogueModule } from '../catalogue/index.ts';
import { ColdchainModule } from '../coldchain/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { ComplaintsModule } from '../complaints/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { LotsModule } from '../lots/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { OnboardingModule } from '../onboarding/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { PapersModule } from '../papers/index.ts';
import { PaymentsModule } from '../payments/index.ts';
import { SupportModule } from '../support/index.ts';
import { TrainingModule } from '../training/index.ts';
import { MyDataPages } from './my-data.pages.ts';
import { MyDataPagesController } from './my-data.pages.controller.ts';
import { OrderPages } from './order.pages.ts';
import { OrderPagesController } from './order.pages.controller.ts';
import { ProducerPages } from './producer.pages.ts';
import { ProducerPagesController } from './producer.pages.controller.ts';
import { QueuePages } from './queue.pages.ts';
import { QueuePagesController } from './queue.pages.controller.ts';
import { ShopPages } from './shop.pages.ts';
import { ShopPagesController } from './shop.pages.controller.ts';
import { SitemapPages } from './sitemap.pages.ts';
import { WatchPages } from './watch.pages.ts';
import { WatchPagesController } from './watch.pages.controller.ts';

/** Answers that show several contexts at once: one call for one page. Owns no table, is asked by nobody. */
@Module({
  imports: [
    AuditModule,
    CaseloadModule,
    CatalogueModule,
    ColdchainModule,
    CommunesModule,
    ComplaintsModule,
    IdentityModule,
    LotsModule,
    NotificationsModule,
    OnboardingModule,
    OrderingModule,
    PapersModule,
    PaymentsModule,
    SupportModule,
    TrainingModule,
  ],
  controllers: [
    MyDataPagesController,
    OrderPagesController,
    ProducerPagesController,
    QueuePagesController,
    ShopPagesController,
    WatchPagesController,
  ],
  providers: [MyDataPages, OrderPages, ProducerPages, QueuePages, ShopPages, SitemapPages, WatchPages],
})
export class PagesModule {}
