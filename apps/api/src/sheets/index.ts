export { ForgetSheets } from './forget-sheets.ts';
export { SheetsModule } from './sheets.module.ts';
export { WorkSheets } from './work-sheets.ts';
