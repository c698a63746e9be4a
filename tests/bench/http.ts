import type { System } from '../../infra/local/system.ts';
import { benchSystem } from './bench-system.ts';
import { categories, howMany, queries, slugOf } from './goods.ts';
import { hammer } from './measure.ts';

/** Lists, details, search and the storefront's list page. */
export const catalogueHttp = async (): Promise<boolean> => {
  const system = await benchSystem({ sites: true });
  try {
    return await reading(system);
  } finally {
    await system.stop();
  }
};

const reading = async (system: System): Promise<boolean> => {
  const api = system.urls.api!;
  const lists = categories.flatMap((category, index) => [
    `/listings?page=${1 + (index % 5)}`,
    `/listings?category=${category}`,
    `/listings?category=${category}&sort=price&page=2`,
  ]);
  const details = Array.from({ length: 500 }, (_, index) => `/listings/${slugOf((index * 37) % howMany)}`);
  const search = (accents: boolean) => queries(accents).map((words) => `/search?q=${encodeURIComponent(words)}`);
  const pages = categories.map((category) => `/san-pham?danh-muc=${category}`);
  const results = [
    await hammer('list', api, lists, { connections: 32 }, { perSecond: 1_500 }),
    await hammer('detail', api, details, { connections: 32 }, { perSecond: 1_500 }),
    await hammer('search without accents', api, search(false), { connections: 16 }, { perSecond: 300, p95: 60 }),
    await hammer('search with accents', api, search(true), { connections: 16 }, { perSecond: 300, p95: 60 }),
    await hammer(
      'storefront list page',
      system.urls.storefront!,
      pages,
      { connections: 32 },
      { perSecond: 150, p95: 250 },
    ),
  ];
  return results.every(Boolean);
};
