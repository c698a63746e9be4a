import { Module } from '@nestjs/common';
import { CorrectStock } from './correct-stock.ts';
import { ReceiveStock } from './receive-stock.ts';
import { SellOut } from './sell-out.ts';
import { StockController } from './stock.controller.ts';
import { Stock } from './stock.door.ts';
import { StockQueries } from './stock.queries.ts';

@Module({
  controllers: [StockController],
  providers: [SellOut, Stock, StockQueries, ReceiveStock, CorrectStock],
  exports: [CorrectStock, Stock, ReceiveStock],
})
export class StockModule {}
