import { client as callerOf, homePage, type Client } from '@chophien/contracts';
import { slugOf } from './goods.ts';

/** Whose budget a page has: what is read, or what is filled in. */
export type Column = 'reading' | 'form';

export interface MeasuredPage {
  name: string;
  path: string;
  column: Column;
  /** One of the eight on which speed is measured as well. */
  timed?: true;
  /** Opened as a producer of the demonstration. */
  producer?: true;
}

/** Every reading page and the steps of listing and ordering, by addresses that the measured goods have. */
export const pageList = async (api: string): Promise<MeasuredPage[]> => {
  const call: Client = callerOf({ baseUrl: api });
  const home = await call(homePage);
  const commune = home.communes[0]!;
  const province = home.provinces[0]!;
  const category = home.categories[0]!;
  const reading = (name: string, path: string, timed?: true): MeasuredPage => ({
    name,
    path,
    column: 'reading',
    ...(timed ? { timed } : {}),
  });
  const form = (name: string, path: string, more: Partial<MeasuredPage> = {}): MeasuredPage => ({
    name,
    path,
    column: 'form',
    ...more,
  });
  return [
    reading('home', '/', true),
    reading('category', `/danh-muc/${category.slug}`, true),
    reading('list', '/san-pham'),
    reading('search', '/tim?q=vai+thieu', true),
    reading('nothing found', '/tim?q=khongcogidau'),
    reading('product', `/san-pham/${slugOf(42)}`, true),
    reading('stall', `/nha-vuon/${home.listings[0]!.producer.id}`, true),
    reading('commune', `/xa/${commune.code}/${commune.slug}`, true),
    reading('province', `/tinh/${province.code}/${province.slug}`),
    reading('policies', '/chinh-sach'),
    reading('ranking', '/chinh-sach/xep-hang'),
    reading('track', '/tra-don'),
    form('basket', '/gio-hang', { timed: true }),
    form('listing form', '/ban-hang/dang-ban', { timed: true, producer: true }),
    form('own listings', '/ban-hang/san-pham', { producer: true }),
    form('order inbox', '/ban-hang/don-hang', { producer: true }),
  ];
};
