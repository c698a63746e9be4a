import { Problem } from '@chophien/contracts';
import { data, redirect } from 'react-router';

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

/**
 * A page has one address. Whoever came by another writing of it (a former name, capital letters, a slash at the end) goes on to
 * that one, for good, and takes along what was asked for after the path.
 */
export function keepAddress(request: Request, path: string): void {
  const asked = new URL(request.url);
  if (asked.pathname === path) return;
  // oxlint-disable-next-line typescript/only-throw-error
  throw redirect(path + asked.search, 301);
}

/** Ends a loader: the error page of a refusal, with its status. */
export function refusePage(problem: Problem, request: string): never {
  const page: RefusedPage = { code: problem.code, details: { ...problem.details, errors: undefined }, request };
  // oxlint-disable-next-line typescript/only-throw-error
  throw data(page, { status: problem.status });
}
