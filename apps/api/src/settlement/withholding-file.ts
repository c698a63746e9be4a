import { percentWords, taxKindWords, type getWithholding, type ResultOf } from '@chophien/contracts';
import { csvOf, workbookOf, type Written } from '../platform/spreadsheet/write.ts';

const heads = [
  'STT',
  'Người bán',
  'Mã số thuế',
  'Loại hàng hóa, dịch vụ',
  'Số giao dịch',
  'Doanh thu',
  'Tỷ lệ GTGT',
  'Thuế GTGT',
  'Tỷ lệ TNCN',
  'Thuế TNCN',
  'Tổng thuế',
  'Căn cứ',
];

/** What the platform's return of a month declares, a row for each seller and kind; returned sales are taken off. */
export const withholdingFile = (
  { month, rows, totals }: ResultOf<typeof getWithholding>,
  as: 'xlsx' | 'csv',
): { name: string; bytes: Buffer } => {
  const lines = rows.map((row, index): Written[] => [
    index + 1,
    row.name,
    row.taxCode ?? '',
    taxKindWords[row.kind] ?? row.kind,
    row.sales,
    row.revenue,
    percentWords(row.vatBp),
    row.vat,
    percentWords(row.pitBp),
    row.pit,
    row.vat + row.pit,
    row.legalRef,
  ]);
  const { revenue, vat, pit } = totals;
  const sheet: Written[][] = [heads, ...lines, ['', 'Cộng', '', '', '', revenue, '', vat, '', pit, vat + pit, '']];
  const widths = [6, 36, 18, 36, 12, 18, 12, 16, 12, 16, 16, 48];
  const bytes = as === 'csv' ? csvOf(sheet) : workbookOf([{ name: 'Khấu trừ', rows: sheet, widths }]);
  return { name: `khau-tru-thue-${month}.${as}`, bytes };
};
