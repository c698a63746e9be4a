import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Problem } from '@chophien/contracts';

/** What one cookie may hold beside its name: browsers take 4,096 bytes. */
const MOST = 3_800;
/** A cookie of ours unpacks to far less; anything above was not packed here. */
const MOST_UNPACKED = 64 * 1024;

/**
 * An unfinished form as the value of a cookie: it outlives the closed browser, needs no script and no row in a database.
 * What comes back is the visitor's own word and is checked like any other input.
 * @throws Problem `platform.too-large` when it does not fit
 */
export const packDraft = (draft: object): string => {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(draft)), { level: 9 }).toString('base64url');
  if (packed.length > MOST) throw new Problem('platform.too-large');
  return packed;
};

/** The draft in a cookie, or `undefined` if there is none that can be read. */
export const unpackDraft = <T extends object>(value: string | undefined): Partial<T> | undefined => {
  if (!value) return undefined;
  try {
    const text = inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength: MOST_UNPACKED }).toString();
    const draft: unknown = JSON.parse(text);
    return typeof draft === 'object' && draft !== null && !Array.isArray(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
};
