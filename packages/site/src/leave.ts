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

/** Ends a loader: the error page of a refusal, with its status. */
export function refusePage(problem: Problem, request: string): never {
  const page: RefusedPage = { code: problem.code, details: { ...problem.details, errors: undefined }, request };
  // oxlint-disable-next-line typescript/only-throw-error
  throw data(page, { status: problem.status });
}
