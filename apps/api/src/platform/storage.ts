import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { env } from './env.ts';

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
    await (await this.disk()).put(safeKey, bytes, type ? { contentType: type } : undefined);
  }

  /** The bytes; a missing key is `platform.not-found`. */
  async get(key: string): Promise<Uint8Array> {
    const safeKey = safe(key);
    const disk = await this.disk();
    return missingIsNotFound(disk.getBytes(safeKey));
  }

  /** The bytes as they come; a missing key is `platform.not-found`. */
  async stream(key: string): Promise<Readable> {
    if (!(await this.exists(key))) throw new Problem('platform.not-found');
    return (await this.disk()).getStream(key);
  }

  async exists(key: string): Promise<boolean> {
    const safeKey = safe(key);
    return (await this.disk()).exists(safeKey);
  }

  async delete(key: string): Promise<void> {
    const safeKey = safe(key);
    await (await this.disk()).delete(safeKey);
  }
}

/** Lower-case words, digits, `-`, `_` and `.` between slashes; no part begins with a dot, so none can climb. */
const safe = (key: string): string => {
  if (key.length > 300 || !/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i.test(key)) {
    throw new Problem('platform.not-found');
  }
  return key;
};

const missingIsNotFound = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof errors.E_CANNOT_READ_FILE) throw new Problem('platform.not-found');
    throw error;
  }
};

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
      supportsACL: false,
      visibility: 'private',
    }),
  );
};
