import type { AttributeView, Facets, ProvinceView } from '@chophien/contracts';
import { Icon } from '@chophien/ui';
import { facetGroups, narrowedBy } from './facet-words.ts';
import { bare, type Filters, inOrder, shelfLink, type SortName } from './filters.ts';

interface Props {
  path: string;
  filters: Filters;
  facets: Facets;
  attributes: readonly AttributeView[];
  provinces: readonly ProvinceView[];
  /** On a category's own page the category is part of the path. */
  ownCategory?: boolean;
}

const orders: readonly { sort: SortName; word: string }[] = [
  { sort: 'moi', word: 'Mới nhất trước' },
  { sort: 'gia', word: 'Giá thấp trước' },
  { sort: '-gia', word: 'Giá cao trước' },
];

/**
 * Filters as links, folded: each combination has its own address, each says how much it leaves, and nothing waits for a script.
 * What is on stands above, each with the way out of it.
 */
export const FilterLinks = ({ path, filters, facets, attributes, provinces, ownCategory = false }: Props) => {
  const groups = facetGroups({ filters, facets, attributes, ownCategory });
  const active = narrowedBy(filters, groups, provinces);
  return (
    <div className="grid gap-2 no-print">
      {active.length > 0 && (
        <nav className="filters" aria-label="Đang lọc theo">
          {active.map(({ word, to }) => (
            <a key={word} className="chip" aria-current="true" href={shelfLink(path, to)}>
              {word} <span aria-hidden="true">×</span>
              <span className="sr-only">, bỏ điều kiện này</span>
            </a>
          ))}
          <a className="chip" href={shelfLink(path, bare(filters))}>
            Bỏ hết điều kiện
          </a>
        </nav>
      )}
      <details>
        <summary className="chip">Lọc và sắp xếp</summary>
        <div className="grid gap-3 pt-3">
          <Orders path={path} filters={filters} />
          {groups.map(({ name, title, choices }) => (
            <nav key={name} aria-label={title} className="grid gap-2">
              <h2>{title}</h2>
              <div className="filters">
                {choices.map(({ word, icon, count, on, to }) => (
                  <a key={word} className="chip" href={shelfLink(path, to)} aria-current={on ? 'true' : undefined}>
                    {icon && <Icon name={icon} />}
                    {word}
                    <small className="field-hint">{count}</small>
                  </a>
                ))}
              </div>
            </nav>
          ))}
          <TypedFilters path={path} filters={filters} provinces={provinces} />
        </div>
      </details>
    </div>
  );
};

const Orders = ({ path, filters }: Pick<Props, 'path' | 'filters'>) => (
  <nav aria-label="Sắp xếp" className="grid gap-2">
    <h2>Sắp xếp</h2>
    <div className="filters">
      {filters.q && (
        <a
          className="chip"
          href={shelfLink(path, inOrder(filters, undefined))}
          aria-current={!filters.sort && !filters.near ? 'true' : undefined}
        >
          Đúng ý nhất
        </a>
      )}
      {orders.map(({ sort, word }) => {
        // Without words the newest come first anyway: that is the shelf's plain address.
        const plain = sort === 'moi' && !filters.q;
        const on = !filters.near && (filters.sort === sort || (plain && !filters.sort));
        return (
          <a
            key={sort}
            className="chip"
            href={shelfLink(path, inOrder(filters, plain ? undefined : sort))}
            aria-current={on ? 'true' : undefined}
          >
            {word}
          </a>
        );
      })}
    </div>
    <p className="field-hint">
      <a href="/chinh-sach/xep-hang">Vì sao món này đứng trước món kia</a>
    </p>
  </nav>
);

const typed = ['gia-tu', 'gia-den', 'giao-den'];

/** What is typed or chosen out of many: a form that leads to an address like the links do. */
const TypedFilters = ({ path, filters, provinces }: Pick<Props, 'path' | 'filters' | 'provinces'>) => {
  const kept = Object.entries(filters.values).filter(([name]) => !typed.includes(name));
  return (
    <form action={path} className="panel grid gap-3 sm:grid-cols-2">
      <input type="hidden" name="loc" value="1" />
      {filters.q && <input type="hidden" name="q" value={filters.q} />}
      {kept.map(([name, values]) => (
        <input key={name} type="hidden" name={name} value={values.join(',')} />
      ))}
      {filters.sort && <input type="hidden" name="xep" value={filters.sort} />}
      <Amount name="gia-tu" word="Giá từ (đồng)" value={filters.values['gia-tu']?.[0]} />
      <Amount name="gia-den" word="Giá đến (đồng)" value={filters.values['gia-den']?.[0]} />
      <Place name="giao-den" word="Giao được đến" value={filters.values['giao-den']?.[0]} provinces={provinces} />
      <Place name="gan" word="Gần tỉnh nào trước" value={filters.near} provinces={provinces} />
      <button type="submit" className="button sm:col-span-2">
        Xem hàng
      </button>
    </form>
  );
};

interface Typed {
  name: string;
  word: string;
  value: string | undefined;
}

const Amount = ({ name, word, value }: Typed) => (
  <label className="field">
    <span className="field-name">{word}</span>
    <input className="input" name={name} inputMode="numeric" autoComplete="off" maxLength={13} defaultValue={value} />
  </label>
);

const Place = ({ name, word, value, provinces }: Typed & Pick<Props, 'provinces'>) => (
  <label className="field">
    <span className="field-name">{word}</span>
    <select className="input" name={name} defaultValue={value ?? ''}>
      <option value="">Nơi nào cũng được</option>
      {provinces.map((province) => (
        <option key={province.code} value={province.code}>
          {province.name}
        </option>
      ))}
    </select>
  </label>
);
