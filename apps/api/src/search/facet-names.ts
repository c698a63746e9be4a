import type { Facets } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';
import type { Counted } from './counts.rules.ts';

type Names = Awaited<ReturnType<Catalogue['names']>>;

/** Milliseconds for which names are kept: they change by migrations and dated rows. */
const fresh = 60_000;

/** What the values of facets are called. */
@Injectable()
export class FacetNames {
  private reading: { at: number; names: Promise<Names> } | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
  ) {}

  async over(facets: Record<string, Counted[]>): Promise<Facets> {
    const [{ categories, attributes }, units] = await Promise.all([this.names(), this.communes.units()]);
    const provinces = new Map(units.provinces.map(({ code, name }) => [code, name]));
    const groups = new Map(categories.map(({ id, name }) => [id, name]));
    const choices = new Map(
      attributes.flatMap(({ id, choices: some }) =>
        some.map(({ value, label }): [string, string] => [`attr.${id}=${value}`, label]),
      ),
    );
    const words: Record<string, (value: string) => string | undefined> = {
      category: (value) => groups.get(value),
      commune: (value) => units.get(value)?.fullName,
      province: (value) => provinces.get(value),
      deliverTo: (value) => provinces.get(value),
    };
    const labelled = (facet: string, values: Counted[]) =>
      values.map((one) => {
        const label = words[facet]?.(one.value) ?? choices.get(`${facet}=${one.value}`);
        return label === undefined ? one : { ...one, label };
      });
    return Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, labelled(facet, values)]));
  }

  private names(): Promise<Names> {
    const now = performance.now();
    if (!this.reading || now - this.reading.at > fresh) {
      const names = this.catalogue.names();
      this.reading = { at: now, names };
      names.catch(() => {
        this.reading = undefined;
      });
    }
    return this.reading.names;
  }
}
