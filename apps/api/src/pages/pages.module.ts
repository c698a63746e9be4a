import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { CommunesModule } from '../communes/index.ts';
import { ShopPages } from './shop.pages.ts';
import { ShopPagesController } from './shop.pages.controller.ts';

/** Answers that show several contexts at once: one call for one page. Owns no table, is asked by nobody. */
@Module({
  imports: [CatalogueModule, CommunesModule],
  controllers: [ShopPagesController],
  providers: [ShopPages],
})
export class PagesModule {}
