import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { StockModule } from '../stock/index.ts';
import { CheckSheet } from './check-sheet.ts';
import { CompleteRow } from './complete-row.ts';
import { DecideSheet } from './decide-sheet.ts';
import { EnterRow } from './enter-row.ts';
import { EnterSheet } from './enter-sheet.ts';
import { ForgetSheets } from './forget-sheets.ts';
import { GoodsFiles } from './goods-files.ts';
import { OwnGoods } from './own-goods.ts';
import { PutSheet } from './put-sheet.ts';
import { ReadSheet } from './read-sheet.ts';
import { Seller } from './seller.ts';
import './sheet.entity.ts';
import { SheetFiles } from './sheet-files.ts';
import { SheetQueries } from './sheet.queries.ts';
import { SheetsController } from './sheets.controller.ts';
import { UndoSheet } from './undo-sheet.ts';
import { WorkSheets } from './work-sheets.ts';

/** A producer's goods by spreadsheet: in with a dry run, and out. */
@Module({
  imports: [CatalogueModule, IdentityModule, StockModule],
  controllers: [SheetsController],
  providers: [
    CheckSheet,
    CompleteRow,
    DecideSheet,
    EnterRow,
    EnterSheet,
    ForgetSheets,
    GoodsFiles,
    OwnGoods,
    PutSheet,
    ReadSheet,
    Seller,
    SheetFiles,
    SheetQueries,
    UndoSheet,
    WorkSheets,
  ],
  exports: [ForgetSheets, WorkSheets],
})
export class SheetsModule {}
