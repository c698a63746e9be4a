import { Empty } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { AreaCommune } from './applications/area-communes.ts';

interface Tab {
  key: string;
  word: string;
  href: string;
  /** How many are in it, where that is known. */
  count?: number;
}

/** The parts of a list, each with an address of its own; one is open. */
export const Tabs = ({ label, tabs, open }: { label: string; tabs: readonly Tab[]; open: string }) => (
  <nav className="filters rail" aria-label={label}>
    {tabs.map(({ key, word, href, count }) => (
      <a key={key} className="chip" href={href} aria-current={key === open ? 'page' : undefined}>
        {count === undefined ? word : `${word} (${count})`}
      </a>
    ))}
  </nav>
);

/** One of several communes to narrow a list to; nothing to choose where there is only one. */
export const CommuneChoice = ({ communes, chosen }: { communes: readonly AreaCommune[]; chosen: string | undefined }) =>
  communes.length > 0 && (
    <label>
      <span className="field-name">Xã, phường</span>
      <select className="input" name="xa" defaultValue={chosen ?? ''}>
        <option value="">Cả địa bàn</option>
        {communes.map(({ code, word }) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );

interface Nothing {
  /** In the whole list. */
  total: number;
  /** What is said when there is none at all. */
  none: string;
  /** What they are called, when only this page has none of them any more. */
  things: string;
  firstPage: string;
  children?: ReactNode;
}

/** No rows: there are none, or not on this page, and then the way to the first. */
export const NothingHere = ({ total, none, things, firstPage, children }: Nothing) => (
  <Empty title={total === 0 ? none : `Trang này không còn ${things} nào`}>
    {children}
    {total > 0 && (
      <a className="inline-block py-2" href={firstPage}>
        Về trang đầu
      </a>
    )}
  </Empty>
);
