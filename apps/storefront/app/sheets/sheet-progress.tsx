import type { GoodsSheetView } from '@chophien/contracts';
import { atWork, number, sheetStates } from './sheet-words.ts';

/** How far it is; the page comes again by itself every two seconds. */
export const Progress = ({ one, here }: { one: GoodsSheetView; here: string }) => (
  <section className="panel grid gap-3" role="status">
    <h2>{sheetStates[one.state].word}…</h2>
    <p>{atWork[one.state]}</p>
    {one.rowsTotal > 0 && (
      <>
        <progress
          className="w-full"
          max={one.rowsTotal}
          value={Math.min(one.rowsDone, one.rowsTotal)}
          aria-label="Đã làm"
        />
        <p>
          {number(one.rowsDone)} trên {number(one.rowsTotal)} dòng
        </p>
      </>
    )}
    <p>
      Trang tự tải lại sau vài giây.{' '}
      <a className="inline-block py-2" href={here}>
        Tải lại ngay
      </a>
    </p>
  </section>
);
