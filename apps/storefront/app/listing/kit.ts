/** What the form must know beside the answers: in whose name, what is near, what the rules ask. Kept on the phone. */
export interface Kit {
  person: string;
  producers: {
    id: string;
    name: string;
    /** The code of its commune. */
    commune: string;
    /** `ready`: its goods may be handed in; else why not. */
    standing: 'ready' | 'waiting' | 'suspended';
    /** Kinds of goods of its own, its commune and the season, those most likely first. */
    near: string[];
    certificates: { id: string; words: string }[];
  }[];
  crops: Crop[];
  labels: LabelRow[];
  traits: TraitRow[];
}

/** A kind of goods, with what follows from it. */
export interface Crop {
  id: string;
  name: string;
  category: string;
  /** The shelf its category stands on. */
  shelf: string;
  storage: string;
  service: boolean;
}

/** What a label says, by the rows in force today. */
export interface LabelRow {
  name: string;
  words: string;
  hint: string;
  processes: string[];
  /** Categories or shelves; null: all. */
  categories: string[] | null;
  required: boolean;
  coveredByPack: boolean;
}

/** What goods of a category are told apart by. */
export interface TraitRow {
  id: string;
  words: string;
  category: string;
  choices: { value: string; words: string }[];
}

/** A kind of goods with the rows that speak of it. */
export interface Known extends Crop {
  labels: LabelRow[];
  traits: TraitRow[];
}

export const known = (
  crop: Crop | undefined,
  { labels, traits }: Pick<Kit, 'labels' | 'traits'>,
): Known | undefined => {
  if (!crop) return undefined;
  const lineage = [crop.category, crop.shelf];
  return {
    ...crop,
    labels: labels.filter(({ categories }) => !categories || categories.some((one) => lineage.includes(one))),
    traits: traits.filter(({ category }) => lineage.includes(category)),
  };
};

export const cropIn = (kit: Kit, id: string | undefined): Known | undefined =>
  known(
    kit.crops.find((crop) => crop.id === id),
    kit,
  );
