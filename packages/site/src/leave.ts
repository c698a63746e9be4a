import { Problem } from '@chophien/contracts';
import { data, redirect, type RouterContextProvider } from 'react-router';
import { visitor } from './visitor.ts';

// The framework's way out of a loader or an action is to throw what is to be answered; it is done here and nowhere else.

/** What an error page gets to know of a refusal. */
export interface RefusedPage {
  code: string;
  details: Record<string, unknown>;
  request: string;
}

/** Ends a loader or an action: the browser goes on there. */
export function goTo(path: string, headers: Record<string, string> = {}): never {
  // oxlint-disable-next-line typescript/only-throw-error
  throw redirect(path, { headers });
}

/** Ends a loader: the error page of a refusal, with its status. */
export function refusePage(problem: Problem, request: string): never {
  const page: RefusedPage = { code: problem.code, details: { ...problem.details, errors: undefined }, request };
  // oxlint-disable-next-line typescript/only-throw-error
  throw data(page, { status: problem.status });
}

/** Ends a loader or an action that found nothing by itself: the page for what is not there. */
export function notFound(context: Readonly<RouterContextProvider>): never {
  return refusePage(new Problem('platform.not-found'), context.get(visitor).id);
}
