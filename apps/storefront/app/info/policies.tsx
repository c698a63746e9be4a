import { reading } from '@chophien/site';
import { Page } from '@chophien/ui';
import { policies } from './texts.tsx';

export const headers = reading;

export default function Policies() {
  return (
    <Page
      title="Quy chế và chính sách"
      description="Ai bán và ai vận hành Chợ Phiên, giá và giao hàng, trả hàng, khiếu nại, dữ liệu cá nhân, cách xếp hàng hoá."
      narrow
    >
      <h1>Quy chế và chính sách</h1>
      <ul className="grid gap-2">
        {Object.entries(policies).map(([slug, { title, summary }]) => (
          <li key={slug} className="panel">
            <h2>
              <a href={`/chinh-sach/${slug}`}>{title}</a>
            </h2>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
