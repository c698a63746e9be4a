import type { ListingDetail } from '@chophien/contracts';
import { formatDong, formatQuantity, priceOf, unitWord } from '@chophien/kernel';
import { Badge, Form, Hidden, Icon, Price, type Refusal, Submit, typedOr, typedQuantity } from '@chophien/ui';
import { seasonWords } from './season.ts';
import { ServiceDates } from './service-dates.tsx';

/** How much the form starts with: what was asked for, brought onto the listing's own steps. Thousandths of the unit. */
export const quantityAsked = (listing: ListingDetail, asked: number): number => {
  const { minimum, increment, available } = listing;
  const most = Math.max(minimum, Math.floor(available / increment) * increment);
  if (!Number.isSafeInteger(asked)) return minimum;
  return Math.min(most, Math.max(minimum, Math.round(asked / increment) * increment));
};

/** Why it cannot be ordered, by its calendar; an open one has been sold out. */
const waiting = { open: 'Tạm hết hàng', upcoming: 'Sắp có', ended: 'Hết mùa' } as const;

interface Props {
  listing: ListingDetail;
  quantity: number;
  refusal: Refusal | undefined;
}

/** The price, and how much of it: the steps are links, so that they work before any script. */
export const BuyForm = ({ listing, quantity, refusal }: Props) => {
  const { increment, minimum, unit, price, available } = listing;
  const cost = (
    <p>
      <Price dong={price} unit={unit} pack={listing.pack} unitPrice={listing.unitPrice} large />
    </p>
  );
  const season = seasonWords(listing);
  if (listing.kind === 'service') {
    return (
      <section className="grid gap-2">
        {cost}
        {season && <p>{season}</p>}
        <h2>Ngày nhận khách</h2>
        <ServiceDates dates={listing.dates} />
      </section>
    );
  }
  if (listing.window !== 'open' || available < minimum) {
    return (
      <div className="grid gap-2">
        {cost}
        <p>
          <Badge tone="quiet">{waiting[listing.window]}</Badge>
        </p>
        <p>{season ?? 'Người bán sẽ nhập thêm khi có hàng mới.'} Món giống vậy đang bán ở cuối trang.</p>
      </div>
    );
  }
  const wrong = refusal?.fields.quantity;
  const step = (by: number) => `?sl=${quantity + by}#quantity`;
  return (
    <Form>
      {cost}
      {season && <p>{season}</p>}
      <Hidden name="offer" value={listing.id} />
      <div className={wrong ? 'field wrong no-print' : 'field no-print'}>
        <label className="field-name" htmlFor="quantity">
          Số lượng
        </label>
        {wrong && (
          <p className="field-wrong" id="quantity-loi">
            {wrong}
          </p>
        )}
        <div className="flex items-center gap-2" data-step={increment} data-least={minimum}>
          <a
            className="button px-4"
            href={quantity > minimum ? step(-increment) : '#quantity'}
            aria-label={`Bớt ${formatQuantity(increment, unit)}`}
            data-by="-1"
          >
            −
          </a>
          <input
            className="input mt-0 w-24"
            id="quantity"
            name="quantity"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={typedOr(refusal, 'quantity', typedQuantity(quantity))}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'quantity-loi' : undefined}
          />
          <span>{unitWord(unit)}</span>
          <a
            className="button px-4"
            href={quantity + increment <= available ? step(increment) : '#quantity'}
            aria-label={`Thêm ${formatQuantity(increment, unit)}`}
            data-by="1"
          >
            +
          </a>
        </div>
      </div>
      <p className="field-hint">
        Ít nhất {formatQuantity(minimum, unit)}, mỗi nấc {formatQuantity(increment, unit)}. Còn{' '}
        {formatQuantity(available, unit)}. {formatQuantity(quantity, unit)} là {formatDong(priceOf(price, quantity))},
        chưa gồm tiền giao.
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        <Submit kind="buy" name="go" value="mua">
          Mua ngay
        </Submit>
        <Submit kind="plain" name="go" value="gio">
          <Icon name="basket" />
          Bỏ vào giỏ
        </Submit>
      </div>
    </Form>
  );
};
