import type { Facets } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import type { Counted } from './counts.rules.ts';

/** What the values of facets are called. */
@Injectable()
export class FacetNames {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
  ) {}

  async over(facets: Record<string, Counted[]>): Promise<Facets> {
    const [categories, units] = await Promise.all([this.catalogue.categories(), this.communes.units()]);
    const provinces = new Map(units.provinces.map(({ code, name }) => [code, name]));
    const category = new Map(categories.map(({ id, name }) => [id, name]));
    const words: Record<string, (value: string) => string | undefined> = {
      category: (value) => category.get(value),
      commune: (value) => units.get(value)?.fullName,
      province: (value) => provinces.get(value),
      deliverTo: (value) => provinces.get(value),
    };
    const labelled = (facet: string, values: Counted[]) =>
      values.map((one) => {
        const label = words[facet]?.(one.value);
        return label === undefined ? one : { ...one, label };
      });
    return Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, labelled(facet, values)]));
  }
}
