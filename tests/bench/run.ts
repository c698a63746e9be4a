import { build } from '../../infra/local/build.ts';
import { catalogue } from './catalogue-bench.ts';
import { catalogueHttp } from './http.ts';
import { lighthouses } from './lighthouse.ts';
import { orders } from './orders.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { searchQuality } from './search-quality.ts';
import { settlement } from './settlement.ts';
import { stock } from './stock.ts';

/**
 * `npm run bench [name …]`: what speed and size are, measured on a system of its own (`.data/bench`), one JSON line a
 * measurement. Exits with 1 when a measurement misses its mark.
 */
const benches: Record<string, () => Promise<boolean>> = {
  http: catalogueHttp,
  orders,
  stock,
  pages,
  lighthouse: lighthouses,
  people,
  catalogue,
  'search-quality': searchQuality,
  settlement,
};

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const name of names) {
  if (!benches[name]) {
    console.error(`Không có phép đo tên "${name}"; có: ${Object.keys(benches).join(', ')}.`);
    process.exit(2);
  }
}

await build();
let met = true;
for (const name of names.length > 0 ? names : Object.keys(benches)) met = (await benches[name]!()) && met;
process.exit(met ? 0 : 1);
