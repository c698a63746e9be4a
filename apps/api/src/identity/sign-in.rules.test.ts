import { Problem } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { codeMessage, judge, later, mayBeSent, mostTries } from './sign-in.rules.ts';

const now = new Date('2026-11-23T02:00:00Z');
const ago = (seconds: number, voided = false) => ({ createdAt: later(now, -seconds), voided });
const refusal = (work: () => void): Problem | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Problem;
  }
};

describe('asking for a code', () => {
  test('the next one may be asked for after a minute', () => {
    expect(refusal(() => mayBeSent([], now))).toBeUndefined();
    expect(refusal(() => mayBeSent([ago(59)], now))).toMatchObject({
      code: 'identity.code-too-soon',
      details: { retryAfter: 1 },
    });
    expect(refusal(() => mayBeSent([ago(60)], now))).toBeUndefined();
  });

  test('one that could not be sent makes nobody wait, but is counted', () => {
    expect(refusal(() => mayBeSent([ago(1, true)], now))).toBeUndefined();
    const five = [1, 2, 3, 4, 5].map((seconds) => ago(seconds, true));
    expect(refusal(() => mayBeSent(five, now))).toMatchObject({ code: 'platform.too-many' });
  });

  test('five an hour, and the sixth when the first is an hour old', () => {
    const five = [3_599, 3_000, 2_000, 1_000, 100].map((seconds) => ago(seconds));
    expect(refusal(() => mayBeSent(five, now))).toMatchObject({
      code: 'platform.too-many',
      details: { retryAfter: 1 },
    });
    expect(refusal(() => mayBeSent([ago(3_600), ...five.slice(1)], now))).toBeUndefined();
  });

  test('ten a day', () => {
    const ten = Array.from({ length: 10 }, (_, at) => ago(5_000 + at * 8_000));
    expect(refusal(() => mayBeSent(ten, now))).toMatchObject({ code: 'platform.too-many' });
    expect(refusal(() => mayBeSent(ten.slice(1), now))).toBeUndefined();
  });

  test.each(Object.entries(codeMessage))(
    'the message to %s is one plain SMS with the code and what it is for',
    (_, words) => {
      const text = words('012345');
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/^[A-Za-z0-9 .:,]+$/);
      expect(text).toContain('012345');
    },
  );

  test('a code to sign in with is nobody else’s; one that agrees to something is read to a helper only when she agrees', () => {
    expect(codeMessage['sign-in']('012345')).toContain('Khong chia se');
    expect(codeMessage.consent('012345')).toContain('khi ban dong y');
  });
});

describe('using a code', () => {
  const kept = { expiresAt: later(now, 1), tries: 0, usedAt: null };

  test('opens when it is right and in time', () => {
    expect(judge(kept, true, now)).toBeUndefined();
    expect(judge({ ...kept, tries: mostTries - 1 }, true, now)).toBeUndefined();
  });

  test('a wrong one says how many tries are left; after five not even the right one opens', () => {
    expect(judge(kept, false, now)).toMatchObject({ code: 'identity.code-wrong', details: { left: 4 } });
    expect(judge({ ...kept, tries: 4 }, false, now)).toMatchObject({ details: { left: 0 } });
    expect(judge({ ...kept, tries: 5 }, true, now)).toMatchObject({ code: 'identity.code-exhausted' });
  });

  test('one that was used, or never sent, is simply wrong', () => {
    expect(judge({ ...kept, usedAt: now }, true, now)).toMatchObject({ code: 'identity.code-wrong', details: {} });
    expect(judge(undefined, true, now)).toMatchObject({ code: 'identity.code-wrong', details: {} });
  });

  test('one is too old from the moment it ends', () => {
    expect(judge({ ...kept, expiresAt: now }, true, now)).toMatchObject({ code: 'identity.code-expired' });
  });
});
