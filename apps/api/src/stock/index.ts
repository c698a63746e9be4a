export { CorrectStock } from './correct-stock.ts';
export { ReceiveStock } from './receive-stock.ts';
export { type Amounts, Stock } from './stock.door.ts';
export { StockModule } from './stock.module.ts';
