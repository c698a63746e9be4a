import { getPriceHint, type InputOf, listCommoditiesNear, type ResultOf } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { ListingHelpQueries } from './listing-help.queries.ts';

@Controller()
export class ListingHelpController {
  constructor(private readonly help: ListingHelpQueries) {}

  @Serves(getPriceHint)
  async getPriceHint(@Input() { query }: InputOf<typeof getPriceHint>): Promise<ResultOf<typeof getPriceHint>> {
    return { hint: await this.help.price(query) };
  }

  @Serves(listCommoditiesNear)
  async listCommoditiesNear(
    @Input() { params }: InputOf<typeof listCommoditiesNear>,
  ): Promise<ResultOf<typeof listCommoditiesNear>> {
    return { items: await this.help.near(params.code) };
  }
}
