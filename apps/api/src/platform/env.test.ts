import { describe, expect, test } from 'vitest';
import { EnvironmentRefused, readEnv } from './env.ts';

const fit = {
  DEPLOYMENT: 'production',
  DATABASE_URL: 'postgres://house@db.internal/chophien',
  STORAGE_URL: 's3://id:word@s3.example.net/photos?region=hn',
  API_URL: 'https://api.chophien.vn',
  STOREFRONT_URL: 'https://chophien.vn',
  OFFICE_URL: 'https://canbo.chophien.vn/',
  SECRET: '9f2c41d07be86a35f1d4c7b20e9a8365d1b7f04ce2a9583617c0d4eb85f32a69',
  SITE_KEY: '4be1f7203c96da58e07b1f2d8c4a6935b0e7d1c2f8a46b3975e0cd1f28b4a637',
  VNPAY_TMN_CODE: 'CHOPHIEN',
  VNPAY_HASH_SECRET: 'QW8RTY2UIOP4ASD6FGH9JKL1ZXC3VBN7',
  VNPAY_URL: 'https://pay.vnpay.vn',
  ESMS_URL: 'https://rest.esms.vn',
  ESMS_API_KEY: 'B9D1F7',
  ESMS_SECRET_KEY: '7E3A9C51D2B84F60',
  ESMS_BRAND: 'ChoPhien',
  ZALO_URL: 'https://business.openapi.zalo.me',
  ZALO_ACCESS_TOKEN: 'vX2kQ9wLm4Rt7Yb1',
};

const refusal = (change: Record<string, string | undefined>): readonly string[] => {
  try {
    readEnv({ ...fit, ...change });
  } catch (error) {
    if (error instanceof EnvironmentRefused) return error.reasons;
  }
  return [];
};

describe('the environment', () => {
  test('is taken when it is whole; addresses lose their last stroke', () => {
    const env = readEnv(fit);
    expect(env.OFFICE_URL).toBe('https://canbo.chophien.vn');
    expect(env.API_PORT).toBe(4302);
  });

  test('names every variable that is missing, all at once', () => {
    expect(refusal({ DATABASE_URL: undefined, SECRET: '', SITE_KEY: undefined })).toEqual([
      'DATABASE_URL is missing',
      'SECRET is missing',
      'SITE_KEY is missing',
    ]);
  });

  test.each([
    ['SECRET', 'short'],
    ['SECRET', 'not hexadecimal nor base64, although it is long enough for one'],
    ['API_PORT', '99999'],
    ['API_PORT', 'http'],
    ['DATABASE_URL', 'mysql://x@y/z'],
    ['REDIS_URL', 'http://x'],
    ['STORAGE_URL', '/var/photos'],
    ['DEPLOYMENT', 'staging'],
    ['VNPAY_URL', 'javascript:alert(1)'],
  ])('refuses a %s like "%s", naming it and never showing it', (name, value) => {
    const reasons = refusal({ [name]: value });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(new RegExp(`^${name}`));
    expect(reasons[0]).not.toContain(value);
  });
});

describe('a production start', () => {
  test.each([
    ['VNPAY_URL', 'https://127.0.0.1:4304'],
    ['VNPAY_URL', 'https://localhost'],
    ['VNPAY_URL', 'https://sandbox.vnpayment.vn'],
    ['ESMS_URL', 'https://sandbox-host:4304'],
    ['ESMS_URL', 'https://[::1]'],
    ['ZALO_URL', 'https://[::ffff:127.0.0.1]'],
    ['ZALO_URL', 'https://0.0.0.0'],
    ['ZALO_URL', 'http://business.openapi.zalo.me'],
    ['API_URL', 'http://api.chophien.vn'],
    ['STOREFRONT_URL', 'https://127.0.0.1'],
    ['SECRET', 'a'.repeat(64)],
    ['SECRET', '01'.repeat(32)],
    ['VNPAY_HASH_SECRET', 'sandbox-secret'],
    ['ZALO_ACCESS_TOKEN', 'change-me-please'],
    ['SITE_KEY', fit.SECRET],
  ])('is refused with %s = %s', (name, value) => {
    const reasons = refusal({ [name]: value });
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(new RegExp(`^${name} `));
  });

  test('what production refuses, a demonstration may have', () => {
    expect(
      refusal({ DEPLOYMENT: 'demo', VNPAY_URL: 'http://127.0.0.1:4304', API_URL: 'http://127.0.0.1:4302' }),
    ).toEqual([]);
  });
});
