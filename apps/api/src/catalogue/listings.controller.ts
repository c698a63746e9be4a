import {
  getListing,
  type InputOf,
  listCategories,
  listCommodities,
  listListings,
  type ResultOf,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { CommodityQueries } from './commodity.queries.ts';
import { ListingQueries } from './listing.queries.ts';

@Controller()
export class ListingsController {
  constructor(
    private readonly listings: ListingQueries,
    private readonly commodities: CommodityQueries,
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
    return { items: await this.commodities.categories() };
  }

  @Serves(listCommodities)
  async listCommodities(): Promise<ResultOf<typeof listCommodities>> {
    return { items: await this.commodities.commodities() };
  }
}
