import { createCipheriv, randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { subkey } from '../platform/crypto.ts';
import { testEnv } from '../platform/testing.ts';
import { unseal } from './secrets.ts';

beforeAll(() => testEnv());

test("an authenticator's secret that was kept in the former way still opens, for its own person only", async () => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', subkey('identity.totp'), iv).setAAD(Buffer.from('an official'));
  const text = Buffer.concat([cipher.update('JBSWY3DPEHPK3PXP', 'utf8'), cipher.final()]);
  const kept = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  expect(await unseal(kept, 'an official')).toBe('JBSWY3DPEHPK3PXP');
  await expect(unseal(kept, 'another')).rejects.toThrow('unable to authenticate');
});
