import { type AttributeView, type LabelRequirementView, Problem, type ProcessLevel } from '@chophien/contracts';

/** What a listing says of itself, and where its goods stand. */
export interface Said {
  /** Its group, and the shelf that stands on. */
  lineage: readonly string[];
  process: ProcessLevel;
  label: Readonly<Record<string, string>>;
  /** Sold by weight, or in packs that say what they hold. */
  measured: boolean;
  attributes: Readonly<Record<string, string>>;
}

/** Whether a requirement speaks of these goods. */
const speaksOf = ({ processes, categories }: LabelRequirementView, { process, lineage }: Said): boolean =>
  processes.includes(process) && (categories === null || categories.some((category) => lineage.includes(category)));

/** The fields that a label must have and this one does not. */
export const labelMissing = (requirements: readonly LabelRequirementView[], said: Said): string[] =>
  requirements
    .filter((one) => one.required && speaksOf(one, said))
    .filter((one) => !(one.coveredByPack && said.measured) && !said.label[one.field])
    .map(({ field }) => field);

/**
 * The label says what it must, and nothing that no row knows.
 * @throws Problem catalogue.label-field-unknown or catalogue.label-incomplete, naming the fields
 */
export const checkLabel = (requirements: readonly LabelRequirementView[], said: Said): void => {
  const known = new Set(requirements.map(({ field }) => field));
  const unknown = Object.keys(said.label).filter((field) => !known.has(field));
  if (unknown.length > 0) throw new Problem('catalogue.label-field-unknown', { fields: unknown });
  const missing = labelMissing(requirements, said);
  if (missing.length > 0) {
    const names = requirements.filter(({ field }) => missing.includes(field)).map(({ name }) => name);
    throw new Problem('catalogue.label-incomplete', { fields: missing, names });
  }
};

/**
 * Each choice is one that goods of this group have today.
 * @throws Problem catalogue.attribute-unknown, naming the first that is not
 */
export const checkAttributes = (known: readonly AttributeView[], { attributes }: Pick<Said, 'attributes'>): void => {
  for (const [id, value] of Object.entries(attributes)) {
    const has = known.some((one) => one.id === id && one.choices.some((choice) => choice.value === value));
    if (!has) throw new Problem('catalogue.attribute-unknown', { attribute: id, value });
  }
};
