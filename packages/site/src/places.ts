/** One person who is signed in on this device. */
export interface Place {
  /** The API's opaque session token. */
  token: string;
  /** Tells people of one device apart: the end of a person's id, or empty where it is not known. */
  mark: string;
}

/** Who is signed in on this device: at most one of them uses it now. */
export interface Places {
  active: Place | undefined;
  others: readonly Place[];
}

const NOBODY = '-';

/** What a session cookie holds: places parted by points, the active one (or `-`) first. What is not of that shape is nobody. */
export const readPlaces = (value: string | undefined): Places => {
  const [first, ...rest] = (value ?? '').split('.').slice(0, 8).map(placeOf);
  return { active: first, others: rest.flatMap((place) => place ?? []) };
};

const placeOf = (text: string): Place | undefined => {
  const [, token, mark = ''] = /^([A-Za-z0-9_-]{43})(?:~([0-9a-f]{12}))?$/.exec(text) ?? [];
  return token === undefined ? undefined : { token, mark };
};

/** The value of the cookie; empty when nobody is signed in. */
export const writePlaces = ({ active, others }: Places): string => {
  if (!active && others.length === 0) return '';
  return [active ? written(active) : NOBODY, ...others.map(written)].join('.');
};

const written = ({ token, mark }: Place): string => (mark ? `${token}~${mark}` : token);

/** By what a person is told apart on her device. */
export const markOf = (person: string | undefined): string =>
  person?.replaceAll('-', '').slice(-12).toLowerCase() ?? '';

/**
 * Somebody signs in and uses the device now. Where one person has it (`most` 1) she takes the former's place; else the others stay
 * signed in, she herself once, and of too many the one unused for longest goes.
 */
export const entered = ({ active, others }: Places, place: Place, most: number): Places => {
  const before = active ? [active, ...others] : others;
  const stay = before.filter(({ token, mark }) => token !== place.token && !(mark && mark === place.mark));
  return { active: place, others: stay.slice(0, most - 1) };
};

/** Another of them uses the device now; nobody, when none has this mark. */
export const switched = (places: Places, mark: string): Places => {
  const all = places.active ? [places.active, ...places.others] : [...places.others];
  const active = mark ? all.find((place) => place.mark === mark) : undefined;
  return { active, others: all.filter((place) => place !== active) };
};

/** The one who uses it is gone; the others stay, and nobody uses it until one of them says so. */
export const left = ({ others }: Places): Places => ({ active: undefined, others });
