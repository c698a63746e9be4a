import { type Client, client, Problem } from '@chophien/contracts';
import type { Logger } from 'pino';
import { createContext, type RouterContextProvider } from 'react-router';
import { type CookieRule, clearCookie, readCookie, setCookie } from './cookies.ts';
import type { SiteEnv } from './env.ts';
import { goTo, refusePage } from './leave.ts';
import { entered, left, markOf, type Place, type Places, readPlaces, switched, writePlaces } from './places.ts';
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
  /** Tells who uses this device now from the others of it; empty for a guest. */
  mark: string;
  /** The name of a cookie that is hers alone among the people of one device. */
  own: (name: string) => string;
  /** Everybody who is signed in on this device, who uses it now first. */
  places: readonly Place[];
  /** Asks the API as somebody who is signed in on this device. A refusal is a thrown `Problem`. */
  as: (token: string) => Client;
  /** `Set-Cookie` that opens a session of the API's until it ends; with `person`, she is known again beside others. */
  signIn: (token: string, expiresAt: string, person?: string) => string;
  /** `Set-Cookie`: another of those signed in here uses the device now; without a mark nobody does until one is chosen. */
  switchTo: (mark: string) => string;
  /** `Set-Cookie` that forgets who uses it now; others on the device stay. */
  signOut: () => string;
  /** `Set-Cookie` that forgets everybody on this device. */
  signOutAll: () => string;
}

export const visitor = createContext<Visitor>();

export interface SessionRule {
  /** The session cookie's name, different on each site. */
  cookie: string;
  sameSite: 'Lax' | 'Strict';
  /** The path of the page to sign in on. */
  signInPath: string;
  /** So many people can be signed in on one device, with the page on which one is chosen; absent: one. */
  people?: { most: number; choosePath: string };
  /** The cookie that says for whom somebody acts, on the pages under which it counts; on them nothing else is reached. */
  acting?: { cookie: string; under: RegExp };
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
  const places = readPlaces(cookie(session.cookie));
  const token = places.active?.token;
  const mark = places.active?.mark ?? '';
  const own = (name: string) => (mark ? `${name}-${mark}` : name);
  const under = session.acting?.under.test(arrival.path.replace(/\?.*$/s, '')) ? session.acting : undefined;
  const headers: Record<string, string> = {
    'x-site-key': env.SITE_KEY,
    'x-client-address': arrival.address,
    'x-request-id': arrival.id,
    ...(arrival.port ? { 'x-client-port': String(arrival.port) } : {}),
    ...(arrival.agent ? { 'x-client-agent': arrival.agent.replace(/[^\x20-\x7e]/g, ' ').slice(0, 300) } : {}),
    ...(under ? { 'x-acting-for': actingFor(cookie(own(under.cookie))) } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const keep = (now: Places, expires = new Date(Date.now() + longest)) => {
    const value = writePlaces(now);
    const { sameSite } = session;
    return value
      ? setCookie(env, session.cookie, value, { sameSite, expires })
      : clearCookie(env, session.cookie, { sameSite });
  };
  const signOut = () => keep(left(places));
  const ask = client({ baseUrl: env.API_URL, headers, fetch: send });
  /** A session that has ended is not a refusal to show: the visitor signs in and comes back. */
  const signInFirst = (): never => {
    const page = session.people && places.others.length > 0 ? session.people.choosePath : session.signInPath;
    const again = `${page}?next=${encodeURIComponent(arrival.path)}${token ? '&het-phien=1' : ''}`;
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
    mark,
    own,
    places: places.active ? [places.active, ...places.others] : places.others,
    as: (value) =>
      client({ baseUrl: env.API_URL, headers: { ...headers, authorization: `Bearer ${value}` }, fetch: send }),
    signIn: (value, expiresAt, person) =>
      keep(entered(places, { token: value, mark: markOf(person) }, session.people?.most ?? 1), new Date(expiresAt)),
    switchTo: (mark) => keep(switched(places, mark)),
    signOut,
    signOutAll: () => clearCookie(env, session.cookie, { sameSite: session.sameSite }),
  };
};

/** The longest a session lasts, 90 days: a cookie that only changes who uses the device lives as long. */
const longest = 90 * 86_400_000;

/** For whom somebody acts by her cookie; `self` when it says nothing that could be a producer. */
const actingFor = (said: string | undefined): string => (said && /^[0-9a-f-]{36}$/.test(said) ? said : 'self');

/** Ends a loader or an action that found nothing by itself: the page for what is not there. */
export function notFound(context: Readonly<RouterContextProvider>): never {
  return refusePage(new Problem('platform.not-found'), context.get(visitor).id);
}
