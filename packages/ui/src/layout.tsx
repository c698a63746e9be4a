import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface NavLink {
  href: string;
  word: string;
  icon?: IconName;
  current?: boolean;
  /** How much waits there; said beside the word. */
  count?: number | undefined;
}

interface ShellProps {
  /** Beside the name: which house of ours this is. */
  place?: string;
  links: readonly NavLink[];
  /** Words in the search box; without it there is no box. */
  search?: { words: string } | undefined;
  footLinks?: readonly NavLink[];
  /** A telephone number people may ring for help; it stands in the same place on every page. */
  help?: string | undefined;
  /** Said in its place when there is no number. */
  helpWords?: string;
  /** Who is signed in, under the ways. */
  signed?: ReactNode;
  children: ReactNode;
}

/** The page around every page: name, search, ways, and help at the foot. */
export const Shell = ({
  place,
  links,
  search,
  footLinks = [],
  help,
  helpWords = 'Cần giúp? Hỏi tổ công nghệ số cộng đồng của xã bạn.',
  signed,
  children,
}: ShellProps) => (
  <>
    <a className="skip" href="#noi-dung">
      Đến nội dung
    </a>
    <header className="top">
      <div className="wrap top-row">
        <a className="brand" href="/">
          Chợ Phiên{place && <small>{place}</small>}
        </a>
        {search && (
          <form className="seek" action="/tim" role="search">
            <input
              type="search"
              name="q"
              defaultValue={search.words}
              maxLength={100}
              aria-label="Tìm món hàng"
              placeholder="Tìm vải thiều, mật ong…"
            />
            <button type="submit">
              <Icon name="search" />
              Tìm
            </button>
          </form>
        )}
        <nav aria-label="Chính">
          {links.map(({ href, word, icon, current, count }) => (
            <a key={href} href={href} aria-current={current ? 'page' : undefined}>
              {icon && <Icon name={icon} />}
              {word}
              {count !== undefined && (
                <small className="count">
                  {count > 999 ? '999+' : count}
                  <span className="sr-only"> việc đang chờ</span>
                </small>
              )}
            </a>
          ))}
        </nav>
        {signed}
      </div>
      <div className="hem" />
    </header>
    <main id="noi-dung" className="wrap">
      {children}
    </main>
    <footer className="foot">
      <div className="wrap py-3">
        <p className="help">
          <Icon name="phone" />
          {help ? <HelpNumber phone={help} /> : helpWords}
        </p>
        <ul>
          {footLinks.map(({ href, word }) => (
            <li key={href}>
              <a href={href}>{word}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  </>
);

const HelpNumber = ({ phone }: { phone: string }) => (
  <span>
    Cần giúp? Gọi <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
  </span>
);

interface PageProps {
  title: string;
  description?: string;
  /** The title says so first when the form was refused: it is what a screen reader reads first. */
  refused?: boolean;
  narrow?: boolean;
  /** Says to search engines: not this one. */
  hidden?: boolean;
  children: ReactNode;
}

/** One page: its title in the tab, its heading is the page's own. */
export const Page = ({ title, description, refused, narrow, hidden, children }: PageProps) => (
  <div className={narrow ? 'narrow grid gap-4' : 'grid gap-4'}>
    <title>{`${refused ? 'Lỗi: ' : ''}${title} – Chợ Phiên`}</title>
    {description && <meta name="description" content={description} />}
    {hidden && <meta name="robots" content="noindex" />}
    {children}
  </div>
);

/** Where one is, from the wide to the near; the last is the page itself. */
export const Crumbs = ({ links }: { links: readonly { href: string; word: string }[] }) => (
  <nav aria-label="Vị trí">
    <ol className="crumbs">
      {links.map(({ href, word }) => (
        <li key={href}>
          <a href={href}>{word}</a>
        </li>
      ))}
    </ol>
  </nav>
);

/** Something to be told beside the page's own matter. */
export const Note = ({ tone, children }: { tone?: 'good' | 'warn' | 'bad'; children: ReactNode }) => (
  <div className={tone ? `note note-${tone}` : 'note'} role={tone === 'bad' ? 'alert' : undefined}>
    {children}
  </div>
);
