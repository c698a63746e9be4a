import { expect, test } from 'vitest';
import { ownPath } from './next.ts';

test('after signing in one goes on within the market', () => {
  expect(ownPath('/ban-hang/don-hang?show=all', '/')).toBe('/ban-hang/don-hang?show=all');
});

test('a path with Vietnamese letters can stand in a header', () => {
  expect(ownPath('/tim?q=vải', '/')).toBe('/tim?q=v%E1%BA%A3i');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  null,
  '/\tevil',
  '/a\nb',
  '/..//evil.example',
])('nobody is sent to another site: %j', (next) => expect(ownPath(next, '/ban-hang')).toBe('/ban-hang'));
