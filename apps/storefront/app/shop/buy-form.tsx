import type { ListingDetail } from '@chophien/contracts';
import { formatDong, formatQuantity, priceOf } from '@chophien/kernel';
import { Badge, Field, Form, Hidden, Icon, Price, type Refusal, Submit, typedQuantity } from '@chophien/ui';

/** How much the form starts with: what was asked for, brought onto the listing's own steps. Thousandths of the unit. */
export const quantityAsked = (listing: ListingDetail, asked: number): number => {
  const { minimum, increment, available } = listing;
  const most = Math.max(minimum, Math.floor(available / increment) * increment);
  if (!Number.isSafeInteger(asked)) return minimum;
  return Math.min(most, Math.max(minimum, Math.round(asked / increment) * increment));
};

interface Props {
  listing: ListingDetail;
  quantity: number;
  refusal: Refusal | undefined;
}

/** The price, and how much of it: the steps are links, so that they work before any script. */
export const BuyForm = ({ listing, quantity, refusal }: Props) => {
  const { increment, minimum, unit, price, available } = listing;
  if (available < minimum) {
    return (
      <div className="grid gap-2">
        <p>
          <Price dong={price} unit={unit} large />
        </p>
        <p>
          <Badge tone="quiet">Tạm hết hàng</Badge>
        </p>
        <p>Người bán sẽ nhập thêm khi có hàng mới. Mời bạn xem món khác của gian hàng ở cuối trang.</p>
      </div>
    );
  }
  const step = (by: number) => `?sl=${quantity + by}#quantity`;
  return (
    <Form>
      <p>
        <Price dong={price} unit={unit} large />
      </p>
      <Hidden name="offer" value={listing.id} />
      <div className="flex items-end gap-2" data-step={increment} data-least={minimum}>
        <a
          className="button px-4"
          href={quantity > minimum ? step(-increment) : '#quantity'}
          aria-label={`Bớt ${formatQuantity(increment, unit)}`}
          data-by="-1"
        >
          −
        </a>
        <Field
          name="quantity"
          label="Số lượng"
          value={typedQuantity(quantity)}
          inputMode="decimal"
          autoComplete="off"
          after={formatQuantity(1000, unit).replace(/^1\s/, '')}
          refusal={refusal}
        />
        <a
          className="button px-4"
          href={quantity + increment <= available ? step(increment) : '#quantity'}
          aria-label={`Thêm ${formatQuantity(increment, unit)}`}
          data-by="1"
        >
          +
        </a>
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
