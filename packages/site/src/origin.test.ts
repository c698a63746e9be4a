import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from './address.ts';
import { fromOwnPage } from './origin.ts';

const own = 'https://cho.example';

test('a form of ours is taken', () => {
  expect(fromOwnPage({ origin: own }, own)).toBe(true);
  expect(fromOwnPage({ 'sec-fetch-site': 'same-origin' }, own)).toBe(true);
});

test("another site's form is refused, and so is one that says nothing", () => {
  expect(fromOwnPage({ origin: 'https://evil.example' }, own)).toBe(false);
  expect(fromOwnPage({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }, own)).toBe(false);
  expect(fromOwnPage({ origin: 'null' }, own)).toBe(false);
  expect(fromOwnPage({ 'sec-fetch-site': 'same-site' }, own)).toBe(false);
  expect(fromOwnPage({}, own)).toBe(false);
});

const from = (peer: string, forwarded?: string) =>
  ({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test('a stranger cannot choose their address', () => {
  expect(clientAddress([])(from('203.0.113.9', '10.0.0.1'))).toBe('203.0.113.9');
  expect(clientAddress(['10.0.0.0/8'])(from('203.0.113.9', '198.51.100.1'))).toBe('203.0.113.9');
});

test('behind our own proxy the last stranger in the chain is the visitor', () => {
  const address = clientAddress(['10.0.0.0/8', '::1']);
  expect(address(from('::ffff:10.0.0.2', '1.2.3.4, 198.51.100.7, 10.0.0.3'))).toBe('198.51.100.7');
  expect(address(from('10.0.0.2', 'nonsense'))).toBe('10.0.0.2');
});
