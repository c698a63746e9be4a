/** Back and on, as links with an address of their own. `href` makes the address of a page. */
export const Pager = ({ page, more, href }: { page: number; more: boolean; href: (page: number) => string }) =>
  page > 1 || more ? (
    <nav className="pager" aria-label="Các trang">
      {page > 1 ? (
        <a className="button" rel="prev" href={href(page - 1)}>
          ‹ Trang trước
        </a>
      ) : (
        <span />
      )}
      {more && (
        <a className="button" rel="next" href={href(page + 1)}>
          Trang sau ›
        </a>
      )}
    </nav>
  ) : null;

/** An address with some of its query changed; what is empty is left out, and a changed filter starts at page one. */
export const withQuery = (
  path: string,
  now: Readonly<Record<string, string | number | undefined>>,
  change: Readonly<Record<string, string | number | undefined>>,
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...now, trang: undefined, ...change })) {
    if (value !== undefined && value !== '' && !(name === 'trang' && value === 1)) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};
