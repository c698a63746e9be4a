import { soldByOf, unitOf } from '@chophien/kernel';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Dong, Id, Instant, line, Quantity, UnitId } from './values.ts';

/** What is on sale: a thing that is sent, or something a person comes to: a farm visit, a homestay, a craft lesson. */
export const ListingKind = z.enum(['goods', 'service']);
export type ListingKind = z.infer<typeof ListingKind>;
/** What was done to it: nothing; cleaned, cut, packed or frozen; made into something else. */
export const ProcessLevel = z.enum(['fresh', 'prepared', 'processed']);
export type ProcessLevel = z.infer<typeof ProcessLevel>;
export const SoldBy = z.enum(['piece', 'pack', 'weight']);
export type SoldBy = z.infer<typeof SoldBy>;
/** How far it is sent: everywhere, within the producer's province, or not at all (it is fetched, or come to). */
export const DeliveryScope = z.enum(['country', 'province', 'pickup']);
export type DeliveryScope = z.infer<typeof DeliveryScope>;
/** Whether it can be ordered by the calendar: the days on which it is sold have come, are still to come, or are over. */
export const WindowState = z.enum(['open', 'upcoming', 'ended']);
export type WindowState = z.infer<typeof WindowState>;

/** What one pack holds: 500 g is `{ quantity: 500, unit: 'kg' }`, ten eggs are `{ quantity: 10000, unit: 'trai' }`. */
export const Pack = z.object({ quantity: Quantity, unit: UnitId }).meta({ id: 'Pack' });
const GivenPack = z.strictObject(Pack.shape);
export type Pack = z.infer<typeof Pack>;
/** What one kilogram, litre or piece of it costs: comparable between packs of any size. */
export const UnitPrice = z.object({ price: Dong, unit: UnitId }).meta({ id: 'UnitPrice' });
export type UnitPrice = z.infer<typeof UnitPrice>;

/** A name by which a field or a choice is known in addresses and rows. */
export const FactName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** What the label says, by the field's name; which fields a product must have is in dated rows. */
export const LabelTexts = z.record(FactName, line(600)).meta({ id: 'LabelTexts' });
/** The choices made among the attributes of its category, by the attribute's id. */
export const AttributeChoices = z.record(FactName, FactName).meta({ id: 'AttributeChoices' });

/** What goods of a group are told apart by; a list is narrowed by it as `attr.<id>`. */
export const AttributeView = z
  .object({
    id: FactName,
    name: z.string(),
    /** The group, or the shelf, whose goods it is of. */
    category: z.string(),
    choices: z.array(z.object({ value: FactName, label: z.string() })),
  })
  .meta({ id: 'Attribute' });
export type AttributeView = z.infer<typeof AttributeView>;

/** What a label must say, or may, beside what a listing says anyway. */
export const LabelRequirementView = z
  .object({
    field: FactName,
    name: z.string(),
    hint: z.string(),
    processes: z.array(ProcessLevel),
    /** Groups or shelves; null: all. */
    categories: z.array(z.string()).nullable(),
    required: z.boolean(),
    /** Not asked for where the pack or the weight says it. */
    coveredByPack: z.boolean(),
    validFrom: Day,
    legalReference: z.string(),
  })
  .meta({ id: 'LabelRequirement' });
export type LabelRequirementView = z.infer<typeof LabelRequirementView>;

export const listLabelRequirements = endpoint({
  method: 'GET',
  path: '/label-requirements',
  summary: 'What labels must say today, and by which law',
  needs: 'public',
  result: z.object({ items: z.array(LabelRequirementView) }),
});

/** A day on which a service is given, and how many may come. */
export const ServiceDate = z
  .object({ id: Id, startsAt: Instant, places: z.int(), placesLeft: z.int() })
  .meta({ id: 'ServiceDate' });
export type ServiceDate = z.infer<typeof ServiceDate>;
export const NewServiceDate = z
  .strictObject({ id: Id, startsAt: Instant, places: z.int().min(1).max(1_000) })
  .meta({ id: 'NewServiceDate' });

export const CertificateKind = z.enum(['ocop', 'vietgap', 'globalgap', 'organic', 'haccp', 'other']);
export type CertificateKind = z.infer<typeof CertificateKind>;
/**
 * `claimed` until an officer has looked at it; `valid`, `expiring` and `expired` follow from its dates. Buyers see only what
 * an officer found true.
 */
export const CertificateState = z.enum(['claimed', 'valid', 'expiring', 'expired', 'revoked', 'refused']);
export type CertificateState = z.infer<typeof CertificateState>;
export const CertificateView = z
  .object({
    id: Id,
    kind: CertificateKind,
    number: z.string(),
    issuer: z.string(),
    stars: z.int().nullable(),
    issuedOn: Day,
    validTo: Day.nullable(),
    state: CertificateState,
  })
  .meta({ id: 'Certificate' });
export type CertificateView = z.infer<typeof CertificateView>;

