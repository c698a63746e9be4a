import { renderToStaticMarkup } from 'react-dom/server';
import { type EntryContext, type HandleErrorFunction, isRouteErrorResponse, ServerRouter } from 'react-router';
import { visitor } from './visitor.ts';

/**
 * A page's HTML in one go: nothing is streamed, because nothing on our pages arrives later, and nothing is hydrated, so
 * React's own marks between texts are left out. This is the `default` export of a site's `entry.server`.
 */
export const renderPage = (request: Request, status: number, headers: Headers, context: EntryContext): Response => {
  const html = `<!doctype html>${renderToStaticMarkup(<ServerRouter context={context} url={request.url} />)}`;
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(html, { status, headers });
};

/** A fault of ours goes to the log under its request's number; a page that is not there is no fault. */
export const reportFault: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { id, log } = context.get(visitor);
  log.error({ err: error, request: id }, 'page failed');
};
