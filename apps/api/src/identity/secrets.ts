import { createDecipheriv, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { subkey } from '../platform/crypto.ts';
import { isSealed, type Place, sealText, unsealText } from '../platform/sealed.ts';

/** Six digits, each as likely as any other. */
export const sixDigits = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0');

/** Letters and digits that are not mistaken for each other. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password nobody chose: five groups of four of 32 letters, 100 bits. */
export const freshPassword = (): string => {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
};

/** argon2id with 19 MiB and two passes (OWASP's least), as a PHC string. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Somebody's who does not exist, so that asking for her takes as long. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** Takes the same time for a person who is not there (`undefined`), and is false then. */
export const passwordMatches = async (hashed: string | undefined, password: string): Promise<boolean> => {
  const matches = await verify(hashed ?? (await nobody), password);
  return matches && hashed !== undefined;
};

const place = (person: string): Place => ({ table: 'identity.credential', row: person, owner: person });

/** An authenticator's secret as it is kept; bound to the person, so that moving it to another row opens nothing. */
export const seal = (secret: string, person: string): Promise<string> => sealText(secret, place(person));

/** @throws if it was changed, or is another person's */
export const unseal = (sealed: string, person: string): Promise<string> =>
  isSealed(sealed) ? unsealText(sealed, place(person)) : unsealFormer(sealed, person);

/** What was kept before platform/sealed.ts: nonce, tag and text in one, under a key of its purpose. */
// biome-ignore lint/suspicious/useAwait: what was changed is a rejection, as above
const unsealFormer = async (sealed: string, person: string): Promise<string> => {
  const bytes = Buffer.from(sealed, 'base64url');
  const key = subkey('identity.totp');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(person));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
};

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, thirty seconds. */
const authenticator = (secret: Secret, label: string) =>
  new TOTP({ issuer: 'Cho Phien', label, algorithm: 'SHA1', digits: 6, period: 30, secret });

/** A new authenticator secret, base32. */
export const freshTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads: `otpauth://totp/…`. */
export const totpAddress = (secret: string, label: string): string =>
  authenticator(Secret.fromBase32(secret), label).toString();

const nobodysSecret = new Secret({ size: 20 });

/** The 30-second step a code belongs to, now or one step to either side; null for a wrong one, and for nobody's. */
export const totpStep = (secret: string | undefined, token: string, at: Date): number | null => {
  const key = secret === undefined ? nobodysSecret : Secret.fromBase32(secret);
  const timestamp = at.getTime();
  const delta = authenticator(key, '').validate({ token, timestamp, window: 1 });
  return delta === null || secret === undefined ? null : Math.floor(timestamp / 30_000) + delta;
};
