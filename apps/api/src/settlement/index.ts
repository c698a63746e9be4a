export { KeepLedger } from './keep-ledger.ts';
export { KeepSales } from './keep-sales.ts';
export { SettlementModule } from './settlement.module.ts';
