import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CROCKFORD, codeFromBytes, isCode, normaliseCode } from './code.ts';

describe('codes people read aloud', () => {
  test('there are thirty-two signs and none that is mistaken for another', () => {
    expect(new Set(CROCKFORD).size).toBe(32);
    expect(CROCKFORD).not.toMatch(/[ILOU]/);
  });

  test('every code made is a code, and typing it in any manner gives it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 14 }), (bytes) => {
        const code = codeFromBytes(bytes, bytes.length);
        expect(isCode(code, bytes.length)).toBe(true);
        const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace(/(...)/g, '$1-')} `;
        expect(normaliseCode(typed)).toBe(code);
      }),
    );
  });

  test('every sign is as likely as any other', () => {
    const all = codeFromBytes(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      256,
    );
    for (const sign of CROCKFORD) expect(all.split(sign)).toHaveLength(9);
  });

  test('o is zero, i and l are one, dashes and spaces are nothing', () => {
    expect(normaliseCode('ab–il o7')).toBe('AB1107');
  });

  test.each(['AB12', 'ABC12O', 'abc123', 'ABC12U', 'ABC 23', 'ABC123\n'])('“%s” is not a code of six', (text) => {
    expect(isCode(text, 6)).toBe(false);
  });

  test('too little chance makes no code', () => {
    expect(() => codeFromBytes(new Uint8Array(5), 6)).toThrow(/^bytes: /);
    expect(() => codeFromBytes(new Uint8Array(5), 0)).toThrow(/^length: /);
  });
});
