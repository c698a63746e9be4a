import type { BasketLine as Line } from '@chophien/contracts';
import { formatDong, formatQuantity, unitWord } from '@chophien/kernel';
import { Note, typedQuantity } from '@chophien/ui';
import type { z } from 'zod';

type Line = z.output<typeof Line>;

/** What keeps a line from being ordered, and the number that would do. */
const troubleWords = (line: Line): { words: string; fit: number | null; button: string } => {
  const { listing, increment, minimum, priceSeen } = line;
  const available = listing?.available ?? 0;
  const unit = listing?.unit ?? 'kg';
  const most = Math.floor(available / increment) * increment;
  switch (line.trouble) {
    case 'price-changed':
      return {
        words: `Giá đã đổi từ ${formatDong(priceSeen)} thành ${formatDong(listing?.price ?? priceSeen)}.`,
        fit: line.quantity,
        button: 'Đồng ý giá mới',
      };
    case 'too-little':
      return most >= minimum
        ? {
            words: `Chỉ còn ${formatQuantity(available, unit)}.`,
            fit: most,
            button: `Lấy ${formatQuantity(most, unit)}`,
          }
        : { words: 'Món này vừa hết.', fit: null, button: '' };
    case 'quantity-step': {
      const fit = Math.max(minimum, Math.ceil(line.quantity / increment) * increment);
      const words = `Bán ít nhất ${formatQuantity(minimum, unit)}, mỗi nấc ${formatQuantity(increment, unit)}.`;
      return { words, fit, button: `Lấy ${formatQuantity(fit, unit)}` };
    }
    case 'not-yet-on-sale':
      return { words: 'Món này chưa mở bán. Xem ngày mở bán ở trang của món.', fit: null, button: '' };
    case 'away':
      return { words: 'Người bán đang nghỉ ít ngày. Đặt lại sau, hoặc bỏ món này ra.', fit: null, button: '' };
    case 'service':
      return { words: 'Dịch vụ chưa đặt được trên chợ. Hãy gọi người bán để giữ chỗ.', fit: null, button: '' };
    case 'not-for-sale':
    case null:
      return { words: 'Người bán đã thôi bán món này.', fit: null, button: '' };
  }
};

/** One line of the basket, with its own small form. */
export const BasketLine = ({ line }: { line: Line }) => {
  const { listing, increment, minimum, quantity, offer, amount } = line;
  const trouble = line.trouble ? troubleWords(line) : undefined;
  const box = `sl-${offer}`;
  return (
    <li className={trouble ? 'wrong grid gap-2' : 'grid gap-2'}>
      <div className="flex justify-between gap-3">
        <b>{listing ? <a href={`/san-pham/${listing.slug}`}>{listing.name}</a> : 'Món hàng không còn bán'}</b>
        {listing && <b className="whitespace-nowrap">{formatDong(amount)}</b>}
      </div>
      {listing && (
        <p className="field-hint">
          {formatDong(listing.price)} mỗi {unitWord(listing.unit)}
        </p>
      )}
      {trouble && (
        <Note tone="warn">
          <b>{trouble.words}</b>
        </Note>
      )}
      <form method="post" className="flex flex-wrap items-end gap-2" noValidate>
        <input type="hidden" name="offer" value={offer} />
        {trouble?.fit && (
          <button className="button" name="doi" value={`giu:${trouble.fit}`} type="submit">
            {trouble.button}
          </button>
        )}
        {listing && !trouble && (
          <>
            <button
              className="button px-4"
              name="doi"
              value={`bot:${Math.max(minimum, quantity - increment)}`}
              type="submit"
              disabled={quantity <= minimum}
              aria-label={`Bớt ${listing.name}`}
            >
              −
            </button>
            <label className="grid" htmlFor={box}>
              <span className="field-hint">Số lượng ({unitWord(listing.unit)})</span>
              <input
                className="input w-24 mt-0"
                id={box}
                name="quantity"
                inputMode="decimal"
                autoComplete="off"
                defaultValue={typedQuantity(quantity)}
              />
            </label>
            <button
              className="button px-4"
              name="doi"
              value={`them:${quantity + increment}`}
              type="submit"
              disabled={quantity + increment > listing.available}
              aria-label={`Thêm ${listing.name}`}
            >
              +
            </button>
            <button className="button px-4" type="submit">
              Sửa
            </button>
          </>
        )}
        <button className="as-link px-2" name="doi" value="bo:0" type="submit">
          Bỏ ra
        </button>
      </form>
    </li>
  );
};
