import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { env } from './env.ts';

/** A store that does not answer so soon is down. */
const patience = { connectionTimeout: 2_000, requestTimeout: 15_000 };

/** Photos and papers, in a folder (`file://`) or a bucket (`s3://`), under keys that we make. */
@Injectable()
export class Storage {
  private readonly url: string;
  private opened: Promise<Disk> | undefined;

  constructor(url?: string) {
    this.url = url ?? env().STORAGE_URL;
  }

  private disk(): Promise<Disk> {
    this.opened ??= open(new URL(this.url));
    return this.opened;
  }

  async put(key: string, bytes: Uint8Array, type?: string): Promise<void> {
    const safeKey = safe(key);
    const disk = await this.disk();
    await reached(disk.put(safeKey, bytes, type ? { contentType: type } : undefined));
  }

  /** The bytes; a missing key is `platform.not-found`, a bucket that can't be asked `platform.outside-failed`. */
  async get(key: string): Promise<Uint8Array> {
    const safeKey = safe(key);
    const disk = await this.disk();
    return reached(disk.getBytes(safeKey));
  }

  /** The bytes as they come; a missing key is `platform.not-found`. */
  async stream(key: string): Promise<Readable> {
    if (!(await this.exists(key))) throw new Problem('platform.not-found');
    return reached((await this.disk()).getStream(key));
  }

  async exists(key: string): Promise<boolean> {
    const safeKey = safe(key);
    return reached((await this.disk()).exists(safeKey));
  }

  async delete(key: string): Promise<void> {
    const safeKey = safe(key);
    await reached((await this.disk()).delete(safeKey));
  }
}

/** Lower-case words, digits, `-`, `_` and `.` between slashes; no part begins with a dot, so none can climb. */
const safe = (key: string): string => {
  if (key.length > 300 || !/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(key)) {
    throw new Problem('platform.not-found');
  }
  return key;
};

/** A key that is not there is a thing not found; any other trouble is the store's own. */
const reached = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const { cause = error } = error as { cause?: Trouble };
    const { code, name, $metadata } = cause as Trouble;
    if (code === 'ENOENT' || name === 'NoSuchKey') throw new Problem('platform.not-found');
    if ($metadata)
      throw Object.assign(new Problem('platform.outside-failed', { provider: 'storage' }), { cause: error });
    throw error;
  }
};

/** What a file system (`code`) and an S3 client (`name`, `$metadata`) say of what went wrong. */
interface Trouble {
  code?: string;
  name?: string;
  $metadata?: object;
}

const open = async (url: URL): Promise<Disk> => {
  if (url.protocol === 'file:') return new Disk(new FSDriver({ location: fileURLToPath(url), visibility: 'private' }));
  const { S3Driver } = await import('flydrive/drivers/s3'); // some 30 MB of memory that a folder does not need
  const { searchParams } = url;
  const insecure = searchParams.get('insecure') === 'true';
  return new Disk(
    new S3Driver({
      credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
      endpoint: `${insecure ? 'http' : 'https'}://${url.host}`,
      region: searchParams.get('region') ?? 'auto',
      bucket: url.pathname.replaceAll('/', ''),
      forcePathStyle: true,
      requestHandler: { ...patience, throwOnRequestTimeout: true },
      supportsACL: false,
      visibility: 'private',
    }),
  );
};
