export { CorrectStock } from './correct-stock.ts';
export { ReceiveStock } from './receive-stock.ts';
export { type Booking, Places } from './places.door.ts';
export { type Amounts, Stock } from './stock.door.ts';
export { StockModule } from './stock.module.ts';
export { type NewSupply, Supplies, type Supply, type SupplySum } from './supplies.door.ts';
