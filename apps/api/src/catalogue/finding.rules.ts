import type { Finding, ProcessLevel, StorageClass } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { contactIn, wordIn } from './wording.rules.ts';

/** A listing (with an open edit, as it would then be) and what is known beside it. */
export interface Looked {
  name: string;
  description: string;
  /** đ for `unit`. */
  price: number;
  unit: string;
  storage: StorageClass;
  process: ProcessLevel;
  origin: 'self_produced' | 'bought_in';
  certificates: readonly { number: string; state: string }[];
}

export interface Beside {
  /** How this kind of produce is kept, by its dated profile. */
  profile: { name: string; storage: StorageClass } | null;
  /** The middle price of the same produce in the same unit, of at least five sellers. */
  usual: { price: number; sellers: number } | null;
  /** How many times it may differ from the usual price. */
  factor: number;
  watched: readonly { words: string; reason: 'prohibited' | 'text-claims'; law: string }[];
  /** Names of the same producer's other listings that are the same but for how they are written. */
  twins: readonly string[];
  /** Other stalls that show one of its pictures. */
  pictureOf: readonly string[];
}

const colder: readonly StorageClass[] = ['ambient', 'cool', 'chilled', 'frozen'];

type Rule = (looked: Looked, beside: Beside) => Finding | null;

const rules: readonly Rule[] = [
  ({ name, description }, { watched }) => {
    const word = wordIn(
      `${name}\n${description}`,
      watched.filter(({ reason }) => reason === 'prohibited'),
    );
    return word && { field: 'listing', reason: 'prohibited', found: word.words, beside: word.law };
  },
  ({ name }) => {
    const found = contactIn(name);
    return found === null ? null : { field: 'name', reason: 'name-contact', found, beside: null };
  },
  ({ description }) => {
    const found = contactIn(description);
    return found === null ? null : { field: 'description', reason: 'text-contact', found, beside: null };
  },
  ({ name, description }, { watched }) => {
    const claims = watched.filter(({ reason }) => reason === 'text-claims');
    const [inName, inText] = [wordIn(name, claims), wordIn(description, claims)];
    const word = inName ?? inText;
    return (
      word && {
        field: inName ? 'name' : 'description',
        reason: 'text-claims',
        found: word.words,
        beside: word.law,
      }
    );
  },
  // Dried, salted or tinned it keeps otherwise than fresh.
  ({ storage, process }, { profile }) =>
    profile && process !== 'processed' && colder.indexOf(storage) < colder.indexOf(profile.storage)
      ? { field: 'storage', reason: 'storage-wrong', found: storage, beside: `${profile.name}: ${profile.storage}` }
      : null,
  ({ price, unit }, { usual, factor }) =>
    usual && (price > usual.price * factor || price * factor < usual.price)
      ? {
          field: 'price',
          reason: 'price-implausible',
          found: `${formatDong(price)}/${unit}`,
          beside: `${formatDong(usual.price)}/${unit}, ${usual.sellers} người bán`,
        }
      : null,
  (_, { pictureOf }) =>
    pictureOf.length > 0
      ? { field: 'pictures', reason: 'picture-not-goods', found: pictureOf.slice(0, 3).join(', '), beside: null }
      : null,
  (_, { twins }) =>
    twins.length > 0
      ? { field: 'listing', reason: 'duplicate', found: twins.slice(0, 3).join(', '), beside: null }
      : null,
  ({ certificates }) => {
    const over = certificates.find(({ state }) => state === 'expired' || state === 'revoked');
    return over ? { field: 'certificates', reason: 'certificate-ended', found: over.number, beside: over.state } : null;
  },
  ({ origin, description }) =>
    origin === 'bought_in' && description.trim().length < 20
      ? { field: 'origin', reason: 'origin-unproven', found: description.trim(), beside: null }
      : null,
];

/** What the house points out to whoever looks at a listing. It decides nothing. */
export const findingsOf = (looked: Looked, beside: Beside): Finding[] =>
  rules.flatMap((rule) => rule(looked, beside) ?? []);
