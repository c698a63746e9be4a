import { sitemapPart } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { Route } from './+types/sitemap-file';
import { files } from './files.ts';
import { addresses, kinds, pages, xml } from './sitemap.ts';

/** `trang.xml`, `san-pham-1.xml`, `gian-hang-1.xml`. */
export const loader = async ({ context, params }: Route.LoaderArgs) => {
  const { read, env } = context.get(visitor);
  const known = await files(read);
  if (params.file === 'trang.xml') return xml(pages(env.origin, known));
  const [, name, number] = /^(san-pham|gian-hang)-([1-9]\d{0,4})\.xml$/.exec(params.file) ?? [];
  const kind = kinds[name as keyof typeof kinds];
  const file = kind && known[kind][Number(number) - 1];
  if (!file) return notFound(context);
  const part = async (after: string | undefined, limit: number) =>
    (await read(sitemapPart, { params: { kind }, query: { after, limit } })).items;
  return xml(addresses(env.origin, kind, part, file));
};
