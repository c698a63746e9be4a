import { Module } from '@nestjs/common';
import { CorrectStock } from './correct-stock.ts';
import { ReceiveStock } from './receive-stock.ts';
import { SellOut } from './sell-out.ts';
import { StockController } from './stock.controller.ts';
import { Places } from './places.door.ts';
import { Stock } from './stock.door.ts';
import { StockQueries } from './stock.queries.ts';
import { Supplies } from './supplies.door.ts';

@Module({
  controllers: [StockController],
  providers: [SellOut, Places, Stock, StockQueries, Supplies, ReceiveStock, CorrectStock],
  exports: [CorrectStock, Places, Stock, Supplies, ReceiveStock],
})
export class StockModule {}
