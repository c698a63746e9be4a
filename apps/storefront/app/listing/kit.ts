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
}

/** A kind of goods, with what follows from it. */
export interface Crop {
  id: string;
  name: string;
  category: string;
  storage: string;
  service: boolean;
  /** What its label must say, by how far it is processed. */
  label: Record<'fresh' | 'prepared' | 'processed', LabelField[]>;
}

export interface LabelField {
  name: string;
  words: string;
  hint: string;
}
