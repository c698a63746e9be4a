import { readCsv } from './csv.ts';
import { type FileLimits, FileRefused, type Workbook } from './table.ts';
import { readXlsx } from './xlsx.ts';
import { isZip, Zip } from './zip.ts';

/** Which it is, by its bytes alone; a ZIP's directory is judged too. @throws FileRefused */
export const judgeFile = (bytes: Buffer, limits: FileLimits): 'xlsx' | 'csv' => {
  if (bytes.length === 0) throw new FileRefused('empty');
  if (bytes.length > limits.mostBytes) throw new FileRefused('too-large', limits.mostBytes);
  if (isZip(bytes)) {
    const zip = new Zip(bytes, limits);
    if (zip.has('xl/workbook.bin')) throw new FileRefused('old-excel');
    if (zip.has('xl/vbaProject.bin')) throw new FileRefused('macros');
    if (!zip.has('xl/workbook.xml')) throw new FileRefused('not-a-workbook');
    return 'xlsx';
  }
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefused('old-excel'); // .xls, or .xlsx with a password
  const known = [
    [0x25, 0x50, 0x44, 0x46],
    [0x89, 0x50],
    [0xff, 0xd8],
    [0x1f, 0x8b],
    [0x50, 0x4b],
    [0x52, 0x61, 0x72],
  ];
  if (known.some((mark) => begins(bytes, ...mark))) throw new FileRefused('not-a-list');
  const head = bytes.subarray(0, 4_096);
  const isUtf16 = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  if (!isUtf16 && head.includes(0)) throw new FileRefused('not-text');
  return 'csv';
};

const begins = (bytes: Buffer, ...mark: number[]): boolean => bytes.subarray(0, mark.length).equals(Buffer.from(mark));

/** The rows of a list. @throws FileRefused */
export const readFile = async (bytes: Buffer, limits: FileLimits): Promise<Workbook> =>
  judgeFile(bytes, limits) === 'xlsx' ? readXlsx(bytes, limits) : readCsv(bytes, limits);
