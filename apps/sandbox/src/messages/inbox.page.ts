import { formatInstant, localPhone } from '@chophien/kernel';
import { page } from '../layout.ts';
import { html } from '../markup.ts';
import type { Message } from './inbox.ts';

const shown = 100;
const refreshSeconds = 5;

/** All messages, or those of one number, newest first. */
export function inboxPage(messages: readonly Message[], phone: string): string {
  return page(
    'Hộp thư',
    html`<h1>Hộp thư SMS và Zalo (giả lập)</h1>
<p class="soft">Tin nhắn chợ gửi đi đều về đây, không tới điện thoại thật. Trang tự tải lại sau ${refreshSeconds} giây.</p>
<form method="get" action="/hop-thu" class="card">
<label for="so">Chỉ xem tin của số điện thoại</label>
<input id="so" name="so" type="tel" inputmode="tel" autocomplete="off" value="${phone}" placeholder="09…">
<button>Xem</button>
${phone ? html`<p><a href="/hop-thu">Xem tin của mọi số</a></p>` : null}
</form>
${
  messages.length === 0
    ? html`<p class="card">${phone ? `Chưa có tin nào gửi tới số ${phone}.` : 'Chưa có tin nào. Khi chợ gửi mã đăng nhập hay báo đơn, tin sẽ hiện ở đây.'}</p>`
    : null
}
${messages.slice(0, shown).map(
  (message) => html`<article class="card message">
<p><span class="tag ${message.via}">${message.via === 'sms' ? 'SMS' : 'Zalo'}</span> <strong>${localPhone(message.phone)}</strong></p>
<p>${message.text}</p>
<p class="soft">${formatInstant(new Date(message.at))}${message.brandname ? ` · ${message.brandname}` : ''}${message.templateId ? ` · mẫu ${message.templateId}` : ''}</p>
</article>`,
)}
${messages.length > shown ? html`<p class="soft">Còn ${messages.length - shown} tin cũ hơn. Lọc theo số điện thoại để xem.</p>` : null}`,
    refreshSeconds,
  );
}
