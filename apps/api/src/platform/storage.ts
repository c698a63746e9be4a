import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import { env } from './env.ts';

/** Photos and papers, in a folder (`file://`) or a bucket (`s3://`), under keys that we make. */
@Injectable()
export class Storage {
  private readonly disk: Disk;

  constructor(url?: string) {
    this.disk = new Disk(driver(new URL(url ?? env().STORAGE_URL)));
  }

  async put(key: string, bytes: Uint8Array, type?: string): Promise<void> {
    await this.disk.put(safe(key), bytes, type ? { contentType: type } : undefined);
  }

  /** The bytes; a missing key is `platform.not-found`. */
  async get(key: string): Promise<Uint8Array> {
    return await missingIsNotFound(this.disk.getBytes(safe(key)));
  }

  /** The bytes as they come; a missing key is `platform.not-found`. */
  async stream(key: string): Promise<Readable> {
    if (!(await this.exists(key))) throw new Problem('platform.not-found');
    return this.disk.getStream(key);
  }

  exists(key: string): Promise<boolean> {
    return this.disk.exists(safe(key));
  }

  async delete(key: string): Promise<void> {
    await this.disk.delete(safe(key));
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

const driver = (url: URL) => {
  if (url.protocol === 'file:') return new FSDriver({ location: fileURLToPath(url), visibility: 'private' });
  const { searchParams } = url;
  const insecure = searchParams.get('insecure') === 'true';
  return new S3Driver({
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    endpoint: `${insecure ? 'http' : 'https'}://${url.host}`,
    region: searchParams.get('region') ?? 'auto',
    bucket: url.pathname.replaceAll('/', ''),
    forcePathStyle: true,
    supportsACL: false,
    visibility: 'private',
  });
};
