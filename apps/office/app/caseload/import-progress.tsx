import type { ImportView } from '@chophien/contracts';
import { importStates } from './import-states.ts';

const next: Partial<Record<ImportView['state'], string>> = {
  reading: 'Đang mở tệp và tìm các cột.',
  checking: 'Đang xem thử từng dòng. Chưa ghi gì.',
  entering: 'Đang ghi từng hộ. Bạn có thể đóng trang này, việc ghi vẫn tiếp tục.',
  undoing: 'Đang huỷ các hộ chưa ai động tới.',
};

/** How far it is; the page comes again by itself every three seconds. */
export const Progress = ({ one, here }: { one: ImportView; here: string }) => (
  <section className="panel grid gap-3" role="status">
    <h2>{importStates[one.state].word}…</h2>
    <p>{next[one.state]}</p>
    {one.rowsTotal > 0 && (
      <>
        <progress
          className="w-full"
          max={one.rowsTotal}
          value={Math.min(one.rowsDone, one.rowsTotal)}
          aria-label="Đã làm"
        />
        <p>
          {one.rowsDone.toLocaleString('vi-VN')} trên {one.rowsTotal.toLocaleString('vi-VN')} dòng
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
