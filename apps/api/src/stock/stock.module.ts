import { Module } from '@nestjs/common';
import { CorrectStock } from './correct-stock.ts';
import { ReceiveStock } from './receive-stock.ts';
import { StockController } from './stock.controller.ts';
import { Stock } from './stock.door.ts';
import { StockQueries } from './stock.queries.ts';

@Module({
  controllers: [StockController],
  providers: [Stock, StockQueries, ReceiveStock, CorrectStock],
  exports: [Stock, ReceiveStock],
})
export class StockModule {}
