import type { AnswerOf, Client, sitemapFiles } from '@chophien/contracts';
import { policies } from '../info/texts.tsx';
import { categoryPath, communePath, listingPath, provincePath, stallPath } from '../shop/paths.ts';

export type Files = AnswerOf<typeof sitemapFiles>;

const header = { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' };

/** An XML answer, written as it comes: a hundred thousand addresses are never in memory at once. */
export const xml = (parts: AsyncIterable<string>): Response => {
  const iterator = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, { headers: header });
};

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const text = (words: string): string => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const entry = (tag: 'url' | 'sitemap', address: string, changedAt?: string): string =>
  `<${tag}><loc>${text(address)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</${tag}>\n`;

const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The kinds of files by the first words of their names. */
export const kinds = { 'san-pham': 'listings', 'gian-hang': 'stalls' } as const;

/** The file that names all files. */
export async function* index(origin: string, files: Files): AsyncGenerator<string> {
  yield `${start}<sitemapindex ${space}>\n${entry('sitemap', `${origin}/sitemap/trang.xml`)}`;
  for (const [name, kind] of Object.entries(kinds)) {
    yield files[kind]
      .map(({ changedAt }, at) => entry('sitemap', `${origin}/sitemap/${name}-${at + 1}.xml`, changedAt))
      .join('');
  }
  yield '</sitemapindex>\n';
}

/** The pages that are few: the home page, categories, places that sell, and what the site promises. */
export async function* pages(origin: string, { categories, provinces, communes }: Files): AsyncGenerator<string> {
  const paths = [
    ...['/', '/san-pham', '/chinh-sach', ...Object.keys(policies).map((slug) => `/chinh-sach/${slug}`)],
    ...categories.map(categoryPath),
    ...provinces.map(provincePath),
    ...communes.map(communePath),
  ];
  yield `${start}<urlset ${space}>\n`;
  yield paths.map((path) => entry('url', origin + path)).join('');
  yield '</urlset>\n';
}

/** One file of many: asked for in thousands, in the order of ids. */
export async function* addresses(
  origin: string,
  kind: 'listings' | 'stalls',
  part: (after: string | undefined, limit: number) => Promise<{ id: string; slug: string; changedAt: string }[]>,
  file: { after: string | null; count: number },
): AsyncGenerator<string> {
  const path = kind === 'listings' ? listingPath : stallPath;
  yield `${start}<urlset ${space}>\n`;
  let after = file.after ?? undefined;
  for (let left = file.count; left > 0; ) {
    const items = await part(after, Math.min(left, 2_000));
    yield items.map((item) => entry('url', origin + path(item), item.changedAt)).join('');
    after = items.at(-1)?.id;
    if (!after) break;
    left -= items.length;
  }
  yield '</urlset>\n';
}

/** Where files begin is counted over everything on sale: asked once in ten minutes, whoever reads. */
export const remembered = (ask: (read: Client) => Promise<Files>, now = Date.now) => {
  let files: Promise<Files> | undefined;
  let until = 0;
  return (read: Client): Promise<Files> => {
    if (!files || now() > until) {
      until = now() + 600_000;
      files = ask(read);
      files.catch(() => {
        files = undefined;
      });
    }
    return files;
  };
};
