import { afterAll, beforeAll, expect, test } from 'vitest';
import { Beside } from '../../../../tests/support/beside.ts';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { fact, market } from '../../../../tests/support/market.ts';
import { HideProducer, RenameProducer, WithdrawListing } from '../catalogue/index.ts';
import { inTx, rows } from '../platform/database.ts';
import { PagesModule } from './pages.module.ts';

const { url } = await freshDatabase();
let house: Beside;
let the: ReturnType<typeof market>;

beforeAll(async () => {
  house = await Beside.open(url, { imports: [PagesModule] });
  the = market(house.app, house.db);
});
afterAll(() => house?.close());

interface Counted {
  id: string;
  code: string;
  slug: string;
  listings: number;
}
/** Of what the pages answer, what is looked at here. */
interface Shown {
  producer: { id: string; slug: string; name: string };
  listing: { id: string; slug: string; producer: { name: string } };
  stall: { slug: string; name: string } | null;
  similar: { id: string }[];
  communes: Counted[];
  categories: Counted[];
  listings: { after: string | null; count: number }[];
  coming: { listing: { id: string }; from: string }[];
  items: { id: string; slug: string }[];
}
const read = async (path: string): Promise<{ status: number; body: Shown }> => house.ask('GET', path);

const renamed = (producer: string, producerName: string) =>
  inTx(house.db, (tx) =>
    house.get(RenameProducer).handle(
      [
        fact('producer.renamed', producer, {
          at: house.clock.now(),
          data: { commune: '07330', producerName } as never,
        }),
      ],
      tx,
    ),
  );

test('a stall has an address in words, and one that took another name is found under both', async () => {
  const { producer } = await the.seller({ name: 'Vườn nhà Hoa' });
  const before = await read(`/pages/producers/${producer}`);
  const { slug } = before.body.producer;
  expect(slug).toMatch(/^vuon-nha-hoa-[0-9a-f]{8}$/);
  await renamed(producer, 'Vườn bà Hoa');
  const after = await read(`/pages/producers/${slug}`);
  expect(after.body.producer).toMatchObject({ id: producer, name: 'Vườn bà Hoa' });
  expect(after.body.producer.slug).toMatch(/^vuon-ba-hoa-[0-9a-f]{8}$/);
});

test('goods of a stall that took another name carry it', async () => {
  const seller = await the.seller({ name: 'Tổ ong rừng' });
  const { slug } = await the.listing(seller);
  await renamed(seller.producer, 'Mật ong rừng Yên Thế');
  const { body } = await read(`/pages/listings/${slug}`);
  expect(body.listing.producer.name).toBe('Mật ong rừng Yên Thế');
  expect(body.stall?.slug).toMatch(/^mat-ong-rung-yen-the-/);
});

test('a listing that took another name is found under its former address too, and nobody else ever under it', async () => {
  const seller = await the.seller();
  const one = await the.listing(seller, { name: 'Vải sớm' });
  await the.renamed(seller, one.id, 'Vải u hồng');
  const found = await read(`/pages/listings/${one.slug}`);
  expect(found.body.listing).toMatchObject({ id: one.id });
  expect(found.body.listing.slug).toMatch(/^vai-u-hong-/);

  const other = await the.listing(seller, { name: 'Vải lai' });
  await rows(house.db, 'update catalogue.offer set slug = $2 where id = $1', [other.id, one.slug]);
  expect((await read(`/pages/listings/${one.slug}`)).body.listing.id).toBe(one.id);

  // Back to its first name: the address is its own again, and leads nowhere in circles.
  await rows(house.db, 'delete from catalogue.offer_picture where offer = $1', [other.id]);
  await rows(house.db, 'delete from catalogue.price where offer = $1', [other.id]);
  await rows(house.db, 'delete from catalogue.listing_step where offer = $1', [other.id]);
  await rows(house.db, 'delete from catalogue.listing_review where offer = $1', [other.id]);
  await rows(house.db, 'delete from catalogue.offer where id = $1', [other.id]);
  await the.renamed(seller, one.id, 'Vải sớm');
  expect((await read(`/pages/listings/${one.slug}`)).body.listing.slug).toBe(one.slug);
});

