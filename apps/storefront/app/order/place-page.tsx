import type { AnswerOf, listPaymentWays, QuoteView } from '@chophien/contracts';
import { formatDong, formatQuantity, inWords, localPhone } from '@chophien/kernel';
import { Choices, ErrorSummary, Form, Hidden, Note, Page, type Refusal, StorageBadge, Submit } from '@chophien/ui';

type Ways = AnswerOf<typeof listPaymentWays>['items'];

interface Props {
  id: string;
  quote: QuoteView | undefined;
  ways: Ways;
  /** Why there is no price: nothing goes there, or something ran out. */
  refused: string | undefined;
  lines: readonly { offer: string; quantity: number }[];
  deliverTo: { name: string; phone: string; address: string; note?: string | undefined };
  communeName: string;
  refusal: Refusal | undefined;
}

/** Everything once more before the last tap: goods, where to, what it costs with its way, and how it is paid. */
export const PlacePage = ({ id, quote, ways, refused, lines, deliverTo, communeName, refusal }: Props) => (
  <Page title="Xem lại và đặt hàng" narrow hidden refused={Boolean(refusal)}>
    <p className="field-hint">Đặt hàng, bước 3 trên 3</p>
    <h1>Xem lại và đặt hàng</h1>
    <ErrorSummary refusal={refusal} />
    <section className="panel grid gap-1">
      <h2>Giao đến</h2>
      <p>
        {deliverTo.name}, {localPhone(deliverTo.phone)}
        <br />
        {deliverTo.address}, {communeName}
        {deliverTo.note && (
          <>
            <br />
            Dặn: {deliverTo.note}
          </>
        )}
      </p>
      <p className="flex flex-wrap gap-x-4">
        <a className="inline-block py-2" href="/dat-hang/nguoi-nhan">
          Sửa người nhận
        </a>
        <a className="inline-block py-2" href="/dat-hang">
          Sửa nơi nhận
        </a>
      </p>
    </section>
    {refused && (
      <>
        <Note tone="bad">{refused}</Note>
        <p>
          <a className="button" href="/gio-hang">
            Về giỏ hàng để sửa
          </a>
        </p>
      </>
    )}
    {quote && (
      <>
        <QuoteParcels quote={quote} />
        <dl className="sums panel">
          <dt>Tiền hàng</dt>
          <dd>{formatDong(quote.goods)}</dd>
          <dt>Tiền giao</dt>
          <dd>{formatDong(quote.shipping)}</dd>
          <dt className="total">Tất cả</dt>
          <dd className="total">{formatDong(quote.total)}</dd>
          <dd className="field-hint wide text-left whitespace-normal">Bằng chữ: {inWords(quote.total)} đồng</dd>
        </dl>
        <Form>
          <Hidden name="id" value={refusal?.code === 'ordering.id-used' ? id : typedId(refusal, id)} />
          <Hidden name="total" value={quote.total} />
          {lines.map(({ offer, quantity }) => (
            <Hidden key={offer} name="line" value={`${offer}:${quantity}`} />
          ))}
          <Choices
            name="payment"
            legend="Trả tiền thế nào?"
            refusal={refusal}
            chosen={['cod']}
            options={ways.filter(({ possible }) => possible).map(({ method }) => wayWords[method])}
          />
          <p className="field-hint">
            Bấm “Đặt hàng” là bạn đồng ý mua với giá trên theo <a href="/chinh-sach/quy-che">quy chế mua bán</a>.
          </p>
          <Submit kind="buy" wide>
            Đặt hàng, {formatDong(quote.total)}
          </Submit>
        </Form>
      </>
    )}
  </Page>
);

const wayWords: Record<Ways[number]['method'], { value: string; word: string }> = {
  cod: { value: 'cod', word: 'Trả tiền mặt khi nhận hàng' },
  vnpay: { value: 'vnpay', word: 'Trả ngay qua VNPay (thẻ, tài khoản, mã QR)' },
  vietqr: { value: 'vietqr', word: 'Chuyển khoản ngân hàng, quét mã VietQR' },
};

/** The same number again after a refusal, so that what was sent twice is still one order. */
const typedId = (refusal: Refusal | undefined, fresh: string): string => {
  const typed = refusal?.typed.id;
  return typeof typed === 'string' ? typed : fresh;
};

const QuoteParcels = ({ quote }: { quote: QuoteView }) => (
  <section className="panel grid gap-4">
    <h2>Hàng</h2>
    {quote.parcels.map((parcel) => (
      <div key={`${parcel.producer.id} ${parcel.storage}`} className="grid gap-1">
        <h3 className="flex flex-wrap items-center gap-2">
          {parcel.producer.name} <StorageBadge value={parcel.storage} />
        </h3>
        <dl className="sums">
          {parcel.lines.map((line) => (
            <div key={line.offer} className="contents">
              <dt>
                {line.name}, {formatQuantity(line.quantity, line.unit)}
              </dt>
              <dd>{formatDong(line.amount)}</dd>
            </div>
          ))}
          <dt className="field-hint">Tiền giao kiện này</dt>
          <dd>{formatDong(parcel.shipping)}</dd>
        </dl>
      </div>
    ))}
    <p>
      <a href="/gio-hang">Sửa giỏ hàng</a>
    </p>
  </section>
);
