import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { type FileLimits, FileRefused } from './table.ts';

interface Entry {
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const utf8 = new TextDecoder('utf-8');

/** Whether the bytes begin as a ZIP archive does. */
export const isZip = (bytes: Buffer): boolean => bytes.length > 30 && bytes.readUInt32LE(0) === localMark;

/**
 * A ZIP archive whose directory is read, and judged, before anything of it is unpacked: how many entries, how large they say
 * they are, how well they would have to be packed. What an entry says is not believed either: unpacking stops at its limit.
 */
export class Zip {
  private readonly entries = new Map<string, Entry>();
  private unpacked = 0;
  private readonly bytes: Buffer;
  private readonly limits: FileLimits;

  /** @throws FileRefused `not-a-workbook`, `bomb`, `encrypted` */
  constructor(bytes: Buffer, limits: FileLimits) {
    this.bytes = bytes;
    this.limits = limits;
    const end = this.directoryEnd();
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    if (count === 0xffff || at === 0xffffffff || count > limits.mostEntries) throw new FileRefused('bomb');
    let total = 0;
    for (let index = 0; index < count; index++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new FileRefused('not-a-workbook');
      const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
      const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
      const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
        number,
        number,
        number,
      ];
      if (flags & 1) throw new FileRefused('encrypted');
      total += unpacked;
      const wild = unpacked > 1_048_576 && unpacked > packed * limits.mostRatio;
      if (total > limits.mostUnpacked || wild) throw new FileRefused('bomb');
      const path = utf8
        .decode(bytes.subarray(at + 46, at + 46 + name))
        .replaceAll('\\', '/')
        .replace(/^\//, '');
      this.entries.set(path.toLowerCase(), { method, packed, unpacked, offset: bytes.readUInt32LE(at + 42) });
      at += 46 + name + extra + comment;
    }
  }

  has(path: string): boolean {
    return this.entries.has(path.toLowerCase());
  }

  /** One entry as text; undefined when it is not there. @throws FileRefused `bomb`, `not-a-workbook` */
  text(path: string): string | undefined {
    const entry = this.entries.get(path.toLowerCase());
    if (!entry) return undefined;
    const { offset, packed, method } = entry;
    const { bytes } = this;
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw new FileRefused('not-a-workbook');
    const begin = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const body = bytes.subarray(begin, begin + packed);
    const left = this.limits.mostUnpacked - this.unpacked;
    const plain = method === 0 ? body : method === 8 ? inflate(body, left) : undefined;
    if (!plain || plain.length > left) throw new FileRefused(plain ? 'bomb' : 'not-a-workbook');
    this.unpacked += plain.length;
    return utf8.decode(plain);
  }

  private directoryEnd(): number {
    const { bytes } = this;
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
      if (bytes.readUInt32LE(at) === endMark) return at;
    }
    throw new FileRefused('not-a-workbook');
  }
}

const inflate = (body: Buffer, most: number): Buffer => {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw new FileRefused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'not-a-workbook');
  }
};

/** A ZIP archive of these texts. */
export const zip = (files: Readonly<Record<string, string>>): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, plain] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(plain);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(0x5b210000, 6); // a day that is one: 2025-09-01
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(plain.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([mark(localMark), facts, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([mark(entryMark), Buffer.from([20, 0]), facts, rest, name]));
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, mark(endMark), end]);
};

const mark = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
