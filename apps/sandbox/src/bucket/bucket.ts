import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Settings } from '../env.ts';
import { bodyIsSigned, readAuthorization, same, type Signed, signatureOf } from './signature.ts';

interface Stored {
  readonly bytes: Buffer;
  readonly type: string;
  /** As S3 makes it of what came in one piece: the MD5, in quotes. */
  readonly etag: string;
  readonly at: Date;
}

/** What S3 refuses, by the codes of its reference ("Error responses"). */
export class BucketError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const skewMs = 15 * 60_000;

/** One bucket of an S3-compatible store, with everything that lies in it. */
export class Bucket {
  readonly objects = new Map<string, Stored>();
  readonly #settings: Settings['bucket'];
  readonly #now: () => Date;

  constructor(settings: Settings['bucket'], now: () => Date) {
    this.#settings = settings;
    this.#now = now;
  }

  /** @throws BucketError unless who holds the keys asked for this, just now, with these bytes. */
  allow(request: Signed, body: Buffer): void {
    const given = readAuthorization([request.headers['authorization']].flat()[0]);
    if (!given) throw new BucketError('AccessDenied', 403, 'Access Denied');
    if (given.keyId !== this.#settings.accessKey) {
      throw new BucketError('InvalidAccessKeyId', 403, 'The access key ID you provided does not exist.');
    }
    const claimed = String(request.headers['x-amz-content-sha256'] ?? '');
    if (claimed.startsWith('STREAMING-')) {
      throw new BucketError('NotImplemented', 501, 'A body in signed pieces is not taken here.');
    }
    const at = instantOf(String(request.headers['x-amz-date'] ?? ''));
    if (!at || Math.abs(at.getTime() - this.#now().getTime()) > skewMs) {
      throw new BucketError(
        'RequestTimeTooSkewed',
        403,
        'The difference between the request time and now is too large.',
      );
    }
    if (!given.signedHeaders.includes('host') || !same(given.signature, this.#signature(request, given))) {
      throw new BucketError('SignatureDoesNotMatch', 403, 'The signature we calculated does not match yours.');
    }
    if (!bodyIsSigned(body, claimed)) {
      throw new BucketError('XAmzContentSHA256Mismatch', 400, 'The body is not the one that was signed.');
    }
  }

  #signature(request: Signed, given: Parameters<typeof signatureOf>[2]): string {
    return signatureOf(this.#settings.secretKey, request, given);
  }

  put(key: string, bytes: Buffer, { type, checksum }: { type: string; checksum: string | undefined }): Stored {
    if (checksum !== undefined && checksum !== crcOf(bytes)) {
      throw new BucketError('BadDigest', 400, 'The CRC32 you specified did not match the calculated checksum.');
    }
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
    const stored = { bytes, type, etag, at: this.#now() };
    this.objects.set(key, stored);
    return stored;
  }

  get(key: string): Stored {
    const stored = this.objects.get(key);
    if (!stored) throw new BucketError('NoSuchKey', 404, 'The specified key does not exist.');
    return stored;
  }
}

const instantOf = (text: string): Date | undefined => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  return y ? new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) : undefined;
};

const crcOf = (bytes: Uint8Array): string => {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(crc32(bytes));
  return four.toString('base64');
};
