import { formatDay } from '@chophien/kernel';
import { notFound, reading } from '@chophien/site';
import { Crumbs, Page } from '@chophien/ui';
import type { Route } from './+types/policy';
import { policies } from './texts.tsx';

export const headers = reading;

export const loader = ({ context, params }: Route.LoaderArgs) => {
  if (!Object.hasOwn(policies, params.page)) return notFound(context);
  return { slug: params.page };
};

export default function Policy({ loaderData: { slug } }: Route.ComponentProps) {
  const policy = policies[slug];
  if (!policy) return null;
  const { title, summary, version, since, Text } = policy;
  return (
    <Page title={title} description={summary} narrow>
      <Crumbs links={[{ href: '/chinh-sach', word: 'Quy chế và chính sách' }]} />
      <article className="words">
        <h1>{title}</h1>
        <p className="field-hint">
          Bản {version}, áp dụng từ {formatDay(since)}.
        </p>
        <Text />
      </article>
    </Page>
  );
}
