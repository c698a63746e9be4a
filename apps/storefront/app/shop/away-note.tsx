import { formatDay } from '@chophien/kernel';
import { Note } from '@chophien/ui';

/** Days on which a producer takes no orders, now or next. */
export const AwayNote = ({ away }: { away: { from: string; to: string } | null }) =>
  away && (
    <Note tone="warn">
      Người bán nghỉ{' '}
      {away.from === away.to ? (
        <b>ngày {formatDay(away.from)}</b>
      ) : (
        <>
          từ <b>{formatDay(away.from)}</b> đến hết <b>{formatDay(away.to)}</b>
        </>
      )}
      : những ngày này chưa nhận đơn.
    </Note>
  );
