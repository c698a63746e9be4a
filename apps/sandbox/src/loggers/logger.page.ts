import { formatInstant } from '@chophien/kernel';
import { page } from '../layout.ts';
import { html, type Markup, raw } from '../markup.ts';
import type { Played } from './play.ts';
import {
  defaultLengthMinutes,
  defaultStepSeconds,
  defaultTemperatureTarget,
  type Reading,
  traceNames,
  traces,
} from './traces.ts';

/** The form that plays a trace, with the result of the last one above it. */
export function loggerPage(shown: {
  readonly played?: Played;
  readonly refused?: string;
  readonly deviceId?: string;
}): string {
  return page(
    'Nhiệt kế',
    html`<h1>Nhiệt kế tự ghi (giả lập)</h1>
<p>Máy này đóng vai nhiệt kế đặt trong thùng hàng lạnh. Chọn một chuyến, nó gửi cả loạt số đo đã ký tới chợ, như nhiệt kế thật khi về tới nơi có mạng.</p>
${shown.refused ? html`<p class="card refused">Chưa gửi được. Ô sai: ${shown.refused}</p>` : null}
${shown.played ? result(shown.played) : null}
<form method="post" action="/nhiet-ke" class="card">
<label for="deviceId">Mã thiết bị</label>
<input id="deviceId" name="deviceId" required maxlength="100" autocomplete="off" value="${shown.played?.deviceId ?? shown.deviceId ?? ''}">
<label for="key">Khóa thiết bị</label>
<input id="key" name="key" type="password" required maxlength="200" autocomplete="off">
<fieldset><legend>Chuyện gì xảy ra trên đường</legend>
${traceNames.map(
  (name) =>
    html`<label class="choice"><input type="radio" name="trace" value="${name}"${name === (shown.played?.trace ?? traceNames[0]) ? raw(' checked') : null}> ${traces[name]}</label>
`,
)}</fieldset>
<label for="target">Nhiệt độ cần giữ (°C)</label>
<input id="target" name="target" inputmode="decimal" value="${shown.played?.target ?? defaultTemperatureTarget}">
<label for="stepSeconds">Bao nhiêu giây đo một lần</label>
<input id="stepSeconds" name="stepSeconds" inputmode="numeric" value="${defaultStepSeconds}">
<label for="lengthMinutes">Chuyến dài bao nhiêu phút (kết thúc bây giờ)</label>
<input id="lengthMinutes" name="lengthMinutes" inputmode="numeric" value="${defaultLengthMinutes}">
<button class="first">Gửi số đo tới chợ</button>
</form>`,
  );
}

function result(played: Played): Markup {
  const first = played.readings[0];
  const last = played.readings.at(-1);
  return html`<section class="card">
<h2>${played.accepted ? 'Chợ đã nhận số đo' : 'Chợ không nhận'}</h2>
<p>${traces[played.trace]}: ${played.readings.length} số đo${first && last ? ` từ ${formatInstant(new Date(first.at))} đến ${formatInstant(new Date(last.at))}` : ''}.</p>
${chart(played.readings)}
${played.batches.map(
  (
    batch,
  ) => html`<p><span class="${batch.accepted ? 'tag' : 'tag bad'}">${batch.accepted ? 'đã nhận' : 'không nhận'}</span> ${batch.readings} số đo, gửi ${batch.tries.length} lần</p>
${batch.tries.map((one) => html`<pre>${one.status ?? '—'} ${one.answer}</pre>`)}`,
)}
</section>`;
}

/** The curve as SVG; a pause of more than twice the usual step breaks the line. */
function chart(readings: readonly Reading[]): Markup | null {
  if (readings.length < 2) return null;
  const points = readings.map(({ at, celsius }) => ({ time: Date.parse(at), celsius }));
  const times = points.map(({ time }) => time);
  const [start, end] = [times[0] as number, times.at(-1) as number];
  const warmest = Math.max(...points.map(({ celsius }) => celsius)) + 1;
  const coldest = Math.min(...points.map(({ celsius }) => celsius)) - 1;
  const step = Math.min(...times.slice(1).map((time, index) => time - (times[index] as number)));
  const drawn = points.map(({ time, celsius }, index) => {
    const joined = index > 0 && time - (times[index - 1] as number) <= 2 * step;
    const x = (36 + ((time - start) / (end - start)) * 316).toFixed(1);
    const y = (12 + ((warmest - celsius) / (warmest - coldest)) * 116).toFixed(1);
    return `${joined ? 'L' : 'M'}${x} ${y}`;
  });
  return html`<svg viewBox="0 0 360 140" role="img" aria-label="Đường nhiệt độ, thấp nhất ${(coldest + 1).toFixed(1)} °C, cao nhất ${(warmest - 1).toFixed(1)} °C">
<rect x="36" y="12" width="316" height="116" fill="#eef3ef"></rect>
<text x="2" y="20" font-size="11">${(warmest - 1).toFixed(1)}°</text>
<text x="2" y="128" font-size="11">${(coldest + 1).toFixed(1)}°</text>
<path d="${drawn.join('')}" fill="none" stroke="#0b6b3a" stroke-width="2"></path>
</svg>`;
}
