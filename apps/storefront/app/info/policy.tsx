import { formatDay } from '@chophien/kernel';
import { keepAddress, notFound, reading, visitor } from '@chophien/site';
import { Crumbs } from '@chophien/ui';
import { ReadingPage } from '../shop/reading-page.tsx';
import type { Route } from './+types/policy';
import { policies } from './texts.tsx';

export const headers = reading;

export const loader = ({ context, params, request }: Route.LoaderArgs) => {
  const slug = params.page.toLowerCase();
  if (!Object.hasOwn(policies, slug)) return notFound(context);
  keepAddress(request, `/chinh-sach/${slug}`);
  return { slug, origin: context.get(visitor).env.origin };
};

export default function Policy({ loaderData: { slug, origin } }: Route.ComponentProps) {
  const policy = policies[slug];
  if (!policy) return null;
  const { title, summary, version, since, Text } = policy;
  return (
    <ReadingPage origin={origin} path={`/chinh-sach/${slug}`} title={title} description={summary}>
      <div className="narrow grid gap-4">
        <Crumbs links={[{ href: '/chinh-sach', word: 'Quy chế và chính sách' }]} />
        <article className="words">
          <h1>{title}</h1>
          <p className="field-hint">
            Bản {version}, áp dụng từ {formatDay(since)}.
          </p>
          <Text />
        </article>
      </div>
    </ReadingPage>
  );
}
