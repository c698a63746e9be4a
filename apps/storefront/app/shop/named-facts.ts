import type { AttributeView, LabelRequirementView, ListingDetail } from '@chophien/contracts';

export interface NamedFact {
  name: string;
  words: string;
}

/** What it is told apart by and what its label says, under the names people read; what has no name any more is left out. */
export const namedFacts = (
  { attributes, label }: Pick<ListingDetail, 'attributes' | 'label'>,
  known: readonly AttributeView[],
  fields: readonly LabelRequirementView[],
): NamedFact[] => [
  ...Object.entries(attributes).flatMap(([id, chosen]) => {
    const found = known
      .filter((attribute) => attribute.id === id)
      .flatMap(({ name, choices }) =>
        choices.filter(({ value }) => value === chosen).map((choice) => ({ name, choice })),
      );
    return found[0] ? [{ name: found[0].name, words: found[0].choice.label }] : [];
  }),
  ...fields.flatMap(({ field, name }) => {
    const words = label[field];
    return words ? [{ name, words }] : [];
  }),
];
