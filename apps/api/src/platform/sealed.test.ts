import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnknownKey } from './kms.ts';
import { isSealed, kekOf, rewrap, SealBroken, sealBytes, sealText, unsealBytes, unsealText } from './sealed.ts';
import { testEnv } from './testing.ts';

const old = `2025:${'0a'.repeat(32)}`;
const young = `2026:${'7c'.repeat(32)}`;
const SECRET = 'ab'.repeat(32);
const mine = { table: 'onboarding.identity_proof', row: 'row-1', owner: 'person-1' };

beforeEach(() => testEnv({ SECRET, SEALING_KEYS: old }));
afterEach(() => testEnv());

test('a number is read back where it belongs, and cannot be seen in what is kept', async () => {
  const sealed = await sealText('024190001234', mine);
  expect(sealed).not.toContain('024190001234');
  expect(isSealed(sealed)).toBe(true);
  expect(await unsealText(sealed, mine)).toBe('024190001234');
  expect(await sealText('024190001234', mine)).not.toBe(sealed);
});

test('a value moved to another row, another person or another table opens nothing', async () => {
  const sealed = await sealText('024190001234', mine);
  for (const other of [{ row: 'row-2' }, { owner: 'person-2' }, { table: 'onboarding.payout' }]) {
    await expect(unsealText(sealed, { ...mine, ...other })).rejects.toThrow(SealBroken);
  }
});

test('a value that was touched or cut short opens nothing', async () => {
  const { sealed, key } = await sealBytes(Buffer.from('the picture'), mine);
  expect((await unsealBytes(sealed, key, mine)).toString()).toBe('the picture');
  for (let at = 0; at < sealed.length; at++) {
    const touched = Buffer.from(sealed);
    touched[at] = (touched[at] ?? 0) ^ 1;
    await expect(unsealBytes(touched, key, mine)).rejects.toThrow(SealBroken);
  }
  await expect(unsealBytes(sealed.subarray(0, 20), key, mine)).rejects.toThrow(SealBroken);
  await expect(unsealText('something else', mine)).rejects.toThrow(SealBroken);
  await expect(unsealText(key, mine)).rejects.toThrow(SealBroken);
});

test('a new key locks from now on, and what the old one locked still opens', async () => {
  const sealed = await sealText('19001234', mine);
  testEnv({ SECRET, SEALING_KEYS: `${young},${old}` });
  expect(await unsealText(sealed, mine)).toBe('19001234');
  expect(kekOf(await sealText('19001234', mine))).toBe('2026');
});

test('after rotation the old key may go, and only the small key was locked anew', async () => {
  const { sealed, key } = await sealBytes(Buffer.from('the picture'), mine);
  const text = await sealText('19001234', mine);
  testEnv({ SECRET, SEALING_KEYS: `${young},${old}` });
  const [newKey, newText] = [await rewrap(key), await rewrap(text)];
  expect(newText.split('.')[3]).toBe(text.split('.')[3]);
  testEnv({ SECRET, SEALING_KEYS: young });
  expect((await unsealBytes(sealed, newKey, mine)).toString()).toBe('the picture');
  expect(await unsealText(newText, mine)).toBe('19001234');
});

test('a key that is not there is named, and not taken for a forgery', async () => {
  const sealed = await sealText('19001234', mine);
  testEnv({ SECRET, SEALING_KEYS: young });
  await expect(unsealText(sealed, mine)).rejects.toThrow(new UnknownKey('2025'));
});

test('without configured keys one derived from SECRET locks, and goes on opening when keys are configured later', async () => {
  testEnv({ SECRET });
  const sealed = await sealText('19001234', mine);
  expect(kekOf(sealed)).toMatch(/^s[0-9a-f]{8}$/);
  testEnv({ SECRET, SEALING_KEYS: young });
  expect(await unsealText(sealed, mine)).toBe('19001234');
  testEnv();
  await expect(unsealText(sealed, mine)).rejects.toThrow(UnknownKey);
});
