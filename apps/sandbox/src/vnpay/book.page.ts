import { formatDong, formatInstant } from '@chophien/kernel';
import { page } from '../layout.ts';
import { html } from '../markup.ts';
import type { Gateway } from './gateway.ts';
import { endings } from './outcomes.ts';

const shown = 50;

/** The newest payments and calls, for the person who wonders what VNPay did. */
export function bookPage(gateway: Gateway): string {
  const payments = gateway.ledger.list().slice(0, shown);
  const calls = gateway.recorder.list().slice(-shown).reverse();
  return page(
    'Sổ VNPay',
    html`<h1>Sổ VNPay (giả lập)</h1>
<p class="soft">Giữ trong bộ nhớ, tắt máy là quên. Trang tự tải lại sau 15 giây.</p>
<h2>Giao dịch</h2>
${payments.length === 0 ? html`<p class="card">Chưa có giao dịch nào. Đặt một đơn ở chợ và chọn trả qua VNPay.</p>` : null}
${payments.map(
  (payment) => html`<section class="card">
<p><strong>${formatDong(payment.amount)}</strong> · ${payment.txnRef}</p>
<p>${payment.result ? `${endings[payment.result.outcome].label} (mã ${payment.result.response})` : 'Đang chờ người mua'}</p>
${payment.refunds.map((refund) => html`<p>Hoàn ${formatDong(refund.amount)} lúc ${formatInstant(refund.at)}</p>`)}
<p class="soft">Mở lúc ${formatInstant(payment.openedAt)}</p>
</section>`,
)}
<h2>Các lần báo cho chợ (IPN)</h2>
${calls.length === 0 ? html`<p class="card">Chưa báo lần nào.</p>` : null}
${calls.map(
  (call) => html`<section class="card">
<p><span class="${call.verdict === 'stop' ? 'tag' : 'tag bad'}">${call.rspCode ?? 'không nhận'}</span> ${call.txnRef}, lần ${call.number}</p>
<p class="soft">${formatInstant(new Date(call.at))} · ${call.tookMs} ms${call.faults.length > 0 ? ` · lỗi cố ý: ${call.faults.join(', ')}` : ''}</p>
<p>${call.failure ?? call.body}</p>
</section>`,
)}`,
    15,
  );
}
