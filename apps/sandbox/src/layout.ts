import type { FastifyReply } from 'fastify';
import { html, type Markup, raw } from './markup.ts';

const style = raw(`
:root{--ink:#16241d;--soft:#4c5a52;--line:#cdd8d0;--paper:#fff;--ground:#f3f6f3;--green:#0b6b3a;--green-dark:#084f2b;--warn:#7a1d12;--warn-ground:#fdeeea}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
.banner{background:#ffd84d;color:#2b2300;text-align:center;font-weight:700;padding:.5rem;font-size:.95rem}
nav{background:var(--green-dark);padding:.25rem .5rem;display:flex;flex-wrap:wrap}
nav a{color:#fff;padding:.6rem .4rem;font-size:.95rem;min-height:44px;text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.5;margin:.25rem 0 .75rem}
h2{font-size:1.15rem;line-height:1.5;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1rem;margin:1rem 0}
.card h2{margin-top:0}
.soft{color:var(--soft)}
.amount{font-size:1.75rem;line-height:1.5;font-weight:700}
.refused{background:var(--warn-ground);border-color:#e3b2a8;color:var(--warn)}
dl{display:grid;grid-template-columns:minmax(5.5rem,auto) 1fr;gap:.25rem .75rem;margin:.5rem 0}
dt{color:var(--soft)}dd{margin:0;min-width:0}
label{display:block;font-weight:600;margin-top:.75rem}
.choice{display:flex;gap:.6rem;align-items:center;font-weight:400;min-height:48px;margin:0;padding:.3rem 0}
.choice input{width:1.3rem;height:1.3rem;flex:none;min-height:0}
input,select,button{font:inherit;width:100%;min-height:48px;border-radius:8px;border:1px solid #7f9186;padding:.5rem .75rem;background:#fff;color:var(--ink)}
button{cursor:pointer;margin-top:.5rem;font-weight:600}
button.first{background:var(--green);border-color:var(--green);color:#fff;min-height:56px;font-size:1.1rem}
button:focus-visible,input:focus-visible,select:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid #1d5fd1;outline-offset:2px}
summary{min-height:48px;padding:.6rem 0;cursor:pointer;font-weight:600}
fieldset{border:1px solid var(--line);border-radius:8px;margin:1rem 0 0;padding:.25rem .75rem}
legend{font-weight:600;padding:0 .25rem}
a{color:var(--green)}
code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.9rem}
pre{white-space:pre-wrap;background:#eef3ef;border-radius:8px;padding:.75rem;margin:.5rem 0}
ul{padding-left:1.25rem;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--line)}
.wide{overflow-x:auto}
.message p{white-space:pre-wrap;font-size:1.05rem}
.tag{display:inline-block;border-radius:6px;padding:0 .5rem;background:#dcebe1;color:var(--green-dark);font-weight:600}
.tag.zalo{background:#dbe8fb;color:#123f85}
.tag.bad{background:var(--warn-ground);color:var(--warn)}
svg{display:block;width:100%;height:auto}
`);

/** A whole page. `refresh` in seconds makes the browser read it again by itself. */
export function page(title: string, body: Markup, refresh?: number): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
${refresh ? html`<meta http-equiv="refresh" content="${refresh}">` : null}
<link rel="icon" href="data:,">
<title>${title} – Máy giả lập</title>
<style>${style}</style>
</head>
<body>
<div class="banner" role="note">Đây là máy giả lập, không có tiền thật</div>
<nav aria-label="Các trang"><a href="/">Giới thiệu</a><a href="/hop-thu">Hộp thư</a><a href="/nhiet-ke">Nhiệt kế</a><a href="/so-vnpay">Sổ VNPay</a></nav>
<main>
${body}
</main>
</body>
</html>
`.text;
}

/**
 * Sends a page. Nothing but our own style may run in it. No `form-action`: browsers hold it against the redirect to
 * the merchant that follows the bank's form as well.
 */
export function sendPage(reply: FastifyReply, text: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(text);
}