/** Of what is on sale, what a card shows beside its price. */
export const cardFacts = {
  kind: ListingKind,
  soldBy: SoldBy,
  pack: Pack.nullable(),
  unitPrice: UnitPrice.nullable(),
  /** The stars of its OCOP certificate while that is valid. */
  ocopStars: z.int().nullable(),
  inSeason: z.boolean(),
  window: WindowState,
};

/** What its own page shows beside. */
export const detailFacts = {
  variety: z.string().nullable(),
  process: ProcessLevel,
  label: LabelTexts,
  growingArea: z.string().nullable(),
  attributes: AttributeChoices,
  certificates: z.array(CertificateView),
  /** Weighed when it is packed: what is paid follows the scales, within the tolerance (percent of what was ordered). */
  catchWeight: z.boolean(),
  catchTolerance: z.int().nullable(),
  sellFrom: Day.nullable(),
  sellTo: Day.nullable(),
  repeatsYearly: z.boolean(),
  delivery: DeliveryScope,
  /** Days still to come, the next first; empty for goods. */
  dates: z.array(ServiceDate),
};

/** What a producer says of it; whatever is left out is as for fresh goods, always on sale and sent everywhere. */
export const factsInput = {
  kind: ListingKind.default('goods'),
  variety: line(80).optional(),
  process: ProcessLevel.default('fresh'),
  label: LabelTexts.default({}),
  /** As the authority writes it; its form is no business of ours. */
  growingArea: line(60).optional(),
  attributes: AttributeChoices.default({}),
  /** The producer's own certificates that speak of this product. */
  certificates: z.array(Id).max(10).default([]),
  /** Left out, it follows from the unit and the pack. */
  soldBy: SoldBy.optional(),
  pack: GivenPack.optional(),
  catchWeight: z.boolean().default(false),
  catchTolerance: z.int().min(1).max(30).optional(),
  sellFrom: Day.optional(),
  sellTo: Day.optional(),
  repeatsYearly: z.boolean().default(false),
  delivery: DeliveryScope.default('country'),
  dates: z.array(NewServiceDate).max(60).default([]),
};

/** What of it can be said otherwise later; null takes back what may be left out. */
export const factsEdit = {
  variety: line(80).nullable(),
  process: ProcessLevel,
  label: LabelTexts,
  growingArea: line(60).nullable(),
  attributes: AttributeChoices,
  certificates: z.array(Id).max(10),
  pack: GivenPack.nullable(),
  catchWeight: z.boolean(),
  catchTolerance: z.int().min(1).max(30).nullable(),
  sellFrom: Day.nullable(),
  sellTo: Day.nullable(),
  repeatsYearly: z.boolean(),
  delivery: DeliveryScope,
};

type Facts = z.infer<z.ZodObject<typeof factsInput>> & { unit: string };

/** What of it cannot be together; the first of each, by its field. */
const wrongs: readonly [field: keyof Facts, message: string, is: (facts: Facts) => boolean][] = [
  ['soldBy', 'as the unit and the pack say', (f) => f.soldBy !== undefined && f.soldBy !== soldByOf(asSold(f))],
  ['pack', 'only of what is not weighed itself', (f) => f.pack !== undefined && soldByOf(asSold(f)) === 'weight'],
  ['catchWeight', 'only of what is sold by weight', (f) => f.catchWeight && soldByOf(asSold(f)) !== 'weight'],
  ['catchTolerance', 'only with catchWeight', (f) => f.catchTolerance !== undefined && !f.catchWeight],
  ['sellTo', 'not before sellFrom', (f) => before(f.sellTo, f.sellFrom)],
  ['repeatsYearly', 'needs both days', (f) => f.repeatsYearly && !(f.sellFrom && f.sellTo)],
  ['sellTo', 'within a year, to be repeated each year', (f) => f.repeatsYearly && longerThanAYear(f)],
  ['dates', 'only of a service', (f) => f.kind === 'goods' && f.dates.length > 0],
  ['dates', 'at least one', (f) => f.kind === 'service' && f.dates.length === 0],
  ['dates', 'each once', (f) => new Set(f.dates.map(({ id }) => id)).size !== f.dates.length],
  ['pack', 'not of a service', (f) => f.kind === 'service' && f.pack !== undefined],
  ['unit', 'a service is not weighed', (f) => f.kind === 'service' && Boolean(unitOf(f.unit).kilogramThousandths)],
];

const asSold = ({ unit, pack }: Facts) => ({ unit, pack: pack ?? null });
const before = (day: string | undefined, other: string | undefined) => Boolean(day && other && day < other);
const longerThanAYear = ({ sellFrom = '', sellTo = '' }: Facts): boolean => {
  const nextYear = `${Number(sellFrom.slice(0, 4)) + 1}${sellFrom.slice(4)}`;
  return sellTo >= nextYear;
};

/** What the facts of one listing must be to each other. */
export const factsAgree = (facts: Facts, context: z.core.$RefinementCtx): void => {
  const told = new Set<string>();
  for (const [field, message, is] of wrongs) {
    if (told.has(field) || !is(facts)) continue;
    told.add(field);
    context.addIssue({ code: 'custom', path: [field], message });
  }
};
