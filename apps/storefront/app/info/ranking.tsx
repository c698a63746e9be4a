import { getRanking } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { reading, unsent, visitor } from '@chophien/site';
import { Crumbs } from '@chophien/ui';
import { breadcrumbs } from '../shop/graph.ts';
import { ReadingPage } from '../shop/reading-page.tsx';
import type { Route } from './+types/ranking';
import { policies } from './texts.tsx';

export const headers = reading;

export const loader = async ({ context }: Route.LoaderArgs) => {
  const { read, env } = context.get(visitor);
  return unsent({ ...(await read(getRanking)), origin: env.origin });
};

const path = '/chinh-sach/xep-hang';
const { title, summary } = policies['xep-hang']!;

/** What decides the order of goods, as the law on e-commerce asks to publish it: the very rows that search goes by. */
export default function Ranking({ loaderData: { since, legalRef, sorts, limits, origin } }: Route.ComponentProps) {
  return (
    <ReadingPage
      origin={origin}
      path={path}
      title={title}
      description={`${summary} Tiêu chí áp dụng từ ${formatDay(since)}.`}
      graph={[
        breadcrumbs(origin, [
          { word: 'Quy chế và chính sách', path: '/chinh-sach' },
          { word: title, path },
        ]),
      ]}
    >
      <div className="narrow grid gap-4">
        <Crumbs links={[{ href: '/chinh-sach', word: 'Quy chế và chính sách' }]} />
        <article className="words">
          <h1>{title}</h1>
          <p className="field-hint">
            Áp dụng từ {formatDay(since)}. Căn cứ: {legalRef}.
          </p>
          <p>
            Trang đầu, danh mục, trang xã và gian hàng xếp món mới nhất trước. Khi bạn gõ chữ để tìm, món đúng ý nhất
            đứng trước. Bạn đổi thứ tự ở phần “Lọc và sắp xếp”.
          </p>
          {sorts.map(({ sort, name, criteria }) => (
            <section key={sort}>
              <h2>{name}</h2>
              <ol className="list-decimal pl-5">
                {criteria.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ol>
            </section>
          ))}
          <h2>Điều luôn đúng</h2>
          <ul>
            {limits.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </article>
      </div>
    </ReadingPage>
  );
}
