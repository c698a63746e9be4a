import { formatDong } from '@chophien/kernel';
import type { Settings } from './env.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';
import { callFaults } from './call-faults.ts';
import { mostReadingsInABatch } from './loggers/play.ts';
import { traceNames, traces } from './loggers/traces.ts';
import { testCard } from './vnpay/bank.page.ts';
import { mostCalls } from './vnpay/caller.ts';
import { vnpayFaults } from './vnpay/faults.ts';
import { sequenceNames } from './vnpay/outcomes.ts';
import { minimumAmount } from './vnpay/pay-request.ts';

/** Says what this process stands for, company by company, and where to press. */
export function homePage(settings: Settings): string {
  const { vnpay, logger, storefrontUrl } = settings;
  return page(
    'Giới thiệu',
    html`<h1>Máy giả lập các công ty khác</h1>
<p>Chợ Phiên làm việc với những công ty bên ngoài: cổng thanh toán, hãng nhắn tin, nhiệt kế trong thùng hàng. Máy này đóng vai các công ty ấy, nói đúng thứ tiếng của họ trên đường truyền. Với chợ, chỉ có địa chỉ là khác.</p>
<p>Mọi thứ ở đây giữ trong bộ nhớ: tắt máy là quên hết.</p>
<p><a href="${storefrontUrl}">Mở trang chợ</a></p>

<section class="card">
<h2>VNPay: cổng thanh toán</h2>
<p>Đặt hàng ở chợ, chọn trả qua VNPay, trang ngân hàng của máy này sẽ hiện ra. Thẻ thử:</p>
<dl>
<dt>Ngân hàng</dt><dd>NCB</dd>
<dt>Số thẻ</dt><dd>${testCard.number}</dd>
<dt>Chủ thẻ</dt><dd>${testCard.holder}</dd>
<dt>Phát hành</dt><dd>${testCard.issued}</dd>
<dt>Mã OTP</dt><dd>${testCard.otp}</dd>
</dl>
<ul>
<li>Trang trả tiền: <code>GET /paymentv2/vpcpay.html</code></li>
<li>Hỏi giao dịch, hoàn tiền: <code>POST /merchant_webapi/api/transaction</code></li>
<li>Báo cho chợ (IPN) tại <code>${vnpay.ipnUrl}</code>, nhiều nhất ${mostCalls} lần, cách nhau ${vnpay.retryIntervalMs / 1_000} giây, tới khi chợ đáp 00 hoặc 02</li>
<li>Số tiền nhỏ nhất: ${formatDong(minimumAmount)}</li>
</ul>
<p><a href="/so-vnpay">Xem sổ VNPay</a>: giao dịch và các lần báo.</p>
</section>

<section class="card">
<h2>SePay và payOS: chuyển khoản</h2>
<p><a href="/chuyen-khoan">Chuyển khoản</a> như từ ứng dụng ngân hàng: ghi số tài khoản, số tiền và nội dung ở trang thanh toán của chợ.</p>
<ul>
<li>SePay: <code>GET /sepay/transactions</code>, báo cho chợ có chữ ký, báo lại theo bậc thang phút 1, 1, 2, 3, 5, 8, 13</li>
<li>payOS: <code>POST /v2/payment-requests</code> và <code>GET /v2/payment-requests/…</code></li>
<li>Không cần trình duyệt: <code>POST /_control/transfers/send</code>; đã báo những gì: <a href="/_control/transfers"><code>GET /_control/transfers</code></a></li>
</ul>
</section>

<section class="card">
<h2>Kho ảnh và giấy tờ: S3</h2>
<p>Một kho như Amazon S3 để cất ảnh, giấy tờ; chợ dùng nó khi <code>STORAGE_URL</code> chỉ tới đây, còn không thì cất trong thư mục.</p>
<ul>
<li>Từng tệp: <code>PUT</code>, <code>GET</code>, <code>HEAD</code>, <code>DELETE</code> <code>/${settings.bucket.name}/…</code>, ký theo Signature Version 4</li>
<li>Đang giữ những gì: <a href="/_control/bucket"><code>GET /_control/bucket</code></a></li>
</ul>
</section>

<section class="card">
<h2>eSMS và Zalo: nhắn tin</h2>
<p>Mã đăng nhập, tin báo đơn của chợ đều về <a href="/hop-thu">Hộp thư</a>, không tới điện thoại thật.</p>
<ul>
<li>eSMS: <code>POST /MainService.svc/json/SendMultipleMessage_V4_post_json/</code></li>
<li>Zalo ZNS: <code>POST /message/template</code>; số kết thúc bằng 000 coi như không dùng Zalo</li>
</ul>
</section>

<section class="card">
<h2>Nhiệt kế tự ghi</h2>
<p><a href="/nhiet-ke">Cho nhiệt kế gửi số đo</a> của một chuyến hàng lạnh. Nhiệt kế gửi tới <code>${logger.apiUrl}/telemetry/batches</code>, mỗi lần nhiều nhất ${mostReadingsInABatch} số đo, có chữ ký.</p>
<ul>${traceNames.map((name) => html`<li>${traces[name]}: <code>${name}</code></li>`)}</ul>
</section>

<section class="card">
<h2>Bắt máy làm sai</h2>
<p>Dành cho người thử hệ thống. Gửi JSON tới <code>POST /_control</code>:</p>
<pre>{"provider":"vnpay","faults":["wrong-amount"],"scope":"next","times":2}
{"provider":"vnpay","sequence":"return-only","scope":"always"}
{"provider":"sms","fault":"throttle","times":3,"retryAfterSeconds":5}
{"provider":"vnpay","reset":true}</pre>
<ul>
<li>Lỗi của VNPay: ${vnpayFaults.map((name, index) => html`${index ? ', ' : ''}<code>${name}</code>`)}</li>
<li>Thứ tự báo: ${sequenceNames.map((name, index) => html`${index ? ', ' : ''}<code>${name}</code>`)}</li>
<li>Lỗi nhắn tin: ${callFaults.map((name, index) => html`${index ? ', ' : ''}<code>${name}</code>`)}</li>
<li>Đang cài gì: <a href="/_control"><code>GET /_control</code></a></li>
<li>Các lần báo: <a href="/_control/calls"><code>GET /_control/calls</code></a>, giao dịch: <a href="/_control/vnpay/payments"><code>GET /_control/vnpay/payments</code></a></li>
<li>Tin nhắn: <a href="/_control/messages"><code>GET /_control/messages</code></a></li>
<li>Trả tiền không cần trình duyệt: <code>POST /_control/vnpay/pay</code></li>
<li>Năm bài kiểm tra nghiệm thu của VNPay: <code>POST /_control/vnpay/sit</code></li>
<li>Nhiệt kế: <code>POST /_control/loggers/play</code></li>
</ul>
</section>`,
  );
}
