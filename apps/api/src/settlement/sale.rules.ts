import { share } from '@chophien/kernel';

export type Holder = 'partner' | 'carrier' | 'seller';
export type TaxKind = 'own-farm-goods' | 'goods' | 'services' | 'transport' | 'unknown';

export interface CommissionRule {
  id: string;
  province: string | null;
  producerKind: string | null;
  method: string | null;
  percentBp: number;
  fixed: number;
  floor: number;
  cap: number | null;
}

export interface TaxRule {
  id: string;
  kind: TaxKind;
  vatBp: number;
  pitBp: number;
  legalRef: string;
}

export interface Line {
  name: string;
  amount: number;
  kind: TaxKind;
  /** What was packed of it and at what price; not kept of the first sales. */
  unit?: string;
  /** Thousandths of the unit. */
  quantity?: number;
  price?: number;
}

/** Basis points of an amount, rounded half up to whole đồng. Exact: no binary fractions. */
export const part = (amount: number, bp: number): number => Number((BigInt(amount) * BigInt(bp) + 5_000n) / 10_000n);

/** The first rule in their order that is for this sale; none is no commission. */
export const ruleFor = (
  rules: readonly CommissionRule[],
  sale: { province: string; producerKind: string; method: string },
): CommissionRule | undefined =>
  rules.find(
    (rule) =>
      (rule.province ?? sale.province) === sale.province &&
      (rule.producerKind ?? sale.producerKind) === sale.producerKind &&
      (rule.method ?? sale.method) === sale.method,
  );

/** A part of the goods and a fixed sum, within floor and cap, and never more than the goods. */
export const commissionOf = (rule: CommissionRule | undefined, goods: number): number => {
  if (!rule) return 0;
  const wanted = Math.max(rule.floor, part(goods, rule.percentBp) + rule.fixed);
  return Math.min(goods, rule.cap === null ? wanted : Math.min(rule.cap, wanted));
};

/**
 * What a line is to the tax law. Farm goods that their own grower sells unprocessed or ordinarily prepared are a kind of
 * their own; what nobody said is unknown, and that is the dearest.
 */
export const taxKindOf = (facts: { kind: string; origin: string; process: string } | undefined): TaxKind => {
  if (!facts) return 'unknown';
  if (facts.kind === 'service') return 'services';
  return facts.origin === 'self_produced' && facts.process !== 'processed' ? 'own-farm-goods' : 'goods';
};

export interface Withheld {
  kind: TaxKind;
  amount: number;
  rule: string;
  legalRef: string;
  vatBp: number;
  pitBp: number;
  vat: number;
  pit: number;
}

/**
 * What is withheld of a sale, kind by kind. Nothing where the platform has no payment function, or for a seller who is no
 * household; a kind without a rule of its own follows the unknown one.
 */
export const withhold = (lines: readonly Line[], rules: readonly TaxRule[], applies: boolean): Withheld[] => {
  if (!applies) return [];
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  return [...byKind].flatMap(([kind, together]) => {
    const rule = rules.find((one) => one.kind === kind) ?? rules.find((one) => one.kind === 'unknown');
    if (!rule) return [];
    const amount = together.reduce((sum, line) => sum + line.amount, 0);
    const { id, legalRef, vatBp, pitBp } = rule;
    return [{ kind, amount, rule: id, legalRef, vatBp, pitBp, vat: part(amount, vatBp), pit: part(amount, pitBp) }];
  });
};

export interface Parts {
  commission: number;
  vat: number;
  pit: number;
  net: number;
}

/** A parcel as it was divided. */
export interface SaleParts extends Parts {
  goods: number;
  shipping: number;
}

/**
 * What of a divided parcel goes with a sum that is given back, `before` of it having gone already: goods first, with their own
 * share of commission and taxes, then freight. All given back is all taken back, to the last đồng.
 */
export const cutOf = (sale: SaleParts, back: number, before: number): SaleParts => {
  const upTo = (sum: number): SaleParts => {
    const goods = Math.min(sale.goods, sum);
    const of = (whole: number): number =>
      sale.goods === 0 ? 0 : Number((BigInt(whole) * BigInt(goods)) / BigInt(sale.goods));
    const [commission, vat, pit] = [of(sale.commission), of(sale.vat), of(sale.pit)];
    return { goods, shipping: sum - goods, commission, vat, pit, net: goods - commission - vat - pit };
  };
  const [was, is] = [upTo(before), upTo(before + back)];
  return {
    goods: is.goods - was.goods,
    shipping: is.shipping - was.shipping,
    commission: is.commission - was.commission,
    vat: is.vat - was.vat,
    pit: is.pit - was.pit,
    net: is.net - was.net,
  };
};

/** How the goods of a parcel are divided; the parts are the goods again, and none is less than nothing. */
export const partsOf = (goods: number, commission: number, withheld: readonly Withheld[]): Parts => {
  const vat = withheld.reduce((sum, one) => sum + one.vat, 0);
  const pit = withheld.reduce((sum, one) => sum + one.pit, 0);
  const taxes = Math.min(goods, vat + pit);
  const [keptVat = 0, keptPit = 0] = vat + pit > goods ? share(taxes, [vat, pit]) : [vat, pit];
  const kept = Math.min(commission, goods - taxes);
  return { commission: kept, vat: keptVat, pit: keptPit, net: goods - kept - taxes };
};
