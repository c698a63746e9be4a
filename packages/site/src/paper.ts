import { notFound, type Visitor } from './visitor.ts';
import type { RouterContextProvider } from 'react-router';

/** What the API says of a paper's page, and nothing else of what it answered. */
const told = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-security-policy',
  'cross-origin-resource-policy',
];

/** A page of somebody's paper, passed on from the API as it comes: looked at and kept nowhere. What may not be seen is not found. */
export const passPaper = async (
  context: Readonly<RouterContextProvider>,
  { raw }: Visitor,
  path: string,
): Promise<Response> => {
  const answer = await raw(path);
  if (!answer.ok) {
    await answer.body?.cancel();
    return notFound(context);
  }
  const headers = new Headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  for (const name of told) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { headers });
};
