import { formatDong, formatInstant } from '@chophien/kernel';
import { html } from '../markup.ts';
import { page } from '../layout.ts';
import type { Settled } from './announcement.ts';
import type { Payment } from './ledger.ts';
import { endings, type Outcome, outcomes, sequenceNames, sequences } from './outcomes.ts';
import type { PayRefusal } from './pay-request.ts';

/** VNPay's published test card of NCB. */
export const testCard = {
  number: '9704198526191432198',
  holder: 'NGUYEN VAN A',
  issued: '07/15',
  otp: '123456',
} as const;

const button = (outcome: Outcome) =>
  html`<button name="outcome" value="${outcome}">${endings[outcome].label} (mã ${endings[outcome].response})</button>`;

/** The bank's page: what is paid, and every way it can end, each one tap. */
export function bankPage(payment: Payment): string {
  const others = outcomes.filter((outcome) => outcome !== 'paid' && outcome !== 'cancelled');
  return page(
    'Thanh toán VNPay',
    html`<h1>Thanh toán qua VNPay (giả lập)</h1>
<section class="card">
<p class="amount">${formatDong(payment.amount)}</p>
<dl>
<dt>Nội dung</dt><dd>${payment.orderInfo}</dd>
<dt>Mã giao dịch</dt><dd>${payment.txnRef}</dd>
<dt>Trả trước</dt><dd>${formatInstant(payment.expiresAt)}</dd>
</dl>
</section>
<form method="post" action="/paymentv2/vpcpay.html">
<input type="hidden" name="token" value="${payment.token}">
<section class="card">
<h2>Thẻ thử của ngân hàng NCB</h2>
<dl>
<dt>Số thẻ</dt><dd>${testCard.number}</dd>
<dt>Chủ thẻ</dt><dd>${testCard.holder}</dd>
<dt>Phát hành</dt><dd>${testCard.issued}</dd>
<dt>Mã OTP</dt><dd>${testCard.otp}</dd>
</dl>
<p class="soft">Thẻ đã điền sẵn. Bấm nút dưới là trả xong.</p>
<button class="first" name="outcome" value="paid">Trả ${formatDong(payment.amount)}</button>
<button name="outcome" value="cancelled">${endings.cancelled.label}</button>
</section>
<details class="card">
<summary>Thử khi ngân hàng không cho trả</summary>
${others.map(button)}
</details>
<details class="card">
<summary>Thử đóng trang, đổi thứ tự báo tin</summary>
<fieldset><legend>Báo kết quả thế nào</legend>
<label class="choice"><input type="radio" name="sequence" value="" checked> Như đã cài (bình thường: báo cho chợ trước)</label>
${sequenceNames.map(
  (name) =>
    html`<label class="choice"><input type="radio" name="sequence" value="${name}"> ${sequences[name]}</label>
`,
)}</fieldset>
<p class="soft">Chọn một cách, rồi bấm nút kết quả ở trên.</p>
<button name="outcome" value="left">Đóng trang, không trả và không hủy</button>
</details>
</form>
<p class="soft">Máy giả lập nhớ giao dịch trong bộ nhớ: tắt máy là quên hết.</p>`,
  );
}

/** What stands on the screen when the gateway does not take the payment on; the merchant hears nothing of it. */
export function errorPage(refusal: PayRefusal): string {
  return page(
    'Không thanh toán được',
    html`<h1>Không thanh toán được</h1>
<section class="card refused">
<p><strong>Mã lỗi: ${refusal.code}</strong></p>
<p>${refusal.message}</p>
${refusal.field ? html`<p>Trường sai: <code>${refusal.field}</code></p>` : null}
</section>
<p>Chưa có khoản tiền nào bị trừ. Bạn quay lại trang chợ rồi bấm thanh toán lần nữa.</p>`,
  );
}

/** For the choices in which the buyer closed the page; `payment` absent: left without deciding. */
export function closedPage(payment?: Settled): string {
  return page(
    'Đã đóng trang',
    html`<h1>Bạn đã đóng trang thanh toán</h1>
<section class="card">
<p>${
      payment
        ? html`Ngân hàng đã ghi: <strong>${endings[payment.result.outcome].label}</strong> (mã ${payment.result.response}). Trình duyệt không quay về chợ.`
        : html`Giao dịch vẫn để ngỏ, chưa trả và chưa hủy. Chợ không được báo gì; hết hạn thì không trả được nữa.`
    }</p>
</section>`,
  );
}
