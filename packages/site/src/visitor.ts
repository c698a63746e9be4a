import { type Client, client, Problem } from '@chophien/contracts';
import type { Logger } from 'pino';
import { createContext, type RouterContextProvider } from 'react-router';
import { type CookieRule, clearCookie, readCookie, setCookie } from './cookies.ts';
import type { SiteEnv } from './env.ts';
import { goTo, refusePage } from './leave.ts';
import { send } from './send.ts';

/** One request's visitor: who they are to the API, and their cookies. Loaders and actions reach it by `context.get(visitor)`. */
export interface Visitor {
  /** The request's number: in every log line, on every error page. */
  id: string;
  env: SiteEnv;
  log: Logger;
  /** The API's opaque session token, if they are signed in. */
  token: string | undefined;
  /** Asks the API. A refusal is a thrown `Problem`: for actions, which show it beside the form. */
  call: Client;
  /** Asks the API. A refusal is the error page with its status: for loaders. */
  read: Client;
  /** Asks the API for a `raw` answer (a file), or hands it bytes; session and address go along. */
  raw: (path: string, init?: RequestInit) => Promise<Response>;
  cookie: (name: string) => string | undefined;
  set: (name: string, value: string, rule?: CookieRule) => string;
  clear: (name: string) => string;
  /** `Set-Cookie` that opens a session of the API's until it ends. */
  signIn: (token: string, expiresAt: string) => string;
  /** `Set-Cookie` that forgets it. */
  signOut: () => string;
}

export const visitor = createContext<Visitor>();

export interface SessionRule {
  /** The session cookie's name, different on each site. */
  cookie: string;
  sameSite: 'Lax' | 'Strict';
  /** The path of the page to sign in on. */
  signInPath: string;
}

export interface Arrival {
  id: string;
  address: string;
  /** The source port of the connection; unknown behind a proxy that does not say it. */
  port?: number | undefined;
  /** What the browser calls itself. */
  agent?: string | undefined;
  cookies: string | undefined;
  /** Path and query that were asked for. */
  path: string;
  log: Logger;
}

/** Opens the visitor of one request. */
export const arrive = (env: SiteEnv, session: SessionRule, arrival: Arrival): Visitor => {
  const cookie = (name: string) => readCookie(env, arrival.cookies, name);
  const token = sessionToken(cookie(session.cookie));
  const headers: Record<string, string> = {
    'x-site-key': env.SITE_KEY,
    'x-client-address': arrival.address,
    'x-request-id': arrival.id,
    ...(arrival.port ? { 'x-client-port': String(arrival.port) } : {}),
    ...(arrival.agent ? { 'x-client-agent': arrival.agent.replace(/[^\x20-\x7e]/g, ' ').slice(0, 300) } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const signOut = () => clearCookie(env, session.cookie, { sameSite: session.sameSite });
  const ask = client({ baseUrl: env.API_URL, headers, fetch: send });
  /** A session that has ended is not a refusal to show: the visitor signs in and comes back. */
  const signInFirst = (): never => {
    const again = `${session.signInPath}?next=${encodeURIComponent(arrival.path)}${token ? '&het-phien=1' : ''}`;
    return goTo(again, token ? { 'set-cookie': signOut() } : {});
  };
  /** What asks for a fresh proof: she enters a code and comes back to the page she was on. */
  const proveFirst = (): never => goTo(`/xac-nhan?next=${encodeURIComponent(arrival.path)}`);
  const provedFirst = async (refused: Response): Promise<void> => {
    const { code } = (await refused.json().catch(() => ({}))) as { code?: unknown };
    if (code === 'identity.proof-needed') proveFirst();
  };
  const call = ((endpoint, input) =>
    ask(endpoint, input).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'identity.proof-needed') return proveFirst();
      if (error.code !== 'identity.sign-in-needed') throw error;
      return signInFirst();
    })) as Client;
  const read = ((endpoint, input) =>
    call(endpoint, input).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      // An address that breaks the contract's shape is one that leads nowhere.
      const wrong = error.code === 'platform.invalid-input';
      return refusePage(wrong ? new Problem('platform.not-found') : error, arrival.id);
    })) as Client;
  return {
    id: arrival.id,
    env,
    log: arrival.log,
    token,
    call,
    read,
    raw: async (path, init = {}) => {
      const answer = await fetch(env.API_URL + path, {
        signal: AbortSignal.timeout(60_000),
        ...init,
        headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
      });
      if (answer.status === 403) await provedFirst(answer.clone());
      return answer.status === 401 ? signInFirst() : answer;
    },
    cookie,
    set: (name, value, rule) => setCookie(env, name, value, rule),
    clear: (name) => clearCookie(env, name),
    signIn: (value, expiresAt) =>
      setCookie(env, session.cookie, value, { sameSite: session.sameSite, expires: new Date(expiresAt) }),
    signOut,
  };
};

const sessionToken = (value: string | undefined): string | undefined =>
  value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;

/** Ends a loader or an action that found nothing by itself: the page for what is not there. */
export function notFound(context: Readonly<RouterContextProvider>): never {
  return refusePage(new Problem('platform.not-found'), context.get(visitor).id);
}
