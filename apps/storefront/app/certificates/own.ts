import { listMyCertificates, listMyListings, listMyProducers, type MyCertificate } from '@chophien/contracts';
import { notFound, visitor, type Visitor } from '@chophien/site';
import type { RouterContextProvider } from 'react-router';

export const certificatesPath = (rest = ''): string => `/ban-hang/chung-nhan${rest && `/${rest}`}`;

/** Pages of listings that are offered to choose from: a hundred or so. */
const mostPages = 5;

export interface Choice {
  id: string;
  name: string;
  producer: string;
}

/** What a certificate may speak of: the listings that are not taken away. */
export const listingsOf = async ({ read }: Visitor): Promise<Choice[]> => {
  const first = await read(listMyListings, { query: { page: 1 } });
  const rest = await Promise.all(
    Array.from({ length: Math.min(first.pages, mostPages) - 1 }, (_, at) =>
      read(listMyListings, { query: { page: at + 2 } }),
    ),
  );
  return [first, ...rest].flatMap(({ items }) =>
    items
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, name, producer }) => ({ id, name, producer: producer.id })),
  );
};

/** The stalls somebody may tell of papers for now. */
export const sellersOf = async ({ read }: Visitor): Promise<{ id: string; name: string }[]> => {
  const { items } = await read(listMyProducers);
  return items.filter(({ status }) => status !== 'closed').map(({ id, name }) => ({ id, name }));
};

export const ownCertificate = async (context: Readonly<RouterContextProvider>, id: string): Promise<MyCertificate> => {
  const { items } = await context.get(visitor).read(listMyCertificates);
  return items.find((one) => one.id === id) ?? notFound(context);
};
