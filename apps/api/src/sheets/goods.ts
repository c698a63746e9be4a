import type { StorageClass } from '@chophien/contracts';

/** What a sheet can say of a product. A thing without a value is null. */
export interface Goods {
  name: string;
  commodity: string;
  price: number;
  unit: string;
  pack: { quantity: number; unit: string } | null;
  /** On hand, in thousandths of the unit. */
  quantity: number;
  storage: StorageClass;
  origin: 'self_produced' | 'bought_in';
  harvestFrom: string | null;
  harvestTo: string | null;
  sellFrom: string | null;
  sellTo: string | null;
  repeatsYearly: boolean;
  description: string;
  variety: string | null;
  process: 'fresh' | 'prepared' | 'processed';
  /** What the label says, by the field's name. */
  label: Record<string, string>;
  growingArea: string | null;
  delivery: 'country' | 'province' | 'pickup';
  minimum: number;
  increment: number;
  catchWeight: boolean;
  /** Ids of pictures, in their order. */
  pictures: string[];
}

export type GoodsKey = keyof Goods;

/** What one row says: a key that is missing was not said, null takes the value away. */
export type Said = { [K in GoodsKey]?: Goods[K] | null };

/** What is known of the kinds of produce: how they are called, folded, and how each is kept. */
export interface KnownCommodity {
  id: string;
  name: string;
  storage: StorageClass;
}

/** What dated rows say today of what a sheet may name. */
export interface Known {
  commodities: readonly KnownCommodity[];
  /** What a label may say, by the names people read. */
  labels: readonly { field: string; name: string }[];
}

/** A product that is there. */
export interface Existing {
  id: string;
  kind: 'goods' | 'service';
  state: string;
  version: number;
  held: number;
  goods: Goods;
}
