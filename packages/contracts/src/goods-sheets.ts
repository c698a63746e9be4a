import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ImportRemark } from './spreadsheet.ts';
import { Dong, Id, Instant, PageNumber } from './values.ts';

// A producer's goods as a spreadsheet: handed in, looked at row by row, entered, taken back; and handed out.

/** What a column of a sheet of goods can be, by the head under which we write it. */
export const goodsFields = {
  id: 'Mã hàng',
  name: 'Tên hàng',
  commodity: 'Loại hàng',
  price: 'Giá (đồng)',
  unit: 'Đơn vị',
  pack: 'Đóng gói',
  quantity: 'Số lượng',
  storage: 'Bảo quản',
  origin: 'Nguồn gốc',
  harvestFrom: 'Thu hoạch từ',
  harvestTo: 'Thu hoạch đến',
  sellFrom: 'Bán từ ngày',
  sellTo: 'Bán đến ngày',
  repeatsYearly: 'Lặp lại hằng năm',
  description: 'Mô tả',
  variety: 'Giống',
  process: 'Mức chế biến',
  label: 'Nội dung nhãn',
  growingArea: 'Mã vùng trồng',
  delivery: 'Giao tới',
  minimum: 'Mua ít nhất',
  increment: 'Bước tăng',
  catchWeight: 'Cân khi giao',
  pictures: 'Ảnh',
  mark: 'Dấu của sàn',
} as const;
export type GoodsField = keyof typeof goodsFields;
export const GoodsField = z.enum(Object.keys(goodsFields) as [GoodsField, ...GoodsField[]]);

/**
 * reading: the file is opened · mapping: somebody must say what the columns are · checking: the dry run · checked: the report
 * stands and a person decides · entering · done · refused: the file as a whole · cancelled · undoing · undone.
 */
export const GoodsSheetState = z.enum([
  'reading',
  'mapping',
  'checking',
  'checked',
  'entering',
  'done',
  'refused',
  'cancelled',
  'undoing',
  'undone',
]);
export type GoodsSheetState = z.infer<typeof GoodsSheetState>;

/**
 * Before it is entered: new · photo: new, and without a picture · change · same: as it is already · wrong.
 * After: listed: handed in for a look · waiting: for its pictures · changed · failed · left-out · replaced: by a row of a later
 * file · undone.
 */
export const goodsRowStates = [
  'new',
  'photo',
  'change',
  'same',
  'wrong',
  'listed',
  'waiting',
  'changed',
  'failed',
  'left-out',
  'replaced',
  'undone',
] as const;
export const GoodsRowState = z.enum(goodsRowStates);
export type GoodsRowState = z.infer<typeof GoodsRowState>;

/** One thing a row changes, as it is read aloud before and after. */
export const GoodsChange = z
  .object({ field: GoodsField, from: z.string(), to: z.string(), review: z.boolean() })
  .meta({ id: 'GoodsChange' });
export type GoodsChange = z.infer<typeof GoodsChange>;

export const GoodsRow = z
  .object({
    /** `1-12`: the file, and its line. */
    id: z.string(),
    part: z.int(),
    line: z.int(),
    state: GoodsRowState,
    name: z.string().nullable(),
    price: Dong.nullable(),
    unit: z.string().nullable(),
    problems: z.array(ImportRemark),
    notes: z.array(ImportRemark),
    changes: z.array(GoodsChange),
    /** The listing it is, or became. */
    listing: Id.nullable(),
    /** Files the row names as its pictures. */
    pictureNames: z.array(z.string()),
  })
  .meta({ id: 'GoodsRow' });
export type GoodsRow = z.infer<typeof GoodsRow>;

const counts = z.object(
  Object.fromEntries(goodsRowStates.map((state) => [state, z.int()])) as Record<GoodsRowState, z.ZodInt>,
);

export const GoodsSheetView = z
  .object({
    id: Id,
    state: GoodsSheetState,
    producer: z.object({ id: Id, name: z.string() }),
    fileName: z.string(),
    format: z.enum(['xlsx', 'csv']),
    /** How many files it took: the first, and each that corrected it. */
    part: z.int(),
    /** Why the file as a whole was refused. */
    reason: ImportRemark.nullable(),
    notes: z.array(ImportRemark),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    counts,
    /** Rows that entering would do something for. */
    ready: z.int(),
    /** Listings it made that can still be taken back: nothing of them was sold. */
    undoable: z.int(),
    sheets: z.array(
      z.object({
        name: z.string(),
        columns: z.array(
          z.object({
            column: z.int(),
            head: z.string(),
            examples: z.array(z.string()),
            field: GoodsField.nullable(),
          }),
        ),
      }),
    ),
    sheet: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: Instant,
    enteredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** The same file had been handed in before: this is that one. */
    again: z.boolean(),
  })
  .meta({ id: 'GoodsSheet' });
export type GoodsSheetView = z.infer<typeof GoodsSheetView>;

const ofSheet = z.strictObject({ id: Id });
const ofRow = z.strictObject({ id: Id, row: z.string().regex(/^\d{1,4}-\d{1,7}$/) });
const selling = { needs: 'listing.publish', reach: 'producer' } as const;
const SheetFormat = z.enum(['xlsx', 'csv']).default('xlsx');

