import { randomBytes } from 'node:crypto';
import { Problem, takeReadings } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import { log } from '../platform/log.ts';
import { Clock } from '../platform/time.ts';
import { isSignedBy, unseal } from './device-key.ts';

/** How far a device's clock may be off, in milliseconds. */
const clockTolerance = 10 * 60_000;

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A device that proved itself, and the number by which this request is told from its repetition. */
export interface Sender {
  device: string;
  nonce: string;
  /** Until when the same request could still be taken for a new one. */
  until: Date;
}

const shapes = {
  'x-device': /^[A-Z0-9-]{4,32}$/,
  'x-timestamp': /^\d{1,12}$/,
  'x-nonce': /^[A-Za-z0-9_-]{16,64}$/,
  'x-signature': /^[0-9a-f]{64}$/,
} as const;

/** Signed for when nobody has the key, so that an unknown device is refused no faster than a known one. */
const nobodysKey = randomBytes(32).toString('base64url');

/** Who sent a batch. Whatever is wrong, the answer is one: `coldchain.device-refused`; the log says what. */
@Injectable()
export class VerifyDevice {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem coldchain.device-refused */
  async run(headers: Headers, deviceInBody: string, body: Uint8Array): Promise<Sender> {
    const [device, timestamp, nonce, signature] = (Object.keys(shapes) as (keyof typeof shapes)[]).map((name) => {
      const value = headers[name];
      if (typeof value !== 'string' || !shapes[name].test(value))
        throw refused(`${name} is missing or malformed`, deviceInBody);
      return value;
    }) as [string, string, string, string];
    const signedAt = Number(timestamp) * 1_000;
    if (Math.abs(signedAt - this.clock.now().getTime()) > clockTolerance) throw refused('the timestamp is off', device);
    const [known] = await rows<{ sealed: string; state: string }>(
      this.db,
      'select sealed_key as sealed, state from coldchain.device where id = $1',
      [device],
    );
    const key = known ? await unseal(device, known.sealed) : nobodysKey;
    const { method, path } = takeReadings;
    const signed = isSignedBy(key, { method, path, device, timestamp, nonce, body }, signature);
    if (!known) throw refused('no such device', device);
    if (!signed) throw refused('the signature is wrong', device);
    if (known.state !== 'active') throw refused('the device was revoked', device);
    if (device !== deviceInBody) throw refused('the body names another device', device);
    return { device, nonce, until: new Date(signedAt + clockTolerance) };
  }

  /**
   * Uses up the request's number, in the transaction of what the request does.
   * @throws Problem coldchain.device-refused if it was used before
   */
  async once(tx: Tx, { device, nonce, until }: Sender): Promise<void> {
    const fresh = await rows(
      tx,
      'insert into coldchain.nonce (device, nonce, until) values ($1, $2, $3) on conflict do nothing returning 1',
      [device, nonce, until],
    );
    if (fresh.length === 0) throw refused('the request was sent before', device);
  }
}

const refused = (why: string, device: string): Problem => {
  log.warn({ device, why }, 'a batch of readings was refused');
  return new Problem('coldchain.device-refused');
};
