import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Bucket } from './bucket.ts';
import { type Signed, signatureOf } from './signature.ts';

const keys = {
  name: 'cho-phien',
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const hash = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
const now = new Date('2026-12-01T03:00:00Z');

const request = (changes: Partial<Signed> = {}, body = '', day = '20261201'): Signed => {
  const by = {
    keyId: keys.accessKey,
    day,
    region: 'auto',
    signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date'],
  };
  const asked = {
    method: 'PUT',
    url: '/cho-phien/anh/a.jpg?x-id=PutObject',
    ...changes,
    headers: {
      host: 'kho.example',
      'x-amz-content-sha256': hash(body),
      'x-amz-date': `${day}T030000Z`,
      ...changes.headers,
    },
  };
  const scope = `${day}/auto/s3/aws4_request`;
  const signature = signatureOf(keys.secretKey, asked, by);
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope}, SignedHeaders=${by.signedHeaders.join(';')}, Signature=${signature}`;
  return { ...asked, headers: { authorization, ...asked.headers } };
};
const refusal = (asked: Signed, body = '') => {
  try {
    new Bucket(keys, () => now).allow(asked, Buffer.from(body));
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('a request to the store', () => {
  test('is signed as the example that Amazon prints for a GET with a range', () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': hash(''),
      'x-amz-date': '20130524T000000Z',
    };
    expect(
      signatureOf(
        keys.secretKey,
        { method: 'GET', url: '/test.txt', headers },
        { keyId: keys.accessKey, day: '20130524', region: 'us-east-1', signedHeaders: Object.keys(headers).sort() },
      ),
    ).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  test('is let in with the right keys, now, with the bytes that were signed', () => {
    expect(refusal(request({}, 'ảnh'), 'ảnh')).toBeUndefined();
  });

  test.each([
    ['without a signature', { ...request(), headers: { host: 'kho.example' } }, '', 'AccessDenied'],
    ['for another object than was signed', { ...request(), url: '/cho-phien/anh/b.jpg' }, '', 'SignatureDoesNotMatch'],
    ['with other bytes than were signed', request({}, 'ảnh'), 'ảnh khác', 'XAmzContentSHA256Mismatch'],
    ['signed yesterday', request({}, '', '20261130'), '', 'RequestTimeTooSkewed'],
    [
      'in signed pieces',
      request({ headers: { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' } }),
      '',
      'NotImplemented',
    ],
  ])('%s is refused', (_how, asked, body, code) => {
    expect(refusal(asked, body)).toBe(code);
  });
});
