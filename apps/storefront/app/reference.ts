import {
  type AttributeView,
  type CategoryView,
  type Client,
  type CommodityView,
  type LabelRequirementView,
  listCategories,
  listCommodities,
  listLabelRequirements,
  listProvinces,
  type ProvinceView,
} from '@chophien/contracts';
import type { z } from 'zod';

type Category = z.output<typeof CategoryView>;

/** Lists that change by decree or by release, never by the hour: asked once a minute, not once a page. */
const kept = <T>(ask: (read: Client) => Promise<T>) => {
  let value: Promise<T> | undefined;
  let until = 0;
  return (read: Client): Promise<T> => {
    if (!value || Date.now() > until) {
      until = Date.now() + 60_000;
      value = ask(read);
      value.catch(() => {
        value = undefined;
      });
    }
    return value;
  };
};

export const categories = kept<Category[]>(async (read) => (await read(listCategories)).items);
/** What goods of a group are told apart by. */
export const attributes = kept<AttributeView[]>(async (read) => (await read(listCategories)).attributes);
export const labelRequirements = kept<LabelRequirementView[]>(
  async (read) => (await read(listLabelRequirements)).items,
);
export const provinces = kept<ProvinceView[]>(async (read) => (await read(listProvinces)).items);
export const commodities = kept<CommodityView[]>(async (read) => (await read(listCommodities)).items);
