import type { StorageClass } from '@chophien/contracts';
import type { DetectorRule, Side } from './detector.rules.ts';

/** When a temperature outside a profile's limits holds a parcel: a dated row, for a storage class or one commodity in it. */
export interface RuleRow {
  id: number;
  storage: StorageClass;
  /** Null for all of the class that have no rule of their own. */
  commodity: string | null;
  side: Side;
  /** °C beyond the profile's limit; it also keeps a probe's ±0.5 °C from costing a farmer money. */
  margin: number;
  delaySeconds: number;
  hysteresis: number;
  recoverSeconds: number;
  holdMaxSeconds: number;
  gapAlertSeconds: number;
}

/** The limits of one kind of goods in the parcel, °C. */
export interface Band {
  commodity: string;
  minimum: number | null;
  maximum: number | null;
}

export interface Limits {
  low: number | null;
  high: number | null;
}

/**
 * Between which temperatures all of them keep. Goods that nothing suits together are judged by the widest band: no
 * temperature would be right, and who packed them so is told at packing, not by a hold.
 */
export const narrowest = (bands: readonly Band[]): Limits => {
  const lows = bands.flatMap(({ minimum }) => (minimum === null ? [] : [minimum]));
  const highs = bands.flatMap(({ maximum }) => (maximum === null ? [] : [maximum]));
  const low = lows.length > 0 ? Math.max(...lows) : null;
  const high = highs.length > 0 ? Math.min(...highs) : null;
  return low !== null && high !== null && low > high
    ? { low: Math.min(...lows), high: Math.max(...highs) }
    : { low, high };
};

/** The rule of one side, and the temperature from which it counts. */
export interface Alarm {
  rule: RuleRow;
  limit: number;
}

/**
 * The strictest alarm on one side among the goods, each by its own commodity's rule or else its class's; undefined when
 * nothing is asked. A band that nobody could keep (see `narrowest`) gives the widest instead.
 */
export const alarmOf = (side: Side, bands: readonly Band[], rules: readonly RuleRow[]): Alarm | undefined => {
  const edge = narrowest(bands)[side === 'high' ? 'high' : 'low'];
  if (edge === null) return undefined;
  const alarms = bands.flatMap((band) => {
    const own = side === 'high' ? band.maximum : band.minimum;
    const rule = ruleOf(side, band.commodity, rules);
    // Where the bands meet, the edge is the strictest; where they do not, only the widest one stays.
    if (own === null || !rule || beyond(side, edge, own)) return [];
    return [{ rule, limit: side === 'high' ? own + rule.margin : own - rule.margin }];
  });
  return alarms.sort(
    (a, b) => (side === 'high' ? a.limit - b.limit : b.limit - a.limit) || a.rule.delaySeconds - b.rule.delaySeconds,
  )[0];
};

/** Whether `own` is stricter than the edge, which happens only when no temperature suits all. */
const beyond = (side: Side, edge: number, own: number): boolean => (side === 'high' ? own < edge : own > edge);

const ruleOf = (side: Side, commodity: string, rules: readonly RuleRow[]): RuleRow | undefined => {
  const ofSide = rules.filter((rule) => rule.side === side);
  return ofSide.find((rule) => rule.commodity === commodity) ?? ofSide.find((rule) => rule.commodity === null);
};

/** As the detector takes it. */
export const detectorRule = ({ rule, limit }: Alarm): DetectorRule => ({
  side: rule.side,
  limit,
  delay: rule.delaySeconds * 1_000,
  hysteresis: rule.hysteresis,
  recover: rule.recoverSeconds * 1_000,
});
