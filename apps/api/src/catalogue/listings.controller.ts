import {
  getListing,
  type InputOf,
  listCategories,
  listCommodities,
  listLabelRequirements,
  listListings,
  type ResultOf,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { CommodityQueries } from './commodity.queries.ts';
import { KindQueries } from './kind.queries.ts';
import { ListingQueries } from './listing.queries.ts';

@Controller()
export class ListingsController {
  constructor(
    private readonly listings: ListingQueries,
    private readonly commodities: CommodityQueries,
    private readonly kinds: KindQueries,
  ) {}

  @Serves(listListings)
  listListings(@Input() { query }: InputOf<typeof listListings>): Promise<ResultOf<typeof listListings>> {
    return this.listings.list(query);
  }

  @Serves(getListing)
  getListing(@Input() { params }: InputOf<typeof getListing>): Promise<ResultOf<typeof getListing>> {
    return this.listings.detail(params.slug);
  }

  @Serves(listCategories)
  async listCategories(): Promise<ResultOf<typeof listCategories>> {
    const [items, attributes] = await Promise.all([this.kinds.categories(), this.kinds.attributes()]);
    return { items, attributes };
  }

  @Serves(listLabelRequirements)
  async listLabelRequirements(): Promise<ResultOf<typeof listLabelRequirements>> {
    return { items: await this.kinds.labels() };
  }

  @Serves(listCommodities)
  async listCommodities(): Promise<ResultOf<typeof listCommodities>> {
    return { items: await this.commodities.commodities() };
  }
}
