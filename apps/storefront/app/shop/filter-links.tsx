import type { ProvinceView, StorageClass } from '@chophien/contracts';
import { Icon, storage, withQuery } from '@chophien/ui';

interface Props {
  path: string;
  query: Readonly<Record<string, string | undefined>>;
  provinces: readonly ProvinceView[];
  /** Orders can be chosen; a search is in the order of how well it fits. */
  sortable?: boolean;
}

interface Choice {
  value: string | undefined;
  word: string;
  icon?: (typeof storage)[StorageClass]['icon'];
}

const kept: Choice[] = Object.entries(storage).map(([value, { word, icon }]) => ({ value, word, icon }));
const orders: Choice[] = [
  { value: undefined, word: 'Mới nhất trước' },
  { value: 'gia', word: 'Giá thấp trước' },
  { value: '-gia', word: 'Giá cao trước' },
];

/** Filters as links, folded: each combination has its own address, and nothing waits for a script. */
export const FilterLinks = ({ path, query, provinces, sortable }: Props) => {
  const places: Choice[] = provinces.map(({ code, name }) => ({ value: code, word: name }));
  const groups = [
    { name: 'giu', title: 'Cách giữ', choices: kept },
    ...(sortable ? [{ name: 'xep', title: 'Sắp xếp', choices: orders }] : []),
    { name: 'tinh', title: 'Tỉnh, thành', choices: places },
  ];
  const active = groups.flatMap(({ name, choices }) =>
    choices.filter(({ value }) => value !== undefined && query[name] === value),
  );
  return (
    <details className="no-print">
      <summary className="chip" aria-current={active.length > 0 ? 'true' : undefined}>
        {active.length > 0 ? `Lọc: ${active.map(({ word }) => word.toLowerCase()).join(', ')}` : 'Lọc và sắp xếp'}
      </summary>
      <div className="grid gap-3 pt-3">
        {active.length > 0 && (
          <p>
            <a href={withQuery(path, { q: query.q }, {})}>Bỏ hết điều kiện lọc</a>
          </p>
        )}
        {groups.map(({ name, title, choices }) => (
          <nav key={name} aria-label={title} className="grid gap-2">
            <h2>{title}</h2>
            <div className="filters">
              {choices.map(({ value, word, icon }) => {
                const on = query[name] === value;
                // Pressing the one that is on takes it off; another province ends the choice of a commune.
                const change = { [name]: on ? undefined : value, ...(name === 'tinh' ? { xa: undefined } : {}) };
                return (
                  <a
                    key={word}
                    className="chip"
                    href={withQuery(path, query, change)}
                    aria-current={on ? 'true' : undefined}
                  >
                    {icon && <Icon name={icon} />}
                    {word}
                  </a>
                );
              })}
            </div>
          </nav>
        ))}
      </div>
    </details>
  );
};
