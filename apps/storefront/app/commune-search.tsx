import type { CommuneFound } from '@chophien/contracts';
import { Hidden, Icon, Note } from '@chophien/ui';
import type { z } from 'zod';

type Found = z.output<typeof CommuneFound>;

/** Why a commune of another name was found: what people still call it. */
const formerWords = ({ by, former }: Found): string | undefined => {
  if (!former) return undefined;
  if (by === 'former-district') return `trước thuộc ${former.district}, ${former.province}`;
  if (by !== 'former-name') return undefined;
  return former.partial
    ? `gồm một phần ${former.name} cũ (${former.district})`
    : `gồm ${former.name} cũ (${former.district})`;
};

interface Props {
  words: string;
  found: readonly Found[] | undefined;
  /** Choosing leads here with `?xa=`; without it, choosing is a form of this page that sends `commune`. */
  leadsTo?: string;
  /** What goes along in the address when one searches. */
  keep?: Readonly<Record<string, string>>;
}

/** Find a commune by typing any of its names, old ones and old districts too, then choose: two steps, no script, no district asked. */
export const CommuneSearch = ({ words, found, leadsTo, keep = {} }: Props) => (
  <div className="grid gap-4">
    <form className="grid gap-2" role="search" aria-label="Tìm xã, phường">
      {Object.entries(keep).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <label className="field-name" htmlFor="tim">
        Xã, phường
      </label>
      <span className="field-hint" id="tim-hint">
        Gõ tên xã, phường, kể cả tên cũ hoặc tên huyện cũ. Không dấu cũng được.
      </span>
      <div className="flex gap-2">
        <input
          className="input mt-0"
          id="tim"
          name="tim"
          type="search"
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
          aria-describedby="tim-hint"
        />
        <button className="button button-main" type="submit">
          <Icon name="search" />
          Tìm
        </button>
      </div>
    </form>
    {found && found.length === 0 && (
      <Note tone="warn">Không có xã, phường nào tên “{words}”. Thử ít chữ hơn, hoặc gõ tên huyện cũ.</Note>
    )}
    {found && found.length > 0 && (
      <ul className="grid gap-2" aria-label="Chọn một nơi">
        {found.map((commune) => (
          <li key={`${commune.code} ${commune.former?.name ?? ''}`}>
            {leadsTo ? (
              <a className="choice text-ink no-underline" href={`${leadsTo}?xa=${commune.code}`}>
                <Place commune={commune} />
              </a>
            ) : (
              <form method="post">
                <Hidden name="commune" value={commune.code} />
                <button className="choice w-full" type="submit">
                  <Place commune={commune} />
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    )}
  </div>
);

const Place = ({ commune }: { commune: Found }) => {
  const former = formerWords(commune);
  return (
    <span className="grid text-left">
      <b>
        {commune.fullName}, {commune.province.name}
      </b>
      {former && <span className="font-normal">{former}</span>}
    </span>
  );
};
