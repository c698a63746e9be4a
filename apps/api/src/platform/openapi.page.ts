import type { OpenApi, Operation } from './openapi.ts';

const text = (value: string): string => value.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const code = (value: unknown): string => `<pre>${text(JSON.stringify(value, null, 2))}</pre>`;

/** The document for people: one page, no script. */
export const page = (document: OpenApi): string => {
  const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb: verb.toUpperCase(), operation })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chợ Phiên – tài liệu API</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}h2{margin-top:2rem}
summary{cursor:pointer;padding:.4rem 0}code{font-weight:600}pre{overflow-x:auto;background:#f4f4f0;padding:.75rem;font-size:.85rem}
.right{color:#555;font-size:.9rem}
</style></head><body><h1>Chợ Phiên – tài liệu API</h1>
<p>Bản đầy đủ theo chuẩn OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. ${operations.length} địa chỉ.
Từ chối được trả lời theo RFC 9457, tên của từ chối nằm ở <code>code</code>.</p>
${[...groups].map(([tag, some]) => `<h2>/${text(tag)}</h2>${some.map(entry).join('')}`).join('\n')}
<h2>Các kiểu dữ liệu</h2>
${Object.entries(document.components.schemas)
  .map(
    ([name, shape]) =>
      `<details id="${text(name)}"><summary><code>${text(name)}</code></summary>${code(shape)}</details>`,
  )
  .join('\n')}
</body></html>`;
};

const entry = ({ path, verb, operation }: { path: string; verb: string; operation: Operation }): string => {
  const right = operation['x-public'] ? 'ai cũng gọi được' : `cần quyền ${text(operation['x-right'] as string)}`;
  const { parameters, requestBody, responses } = operation;
  return `<details><summary><code>${verb} ${text(path)}</code> – ${text(operation.summary)} <span class="right">(${right})</span></summary>
${parameters ? `<h4>Tham số</h4>${code(parameters)}` : ''}${requestBody ? `<h4>Gửi lên</h4>${code(requestBody)}` : ''}
<h4>Trả lời</h4>${code(responses)}</details>`;
};
