import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { currentCodes, welcome } from './report.ts';

const urls = {
  storefront: 'http://127.0.0.1:1',
  office: 'http://127.0.0.1:2',
  api: 'http://127.0.0.1:3',
  worker: 'http://127.0.0.1:4',
  sandbox: 'http://127.0.0.1:5',
};
const officer = {
  role: 'commune-officer',
  name: 'Cán bộ (mẫu)',
  phone: '0380000001',
  password: 'bí mật',
  totpSecret: 'SP23GLOR',
};
const seller = { role: 'producer', name: 'Bà Mận (mẫu)', phone: '0970000001' };

test('the last page of the start names every address, every account and what to try', () => {
  const page = welcome(urls, [officer, seller]);
  for (const url of Object.values(urls)) expect(page).toContain(url);
  for (const known of ['0380000001', 'bí mật', 'SP23GLOR', '0970000001', 'Thử gì trước']) expect(page).toContain(known);
  expect(page).not.toContain('undefined');
});

test('Enter shows the code an authenticator would accept now, for those who need one', () => {
  const now = Date.UTC(2026, 10, 23, 8, 0, 20);
  const lines = currentCodes([officer, seller], now);
  expect(lines).toHaveLength(1);
  const [phone, code = '', , left] = lines[0]?.split(/\s+/) ?? [];
  expect([phone, left]).toEqual(['0380000001', '10']);
  expect(new TOTP({ secret: officer.totpSecret }).validate({ token: code, timestamp: now, window: 0 })).toBe(0);
});