/** Bytes of a sheet of goods at most; the dated limit may be lower. */
export const goodsSheetBytes = 5 * 1024 * 1024;

/**
 * The bytes are the body; what they are is judged by them alone. With `continues`, the file corrects rows of that sheet and
 * goes on with it; `id` is then its own, so that a retry is the same file.
 */
export const putGoodsSheet = endpoint({
  method: 'PUT',
  path: '/goods-sheets/:id',
  summary: 'Hand in a sheet of a producer’s goods (XLSX or CSV); nothing is entered before somebody says so',
  ...selling,
  params: ofSheet,
  query: z.strictObject({ producer: Id, file: z.string().max(200), continues: Id.optional() }),
  raw: true,
  limit: { points: 120, seconds: 3600, by: 'address' },
});

export const listGoodsSheets = endpoint({
  method: 'GET',
  path: '/me/goods-sheets',
  summary: 'The sheets handed in for my producers, newest first',
  ...selling,
  query: z.strictObject({ page: PageNumber }),
  result: z.object({
    items: z.array(
      GoodsSheetView.pick({
        id: true,
        state: true,
        producer: true,
        fileName: true,
        rowsTotal: true,
        counts: true,
        createdBy: true,
        createdAt: true,
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});

export const getGoodsSheet = endpoint({
  method: 'GET',
  path: '/goods-sheets/:id',
  summary: 'How far a sheet is, and what its dry run says in numbers',
  ...selling,
  params: ofSheet,
  result: GoodsSheetView,
});

export const mapGoodsSheet = endpoint({
  method: 'PUT',
  path: '/goods-sheets/:id/columns',
  summary: 'Say what the columns of the sheet are; those not named are left aside',
  ...selling,
  params: ofSheet,
  body: z
    .strictObject({
      sheet: z.string().max(120),
      columns: z
        .array(z.strictObject({ column: z.int().min(0).max(500), field: GoodsField }))
        .min(1)
        .max(60),
    })
    .meta({ id: 'MapGoodsSheet' }),
  result: GoodsSheetView,
});

export const listGoodsRows = endpoint({
  method: 'GET',
  path: '/goods-sheets/:id/rows',
  summary: 'The rows as they were understood, with what is wrong and what would change',
  ...selling,
  params: ofSheet,
  query: z.strictObject({ state: GoodsRowState.optional(), page: PageNumber }),
  result: z.object({ items: z.array(GoodsRow), total: z.int(), page: z.int(), pages: z.int() }),
});

export const enterGoodsSheet = endpoint({
  method: 'POST',
  path: '/goods-sheets/:id/entry',
  summary: 'Enter the rows that are good; the worker does it, each row by itself',
  ...selling,
  params: ofSheet,
  result: GoodsSheetView,
});

export const closeGoodsSheet = endpoint({
  method: 'POST',
  path: '/goods-sheets/:id/end',
  summary: 'Done with it: what was not entered is left out',
  ...selling,
  params: ofSheet,
  result: GoodsSheetView,
});

export const undoGoodsSheet = endpoint({
  method: 'POST',
  path: '/goods-sheets/:id/undo',
  summary: 'Take back the listings it made, as far as nothing of them was sold',
  ...selling,
  params: ofSheet,
  result: GoodsSheetView,
});

export const completeGoodsRow = endpoint({
  method: 'POST',
  path: '/goods-sheets/:id/rows/:row/pictures',
  summary: 'Give a row that waits for them its pictures: it is handed in with them',
  ...selling,
  params: ofRow,
  body: z.strictObject({ pictures: z.array(Id).min(1).max(6) }).meta({ id: 'CompleteGoodsRow' }),
  result: GoodsRow,
});

export const leaveGoodsRow = endpoint({
  method: 'POST',
  path: '/goods-sheets/:id/rows/:row/leaving-out',
  summary: 'Leave a row out that was not entered',
  ...selling,
  params: ofRow,
  result: GoodsRow,
});

export const downloadWrongGoods = endpoint({
  method: 'GET',
  path: '/goods-sheets/:id/wrong-rows',
  summary: 'The rows that were not taken, as a file to mend, each with what is wrong',
  ...selling,
  params: ofSheet,
  query: z.strictObject({ format: SheetFormat }),
  raw: true,
});

export const downloadGoodsTemplate = endpoint({
  method: 'GET',
  path: '/goods-sheet-template',
  summary: 'An empty sheet with its heads, an example, and what may stand in each column',
  needs: 'listing.publish',
  reach: 'anyone',
  query: z.strictObject({ format: SheetFormat }),
  raw: true,
});

/** Handed in again unchanged, it changes nothing. */
export const exportGoods = endpoint({
  method: 'GET',
  path: '/producers/:id/goods-sheet',
  summary: 'All goods of a producer of mine with their stock and state, as a sheet',
  ...selling,
  params: ofSheet,
  query: z.strictObject({ format: SheetFormat }),
  raw: true,
});
