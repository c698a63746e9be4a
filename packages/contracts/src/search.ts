import { z } from 'zod';
import { ListingCard } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { CommuneCode, PageNumber, ProvinceCode, SearchWords, StorageClass } from './values.ts';

export const searchListings = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Listings by words, with or without accents, 24 a page',
  needs: 'public',
  query: z.strictObject({
    q: SearchWords,
    category: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
    commune: CommuneCode.optional(),
    province: ProvinceCode.optional(),
    storage: StorageClass.optional(),
    page: PageNumber,
  }),
  result: z.object({ items: z.array(ListingCard), page: z.int(), more: z.boolean() }),
});
