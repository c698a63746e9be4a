import { type ResultOf, type sitemapFiles, type sitemapPart } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Catalogue } from '../catalogue/index.ts';
import { Communes } from '../communes/index.ts';

const everyCommune = 5_000;

/** What search engines are told: every address at which something is shown to anybody. */
@Injectable()
export class SitemapPages {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly communes: Communes,
  ) {}

  async files(): Promise<ResultOf<typeof sitemapFiles>> {
    const { reading } = this.catalogue;
    const [listings, stalls, selling, provinces, categories, units] = await Promise.all([
      reading.sitemapFiles('listings'),
      reading.sitemapFiles('stalls'),
      reading.sellingCommunes(everyCommune),
      reading.sellingProvinces(),
      this.catalogue.categories(),
      this.communes.units(),
    ]);
    const sells = new Set(provinces.map(({ province }) => province));
    return {
      listings: listings.map(written),
      stalls: stalls.map(written),
      provinces: units.provinces.filter(({ code }) => sells.has(code)),
      communes: selling.flatMap(({ commune }) => {
        const known = units.get(commune);
        return known ? [{ code: known.code, slug: known.slug }] : [];
      }),
      categories,
    };
  }

  async part(kind: 'listings' | 'stalls', after: string | undefined, limit: number) {
    const items = await this.catalogue.reading.sitemapPart(kind, after ?? null, limit);
    return { items: items.map(written) } satisfies ResultOf<typeof sitemapPart>;
  }
}

const written = <T extends { changedAt: Date }>(row: T) => ({ ...row, changedAt: row.changedAt.toISOString() });
