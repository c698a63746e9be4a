import type { getStock, MyListing, PriceAt, ResultOf } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, inWords, unitWord } from '@chophien/kernel';
import { Field, Form, Hidden, Price, type Refusal, Submit, Table, when } from '@chophien/ui';
import type { z } from 'zod';

interface Props {
  listing: MyListing;
  refusal: Refusal | undefined;
}

export const PriceForm = ({ listing: { price, unit }, refusal }: Props) => (
  <section className="panel grid gap-3" id="gia">
    <h2>Giá</h2>
    <p>
      Đang bán <Price dong={price} unit={unit} /> ({inWords(price)} đồng một {unitWord(unit)})
    </p>
    <Form>
      <Field
        name="price"
        label="Giá mới"
        inputMode="numeric"
        autoComplete="off"
        after={`đồng/${unitWord(unit)}`}
        enhance="price"
        refusal={refusal}
      />
      <Submit name="go" value="gia">
        Đổi giá
      </Submit>
      {refusal?.code === 'catalogue.price-jump' && (
        <label className="choice">
          <input type="checkbox" name="confirm" value="1" />
          <span>Giá này đúng: tôi muốn đổi nhiều như vậy</span>
        </label>
      )}
    </Form>
  </section>
);

/** Where the rest of how much there is stands: what members bring to a cooperative, the days of a service. */
export const Ways = ({ listing: { id, kind, producerKind, dates } }: Pick<Props, 'listing'>) => {
  if (kind === 'service') {
    const left = dates.reduce((sum, { placesLeft }) => sum + placesLeft, 0);
    return (
      <section className="panel grid gap-3" id="ngay">
        <h2>Ngày đón khách</h2>
        <p>{dates.length > 0 ? `${dates.length} ngày đang mở, còn ${left} chỗ.` : 'Không còn ngày nào mở.'}</p>
        <p>
          <a className="button" href={`/ban-hang/san-pham/${id}/ngay`}>
            Thêm ngày, giữ chỗ, hủy ngày
          </a>
        </p>
      </section>
    );
  }
  if (producerKind === 'household') return null;
  return (
    <section className="panel grid gap-3" id="gop-hang">
      <h2>Hàng xã viên góp</h2>
      <p>
        <a className="button" href={`/ban-hang/san-pham/${id}/gop-hang`}>
          Nhận hàng của xã viên
        </a>
      </p>
    </section>
  );
};

type Stock = ResultOf<typeof getStock>;

export const StockForms = ({ listing: { unit }, refusal, stock, ids }: Props & { stock: Stock; ids: string[] }) => (
  <section className="panel grid gap-3" id="so-luong">
    <h2>Số lượng</h2>
    <p>
      Còn bán được <b>{formatQuantity(stock.available, unit)}</b>
      {stock.held > 0 && <> (đang giữ cho đơn {formatQuantity(stock.held, unit)})</>}.
    </p>
    <Form>
      <Hidden name="id" value={ids[0] ?? ''} />
      <Field
        name="quantity"
        label="Nhập thêm"
        inputMode="decimal"
        autoComplete="off"
        after={unitWord(unit)}
        refusal={refusal}
      />
      <Submit kind="plain" name="go" value="nhap">
        Cộng thêm
      </Submit>
    </Form>
    <details open={Boolean(refusal?.fields.onHand || refusal?.fields.reason)}>
      <summary className="chip">Đếm lại, sửa số</summary>
      <div className="pt-3">
        <Form>
          <Hidden name="id" value={ids[1] ?? ''} />
          <Field
            name="onHand"
            label="Đếm được trong kho"
            hint={`Kể cả phần đang giữ cho đơn. Sổ đang ghi ${formatQuantity(stock.onHand, unit)}.`}
            inputMode="decimal"
            autoComplete="off"
            after={unitWord(unit)}
            refusal={refusal}
          />
          <Field name="reason" label="Vì sao khác sổ?" maxLength={200} refusal={refusal} />
          <Submit kind="plain" name="go" value="dem">
            Sửa số
          </Submit>
        </Form>
      </div>
    </details>
  </section>
);

/** The season comes back: whether she is told, and the listing is on sale again by itself. */
export const Yearly = ({ listing: { repeatsYearly, sellFrom, sellTo } }: Pick<Props, 'listing'>) => (
  <section className="panel grid gap-3" id="mua-vu">
    <h2>Mùa vụ</h2>
    <p>
      {sellFrom || sellTo
        ? `Bán ${sellFrom ? `từ ${formatDay(sellFrom)} ` : ''}${sellTo ? `đến ${formatDay(sellTo)}` : ''}.`
        : 'Bán quanh năm, tới khi hết.'}{' '}
      {repeatsYearly ? 'Năm sau tới ngày này món tự lên lại.' : ''}
    </p>
    <form method="post" data-once="">
      <Hidden name="nhac" value={repeatsYearly ? '0' : '1'} />
      <Submit kind="plain" name="go" value="mua-sau">
        {repeatsYearly ? 'Thôi nhắc mùa sau' : 'Mùa sau nhắc tôi'}
      </Submit>
    </form>
  </section>
);

export const Prices = ({ prices, unit }: { prices: readonly z.infer<typeof PriceAt>[]; unit: string }) => {
  if (prices.length < 2) return null;
  return (
    <details className="panel">
      <summary className="py-2 font-bold">Giá đã bán</summary>
      <Table
        caption="Giá từ trước tới nay, mới nhất trước"
        rows={prices}
        idOf={({ at }) => at}
        columns={[
          { head: 'Từ lúc', cell: ({ at }) => when(at) },
          { head: 'Giá', number: true, cell: ({ price }) => `${formatDong(price)}/${unitWord(unit)}` },
        ]}
      />
    </details>
  );
};

const movements: Readonly<Record<string, string>> = {
  received: 'Nhập thêm',
  sold: 'Đã bán',
  returned: 'Trả lại',
  corrected: 'Đếm lại',
  unpacked: 'Không đóng gói',
  weighed: 'Cân dư khi đóng gói',
  'written-off': 'Mất, hỏng',
  supplied: 'Xã viên góp',
  'supply-undone': 'Bỏ lần góp',
};

export const Movements = ({ stock, unit }: { stock: Stock; unit: string }) => {
  if (stock.movements.length === 0) return null;
  return (
    <details className="panel">
      <summary className="py-2 font-bold">Sổ nhập xuất</summary>
      <Table
        caption="Sổ nhập xuất, mới nhất trước"
        rows={stock.movements}
        idOf={(movement) => movement.id}
        columns={[
          { head: 'Lúc', cell: ({ at }) => when(at) },
          {
            head: 'Việc',
            cell: ({ kind, reason }) => {
              const word = movements[kind] ?? 'Thay đổi';
              return reason ? `${word}: ${reason}` : word;
            },
          },
          {
            head: 'Số lượng',
            number: true,
            cell: ({ quantity }) => `${quantity < 0 ? '−' : '+'}${formatQuantity(Math.abs(quantity), unit)}`,
          },
        ]}
      />
    </details>
  );
};
