export { ReceiveStock } from './receive-stock.ts';
export { type Amounts, Stock, type Taken } from './stock.door.ts';
export { StockModule } from './stock.module.ts';
export type { Line } from './stock.rules.ts';
