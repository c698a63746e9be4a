import { expect, test } from 'vitest';
import { ownPath } from './next.ts';

test('after signing in one goes on within the market', () => {
  expect(ownPath('/ban-hang/don-hang?show=all', '/')).toBe('/ban-hang/don-hang?show=all');
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
])('nobody is sent to another site: %j', (next) => expect(ownPath(next, '/ban-hang')).toBe('/ban-hang'));
