import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as its signature sees it; the path and query are those of the request line, escaped as they came. */
export interface Signed {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const shape =
  /^AWS4-HMAC-SHA256 Credential=([^/, ]+)\/(\d{8})\/([^/, ]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** What the `Authorization` header says; undefined when it says it in no form that S3 knows. */
export const readAuthorization = (header: string | undefined) => {
  const [, keyId, day, region, signedHeaders, signature] = shape.exec(header ?? '') ?? [];
  return keyId && day && region && signedHeaders && signature
    ? { keyId, day, region, signedHeaders: signedHeaders.split(';'), signature }
    : undefined;
};
export type Authorization = NonNullable<ReturnType<typeof readAuthorization>>;

/** Signature Version 4 for S3, in a header (docs.aws.amazon.com, "Create a signed AWS API request"): the path is escaped once. */
export const signatureOf = (secret: string, { method, url, headers }: Signed, by: Omit<Authorization, 'signature'>) => {
  const [path = '/', query = ''] = url.split('?', 2);
  const said = (name: string) => [headers[name]].flat().join(',').trim().replace(/ +/g, ' ');
  const canonical = [
    method,
    path,
    query.split('&').filter(Boolean).map(withValue).sort().join('&'),
    ...by.signedHeaders.map((name) => `${name}:${said(name)}`),
    '',
    by.signedHeaders.join(';'),
    said('x-amz-content-sha256'),
  ].join('\n');
  const scope = `${by.day}/${by.region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', said('x-amz-date'), scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, by.day), by.region));
  return hmac(key, text).toString('hex');
};

const withValue = (pair: string): string => (pair.includes('=') ? pair : `${pair}=`);

export const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether these bytes are those that were signed. What is sent in signed pieces is not read here. */
export const bodyIsSigned = (body: Uint8Array, claimed: string): boolean =>
  claimed === 'UNSIGNED-PAYLOAD' || claimed === sha256(body);
