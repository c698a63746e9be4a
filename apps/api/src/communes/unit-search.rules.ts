import { accentedKey, bareKey, nameKey, spelledOut } from './name.rules.ts';

type FoundBy = 'name' | 'former-name' | 'former-district' | 'code';

/** One name under which a commune can be found; `former` is the old unit's place in the caller's list, -1 for its own name. */
export interface Name {
  commune: string;
  by: Exclude<FoundBy, 'code'>;
  former: number;
  /** `nameKey` of the name in full. */
  key: string;
  /** The key without the kind of unit. */
  bare: string;
  /** `accentedKey` of the name in full. */
  accented: string;
  /** Keys of the places it lies or lay in, each word after a space. */
  places: string;
}

/** @param places keys of the districts and provinces that people add to the name */
export const nameOf = (
  { commune, by, former }: Pick<Name, 'commune' | 'by' | 'former'>,
  { key, accented, places }: { key: string; accented: string; places: readonly string[] },
): Name => ({ commune, by, former, key, bare: bareKey(key), accented, places: ` ${places.join(' ')}` });

export interface Found {
  commune: string;
  by: FoundBy;
  former: number;
}

interface Hit {
  name: Name;
  accents: boolean;
  tier: number;
}

const sources = ['name', 'former-name', 'former-district'];
const equal = 0;
const beginning = 3;
const within = 6;
const inPlace = 9;

/**
 * The communes that these words name, each once, best first: those written with the same accents, then the same name, then
 * names that begin so, then names that contain the words, then words that name the unit and where it lies ("phuc hoa bac
 * giang"); among equals a commune's own name before a former commune's, and that before a former district's.
 */
export const search = (names: readonly Name[], words: string, limit: number): Found[] => {
  const asked = spelledOut(words.trim());
  const key = nameKey(asked);
  if (!key) return [];
  const accented = ` ${accentedKey(asked)}`;
  const padded = ` ${key} `;
  const hits: Hit[] = [];
  for (const name of names) {
    const tier = match(name, key, padded);
    if (tier === undefined) continue;
    hits.push({ name, accents: sameAccents(name, accented, tier), tier: tier + sources.indexOf(name.by) });
  }
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const { name } of hits.sort(order)) {
    if (found.length === limit) break;
    if (seen.has(name.commune)) continue;
    seen.add(name.commune);
    found.push({ commune: name.commune, by: name.by, former: name.former });
  }
  return found;
};

/** How well a name answers, the smaller the better; undefined if it does not. */
const match = (name: Name, key: string, padded: string): number | undefined => {
  const kind = name.key.length - name.bare.length;
  if (name.bare === key || name.key === key) return equal;
  if (key.length > kind && (name.bare.startsWith(key) || name.key.startsWith(key))) return beginning;
  if (name.bare.startsWith(key)) return beginning;
  if (key.length < name.bare.length) return name.bare.includes(padded.trimEnd()) ? within : undefined;
  const at = padded.includes(name.bare) ? padded.indexOf(` ${name.bare} `) : -1;
  if (at < 0) return undefined;
  const rest = `${key.slice(0, at)} ${key.slice(at + name.bare.length)}`.split(' ').filter(Boolean);
  const places = kind > 0 ? ` ${name.key.slice(0, kind)}${name.places}` : name.places;
  return rest.every((word) => places.includes(` ${word}`)) ? inPlace : undefined;
};

/** Whether what was typed is how the name is written; of a name with its places, whether the name stands in what was typed. */
const sameAccents = (name: Name, accented: string, tier: number): boolean => {
  if (tier < inPlace) return ` ${name.accented}`.includes(accented);
  return accented.includes(` ${name.accented.slice(name.key.length - name.bare.length)}`);
};

const order = (left: Hit, right: Hit): number =>
  Number(right.accents) - Number(left.accents) ||
  left.tier - right.tier ||
  left.name.key.length - right.name.key.length ||
  (left.name.commune < right.name.commune ? -1 : 1);
