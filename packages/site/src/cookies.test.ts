import { expect, test } from 'vitest';
import { clearCookie, readCookie, setCookie } from './cookies.ts';
import { siteEnv } from './env.ts';

const https = { secure: true };
const loopback = { secure: false };

test('a session cookie is bound to https and to this host, and no script can read it', () => {
  expect(setCookie(https, 'phien', 'abc')).toBe('__Host-phien=abc; Path=/; HttpOnly; SameSite=Lax; Secure');
});

test('on a loopback demo the same cookie goes without the prefix', () => {
  expect(setCookie(loopback, 'phien', 'abc', { sameSite: 'Strict' })).toBe(
    'phien=abc; Path=/; HttpOnly; SameSite=Strict',
  );
});

test('a cookie without the prefix is not read on https', () => {
  expect(readCookie(https, 'phien=planted', 'phien')).toBeUndefined();
  expect(readCookie(https, 'a=1; __Host-phien=mine', 'phien')).toBe('mine');
});

test('a value cannot smuggle in attributes of its own', () => {
  expect(() => setCookie(https, 'phien', 'a; Domain=evil.example')).toThrow('URL-safe');
});

test('signing out forgets the cookie', () => {
  expect(clearCookie(loopback, 'phien')).toContain('Expires=Thu, 01 Jan 1970');
});

const settings = { PORT: '4300', API_URL: 'http://127.0.0.1:4302', SITE_KEY: 'k'.repeat(32) };

test('plain http is for a demo on this very machine', () => {
  const here = { ...settings, PUBLIC_URL: 'http://127.0.0.1:4300' };
  expect(siteEnv({ ...here, DEPLOYMENT: 'demo' }).secure).toBe(false);
  expect(() => siteEnv({ ...here, DEPLOYMENT: 'production' })).toThrow('https');
  expect(() => siteEnv({ ...settings, PUBLIC_URL: 'http://cho.example', DEPLOYMENT: 'demo' })).toThrow('https');
});

test('a missing setting is named', () => {
  expect(() => siteEnv({ ...settings, SITE_KEY: undefined, PUBLIC_URL: 'https://cho.example' })).toThrow('SITE_KEY');
});
