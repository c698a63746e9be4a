import { createHash, createHmac, randomBytes } from 'node:crypto';

export interface SignedRequest {
  readonly deviceId: string;
  /** The device's key as it was handed over; its UTF-8 letters are the HMAC key. */
  readonly key: string;
  readonly method: string;
  /** Path of the address without the query. */
  readonly path: string;
  readonly body: string;
  readonly now: Date;
  readonly nonce?: string;
}

/** What is signed: method, path, device, Unix seconds, nonce and the hash of the body as sent, line by line. */
export const signedLines = (
  request: Pick<SignedRequest, 'deviceId' | 'method' | 'path' | 'body'>,
  timestamp: string,
  nonce: string,
): string =>
  [
    request.method,
    request.path,
    request.deviceId,
    timestamp,
    nonce,
    createHash('sha256').update(request.body, 'utf8').digest('hex'),
  ].join('\n');

/** The headers by which a device proves itself; a new nonce every time, so a retry is not a replay. */
export function deviceHeaders(request: SignedRequest): Record<string, string> {
  const timestamp = String(Math.floor(request.now.getTime() / 1_000));
  const nonce = request.nonce ?? randomBytes(18).toString('base64url');
  return {
    'x-device': request.deviceId,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': createHmac('sha256', request.key)
      .update(signedLines(request, timestamp, nonce))
      .digest('hex'),
  };
}
