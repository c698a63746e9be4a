import { type AnswerOf, type CallOf, type Endpoint } from './endpoint.ts';
import { Problem, type ProblemCode, type ProblemDocument, problems } from './problem.ts';

export interface ClientOptions {
  baseUrl: string;
  /** Added to every request: the session, the visitor's address. */
  headers?: Record<string, string>;
  /** Milliseconds before a call is given up. */
  timeout?: number;
  fetch?: typeof fetch;
}

export type Client = <E extends Endpoint>(endpoint: E, call?: CallOf<E>) => Promise<AnswerOf<E>>;

/** A typed caller of the API. A refusal is thrown as the same {@link Problem} the API threw. */
export const client =
  ({ baseUrl, headers = {}, timeout = 10_000, fetch: send = globalThis.fetch }: ClientOptions): Client =>
  async (endpoint, call) => {
    const { params, query, body } = (call ?? {}) as { params?: object; query?: object; body?: unknown };
    const response = await send(baseUrl + address(endpoint.path, params, query), {
      method: endpoint.method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeout),
    }).catch(() => {
      throw new Problem('platform.busy');
    });
    if (!response.ok) throw await refusal(response);
    return (response.status === 204 ? undefined : await response.json()) as never;
  };

/** `/orders/:code` with its parameters and query filled in; empty query values are left out. */
export const address = (path: string, params: object = {}, query: object = {}): string => {
  const given = params as Record<string, unknown>;
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.append(name, String(value));
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
};

/** What the API refused with, out of an answer that is not ok; `platform.failed` when it says nothing that is known. */
export const refusal = async (response: Response): Promise<Problem> => {
  const document = (await response.json().catch(() => ({}))) as Partial<ProblemDocument>;
  const known = document.code !== undefined && Object.hasOwn(problems, document.code);
  const code: ProblemCode = known ? (document.code as ProblemCode) : 'platform.failed';
  return new Problem(code, { ...document.details, errors: document.errors ?? [], requestId: document.requestId });
};
