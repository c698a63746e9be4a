import { listCategories } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';

type Names = Readonly<Record<string, string>>;

let kept: Promise<Names> | undefined;
let until = 0;

/** The groups of goods, name by id. They change by release: asked once a minute, not once a page. */
export const categories = ({ call }: Visitor): Promise<Names> => {
  if (!kept || Date.now() > until) {
    until = Date.now() + 60_000;
    kept = call(listCategories).then(({ items }) => Object.fromEntries(items.map(({ id, name }) => [id, name])));
    kept.catch(() => {
      kept = undefined;
    });
  }
  return kept;
};
