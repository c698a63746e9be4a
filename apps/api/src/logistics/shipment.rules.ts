import { Problem, type ShipmentView, type StorageClass } from '@chophien/contracts';

export type Zone = 'commune' | 'province' | 'elsewhere';

/** A shipment's states; `cancelled` is one nobody is shown: its parcel ended before it left. */
export type Step = ShipmentView['state'] | 'cancelled';

export interface Place {
  commune: string;
  province: string;
}

/** How far it goes, as far as the tariff cares. */
export const zoneOf = (from: Place, to: Place): Zone =>
  from.commune === to.commune ? 'commune' : from.province === to.province ? 'province' : 'elsewhere';

export interface Fee {
  zone: Zone;
  storage: StorageClass;
  /** A day in Vietnam, `YYYY-MM-DD`. */
  validFrom: string;
  /** Whole đồng. */
  fee: number;
}

/** The fee in force on a day: the latest that has begun. Without one there is no route. */
export const feeOn = (fees: readonly Fee[], zone: Zone, storage: StorageClass, day: string): number => {
  const inForce = fees
    .filter((fee) => fee.zone === zone && fee.storage === storage && fee.validFrom <= day)
    .reduce<Fee | undefined>((latest, fee) => (latest && latest.validFrom > fee.validFrom ? latest : fee), undefined);
  if (!inForce) throw new Problem('logistics.no-route', { zone, storage });
  return inForce.fee;
};

const next: Record<Step, readonly Step[]> = {
  created: ['ready', 'cancelled'],
  ready: ['dispatched', 'cancelled'],
  dispatched: ['delivered', 'failed'],
  delivered: [],
  failed: [],
  cancelled: [],
};

/** The state after a step that is allowed; another is `logistics.illegal-step`. */
export const step = (from: Step, to: Step): Step => {
  if (!next[from].includes(to)) throw new Problem('logistics.illegal-step', { from, to });
  return to;
};

/** Whether it may only leave with a temperature logger. */
export const needsLogger = (storage: StorageClass): boolean => storage === 'chilled' || storage === 'frozen';
