import { Problem } from '@chophien/contracts';
import { outsideDuration } from './metrics.ts';

export interface OutsideCall {
  /** Who is called, for metrics: `vnpay`, `esms`. */
  provider?: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** For the whole call, answer included. */
  timeoutMs?: number;
  /** Bytes of answer taken at most. */
  most?: number;
}

export interface OutsideAnswer {
  status: number;
  headers: Headers;
  /** As text, UTF-8. */
  body: string;
}

/**
 * Calls another company: one total time-out, no redirects followed, the answer's size bounded. Whatever the status, it is
 * the caller's to judge. No answer is `platform.outside-failed`; `details.unknown` says that they may have done it.
 * Never called inside a transaction.
 */
export async function callOut(url: string, call: OutsideCall = {}): Promise<OutsideAnswer> {
  const { provider = new URL(url).hostname, method = 'GET', headers, body, timeoutMs = 5_000, most = 1_048_576 } = call;
  const end = outsideDuration.startTimer({ provider });
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
    });
    const answer = await bounded(response, most);
    end({ outcome: response.status < 500 ? 'answered' : 'failed' });
    return { status: response.status, headers: response.headers, body: answer };
  } catch (error) {
    end({ outcome: 'unreachable' });
    const refused = isRefused(error);
    throw Object.assign(new Problem('platform.outside-failed', { provider, unknown: !refused }), { cause: error });
  }
}

const bounded = async (response: Response, most: number): Promise<string> => {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > most) throw new Error(`an answer of more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** The connection was never made, so nothing can have happened there. */
const isRefused = (error: unknown): boolean => {
  const cause = (error as { cause?: { code?: string; message?: string } } | null)?.cause;
  if (cause?.message === 'bad port') return true; // fetch itself declines these
  return ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(
    cause?.code ?? '',
  );
};