test('of what is no longer sold a page says where to look instead; of what never was, nothing', async () => {
  const [seller, neighbour] = [await the.seller(), await the.seller({ name: 'Hộ ông Năm' })];
  const sold = await the.listing(seller, { name: 'Vải hết mùa' });
  const alike = await the.listing(neighbour, { name: 'Vải còn mùa' });
  expect((await read(`/pages/gone/${sold.slug}`)).status).toBe(404);
  await house.get(WithdrawListing).run(seller.actor, sold.id);
  expect((await read(`/pages/listings/${sold.slug}`)).status).toBe(404);
  const gone = await read(`/pages/gone/${sold.slug}`);
  expect(gone.body).toMatchObject({ seasonOver: false, stall: { name: 'Hộ bà Tư' }, category: { id: 'trai-cay' } });
  expect(gone.body.similar.map(({ id }) => id)).toContain(alike.id);
  expect(JSON.stringify(gone.body)).not.toContain('hết mùa');

  await inTx(house.db, (tx) => house.get(HideProducer).handle([the.suspended(seller.producer)], tx));
  expect((await read(`/pages/gone/${sold.slug}`)).body.stall).toBeNull();
  expect((await read('/pages/gone/khong-he-co-12345678')).status).toBe(404);
});

test('a product shows what is like it from others, never its own seller’s', async () => {
  const [mine, hers] = [await the.seller(), await the.seller({ name: 'Hộ cô Sáu' })];
  const listing = await the.listing(mine, { commodity: 'pomelo', name: 'Bưởi da xanh' });
  await the.listing(mine, { commodity: 'pomelo', name: 'Bưởi năm roi' });
  const other = await the.listing(hers, { commodity: 'pomelo', name: 'Bưởi Diễn' });
  const { body } = await read(`/pages/listings/${listing.slug}`);
  expect(body.similar.map(({ id }) => id)).toEqual([other.id]);
});

test('a province shows the communes that sell, by how much, and its categories', async () => {
  const { body } = await read('/pages/provinces/24');
  expect(body.communes[0]).toMatchObject({ code: '07330', slug: 'xa-phuc-hoa' });
  const sum = (all: { listings: number }[]) => all.reduce((total, { listings }) => total + listings, 0);
  expect(sum(body.categories)).toBe(sum(body.communes));
  expect((await read('/pages/provinces/99')).status).toBe(404);
});

test('a commune and a stall tell what is to come, and from which day; what is not sold yet does not stand among the rest', async () => {
  const seller = await the.seller({ name: 'Vườn chờ mùa', commune: '07246' });
  const later = await the.listing(seller, { name: 'Vải chính vụ', sellFrom: '2027-06-10', sellTo: '2027-07-10' });
  const sooner = await the.listing(seller, { name: 'Vải sớm năm sau', sellFrom: '2027-05-15', sellTo: '2027-06-10' });
  const now = await the.listing(seller, { name: 'Vải sấy' });
  for (const path of ['/pages/communes/07246', `/pages/producers/${seller.producer}`]) {
    const { body } = await read(path);
    expect(body.coming.map(({ listing, from }) => [listing.id, from])).toEqual([
      [sooner.id, '2027-05-15'],
      [later.id, '2027-06-10'],
    ]);
    expect((body.listings as unknown as { id: string }[]).map(({ id }) => id)).toEqual([now.id]);
  }
});

test('a sitemap names everything that is shown, and nothing that is not', async () => {
  const seller = await the.seller({ name: 'Hộ ẩn' });
  const hidden = await the.listing(seller, { name: 'Món ẩn' });
  await inTx(house.db, (tx) => house.get(HideProducer).handle([the.suspended(seller.producer)], tx));
  const files = await read('/sitemap');
  const [{ n }] = (await rows<{ n: number }>(
    house.db,
    'select count(*)::int as n from catalogue.offer where visible',
  )) as [{ n: number }];
  expect(files.body.listings).toMatchObject([{ after: null, count: n }]);
  const walked: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await read(`/sitemap/listings?limit=2${after && `&after=${after}`}`);
    walked.push(...body.items.map(({ slug }) => slug));
    if (body.items.length < 2) break;
    after = body.items[1]!.id;
  }
  expect(walked).toHaveLength(n);
  expect(walked).not.toContain(hidden.slug);
});
