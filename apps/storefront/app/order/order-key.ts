import { goTo } from '@chophien/site';
import { Key } from '@chophien/contracts';

/** The key of an order out of its address; without a right one the order is asked for by phone and code. */
export const orderKey = (request: Request): string => {
  const key = Key.safeParse(new URL(request.url).searchParams.get('khoa'));
  if (!key.success) return goTo('/tra-don');
  return key.data;
};
