import { type InputOf, type ResultOf, searchListings } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { Input, Serves } from '../platform/serves.ts';
import { SearchQueries } from './search.queries.ts';

@Controller()
export class SearchController {
  constructor(private readonly search: SearchQueries) {}

  @Serves(searchListings)
  searchListings(@Input() { query }: InputOf<typeof searchListings>): Promise<ResultOf<typeof searchListings>> {
    return this.search.find(query);
  }
}
