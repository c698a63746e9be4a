import type { ProvinceView, StorageClass } from '@chophien/contracts';
import { Icon, storage, withQuery } from '@chophien/ui';

interface Props {
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  provinces: readonly ProvinceView[];
  /** Orders can be chosen; a search is in the order of how well it fits. */
  sortable?: boolean;
}

const kept = Object.entries(storage) as [StorageClass, (typeof storage)[StorageClass]][];
const orders = [
  [undefined, 'Mới nhất'],
  ['gia', 'Giá thấp trước'],
  ['-gia', 'Giá cao trước'],
] as const;

/** Filters as links: each combination has its own address, and nothing waits for a script. */
export const FilterLinks = ({ path, query, provinces, sortable }: Props) => {
  const province = provinces.find(({ code }) => code === query.tinh);
  return (
    <div className="grid gap-2 no-print">
      <div className="filters">
        {kept.map(([value, { word, icon }]) => (
          <a
            key={value}
            className="chip"
            href={withQuery(path, query, { giu: query.giu === value ? undefined : value })}
            aria-current={query.giu === value ? 'true' : undefined}
          >
            <Icon name={icon} />
            {word}
          </a>
        ))}
      </div>
      <details>
        <summary className="chip">
          {province ? province.name : 'Mọi tỉnh, thành'}
          {sortable ? ' · Sắp xếp' : ''}
        </summary>
        <div className="grid gap-3 pt-3">
          {sortable && (
            <nav className="filters" aria-label="Sắp xếp">
              {orders.map(([value, word]) => (
                <a
                  key={word}
                  className="chip"
                  href={withQuery(path, query, { xep: value })}
                  aria-current={query.xep === value ? 'true' : undefined}
                >
                  {word}
                </a>
              ))}
            </nav>
          )}
          <nav className="filters" aria-label="Tỉnh, thành">
            {province && (
              <a className="chip" href={withQuery(path, query, { tinh: undefined, xa: undefined })}>
                Mọi tỉnh, thành
              </a>
            )}
            {provinces.map(({ code, name }) => (
              <a
                key={code}
                className="chip"
                href={withQuery(path, query, { tinh: code, xa: undefined })}
                aria-current={query.tinh === code ? 'true' : undefined}
              >
                {name}
              </a>
            ))}
          </nav>
        </div>
      </details>
    </div>
  );
};
