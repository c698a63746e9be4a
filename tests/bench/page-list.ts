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
  /** Search engines are told to leave it out. */
  hidden?: true;
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
  const of =
    (column: Column) =>
    (name: string, path: string, more: Partial<MeasuredPage> = {}): MeasuredPage => ({ name, path, column, ...more });
  const [reading, form] = [of('reading'), of('form')];
  const timed = { timed: true } as const;
  const hidden = { hidden: true } as const;
  return [
    reading('home', '/', timed),
    reading('category', `/danh-muc/${category.slug}`, timed),
    reading('list', '/san-pham'),
    reading('search', '/tim?q=vai+thieu', { ...timed, ...hidden }),
    reading('shelf of many filters', '/san-pham?giu=chilled,cool&xep=gia', hidden),
    reading('suggestions', '/tim/goi-y?q=vai', hidden),
    reading('nothing found', '/tim?q=khongcogidau', hidden),
    reading('product', `/san-pham/${slugOf(42)}`, timed),
    reading('stall', `/nha-vuon/${home.listings[0]!.producer.id}`, timed),
    reading('commune', `/xa/${commune.code}/${commune.slug}`, timed),
    reading('province', `/tinh/${province.code}/${province.slug}`),
    reading('policies', '/chinh-sach'),
    reading('ranking', '/chinh-sach/xep-hang'),
    reading('track', '/tra-don', hidden),
    form('basket', '/gio-hang', { timed: true }),
    form('listing form', '/ban-hang/dang-ban', { timed: true, producer: true }),
    form('own listings', '/ban-hang/san-pham', { producer: true }),
    form('order inbox', '/ban-hang/don-hang', { producer: true }),
  ];
};
