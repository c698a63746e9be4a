import { Id, listPapers, type PaperView } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { RouterContextProvider } from 'react-router';

interface Opening {
  context: Readonly<RouterContextProvider>;
  params: { producer?: string; paper?: string };
}

/** The papers of the producer of an address; anybody else's is not found. */
export const ownPapers = async ({ context, params }: Opening): Promise<{ producer: string; papers: PaperView[] }> => {
  const producer = Id.safeParse(params.producer);
  if (!producer.success) return notFound(context);
  const { items } = await context.get(visitor).read(listPapers, { params: { producer: producer.data } });
  return { producer: producer.data, papers: items };
};

/** The one paper of an address. */
export const ownPaper = async (opening: Opening): Promise<PaperView> => {
  const { papers } = await ownPapers(opening);
  return papers.find(({ id }) => id === opening.params.paper) ?? notFound(opening.context);
};

/** Where a producer's papers are. */
export const papersPath = (producer: string, rest = ''): string => `/ban-hang/giay-to/${producer}${rest && `/${rest}`}`;

/** Where a paper is handed in: of a kind, in the place of another, as a page of one already begun; then on to `next`. */
export const addPath = (
  producer: string,
  given: { kind?: string; thay?: string; giay?: string; trang?: number; next?: string | undefined },
): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && value !== '') query.set(name, String(value));
  const text = query.toString();
  return papersPath(producer, `them${text && `?${text}`}`);
};
