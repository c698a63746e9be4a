/**
 * What goods are sold by. `rec20` is the unit's code in trade papers: UNECE Recommendation 20 (Codes for Units of Measure
 * Used in International Trade), whose annexes take packages from Recommendation 21 with an X before them. Weights are always
 * exchanged in kilograms (KGM): a quantity in yến or tạ is first multiplied by `kilogramThousandths`.
 */
export interface Unit {
  readonly id: string;
  /** As people say and read it. */
  readonly word: string;
  readonly rec20: string;
  /** What one unit weighs, in thousandths of a kilogram, where the unit itself says so. */
  readonly kilogramThousandths?: number;
}

export const units = [
  { id: 'kg', word: 'kg', rec20: 'KGM', kilogramThousandths: 1_000 },
  { id: 'yen', word: 'yến', rec20: 'KGM', kilogramThousandths: 10_000 },
  { id: 'ta', word: 'tạ', rec20: 'KGM', kilogramThousandths: 100_000 },
  { id: 'bo', word: 'bó', rec20: 'XBH' },
  { id: 'con', word: 'con', rec20: 'H87' },
  { id: 'trai', word: 'trái', rec20: 'H87' },
  { id: 'hop', word: 'hộp', rec20: 'XBX' },
  { id: 'goi', word: 'gói', rec20: 'XPA' },
  { id: 'chai', word: 'chai', rec20: 'XBO' },
  { id: 'hu', word: 'hũ', rec20: 'XJR' },
  { id: 'thung', word: 'thùng', rec20: 'XCT' },
  { id: 'cai', word: 'cái', rec20: 'H87' },
  { id: 'lit', word: 'lít', rec20: 'LTR' },
  { id: 'khach', word: 'khách', rec20: 'IE' },
  { id: 'phong', word: 'phòng', rec20: 'ROM' },
] as const satisfies readonly Unit[];

export type UnitId = (typeof units)[number]['id'];

export const isUnitId = (id: string): id is UnitId => units.some((unit) => unit.id === id);

/**
 * The unit with this id or this word.
 * @throws RangeError if there is none
 */
export function unitOf(idOrWord: string): Unit {
  const unit = units.find(({ id, word }) => id === idOrWord || word === idOrWord);
  if (!unit) throw new RangeError(`unit: one of ${units.map(({ id }) => id).join(', ')}, not ${idOrWord}`);
  return unit;
}

/** The Vietnamese word of a unit: `yen` → `yến`. Refuses as `unitOf` does. */
export const unitWord = (idOrWord: string): string => unitOf(idOrWord).word;
