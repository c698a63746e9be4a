import {
  getMe,
  listCommoditiesNear,
  listMyCertificates,
  listMyProducers,
  type MyCertificate,
  producerHome,
} from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { certificateName } from '@chophien/ui';
import { attributes, categories, commodities, labelRequirements } from '../reference.ts';
import type { Crop, Kit } from './kit.ts';

type Near = Promise<string[]>;
/** Asked once in ten minutes for each commune, not once a page. */
const near = new Map<string, { until: number; items: Near }>();

const nearOf = ({ read }: Visitor, code: string): Near => {
  const known = near.get(code);
  if (known && known.until > Date.now()) return known.items;
  const items = read(listCommoditiesNear, { params: { code } }).then((found) => found.items);
  items.catch(() => near.delete(code));
  if (near.size > 500) near.clear();
  near.set(code, { until: Date.now() + 600_000, items });
  return items;
};

/** Every kind of goods with what follows from it: the same for everybody. */
export const cropsOf = async ({ read }: Visitor): Promise<Crop[]> => {
  const [kinds, groups] = await Promise.all([commodities(read), categories(read)]);
  const group = new Map(groups.map((one) => [one.id, one]));
  return kinds.map(({ id, name, category, storage }) => ({
    id,
    name,
    category,
    shelf: group.get(category)?.parent ?? '',
    storage,
    service: group.get(category)?.kind === 'service',
  }));
};

/** What the rows of the day ask and offer. */
export const rowsOf = async ({ read }: Visitor): Promise<Pick<Kit, 'labels' | 'traits'>> => {
  const [labels, traits] = await Promise.all([labelRequirements(read), attributes(read)]);
  return {
    labels: labels.map(({ field, name, hint, processes, categories: of, required, coveredByPack }) => ({
      ...{ name: field, words: name, hint, processes, categories: of, required, coveredByPack },
    })),
    traits: traits.map(({ id, name, category, choices }) => ({
      ...{ id, words: name, category },
      choices: choices.map(({ value, label }) => ({ value, words: label })),
    })),
  };
};

/** What a listing may name: what an officer found true, or has still to look at. */
const standing = new Set<MyCertificate['state']>(['claimed', 'valid', 'expiring']);

/** An OCOP certificate is of one product, so it says which it is of already. */
const choice = (one: MyCertificate): { id: string; words: string } => {
  const [of] = one.kind === 'ocop' ? one.listings : [];
  return {
    id: one.id,
    words: `${certificateName(one)} · ${one.number}${of ? ` (đang là của món ${of.name})` : ''}`,
  };
};

export const kitOf = async (who: Visitor): Promise<Kit> => {
  const { read } = who;
  const [me, home, mine, papers, crops, rows] = await Promise.all([
    read(getMe),
    read(producerHome),
    read(listMyProducers),
    read(listMyCertificates),
    cropsOf(who),
    rowsOf(who),
  ]);
  const ready = new Set(home.producers.filter(({ state }) => state === 'approved').map(({ id }) => id));
  const open = mine.items.filter(({ status }) => status !== 'closed').toSorted((a, b) => Number(b.own) - Number(a.own));
  return {
    person: me.id,
    crops,
    ...rows,
    producers: await Promise.all(
      open.map(async ({ id, name, status, commune }) => ({
        id,
        name,
        commune: commune.code,
        standing: ready.has(id)
          ? ('ready' as const)
          : status === 'suspended'
            ? ('suspended' as const)
            : ('waiting' as const),
        near: await nearOf(who, commune.code),
        certificates: papers.items.filter((one) => one.producer.id === id && standing.has(one.state)).map(choice),
      })),
    ),
  };
};

/** What a phone takes along beside the page it keeps: everything but the kinds of goods, which stand in that page. */
export const withoutCrops = ({ person, producers, labels, traits }: Kit): Omit<Kit, 'crops'> => ({
  person,
  producers,
  labels,
  traits,
});
