import { returnReasons } from '@chophien/contracts';
import { describe, expect, test } from 'vitest';
import { answerWords, fieldWords, findingWords, tabOf } from './listing-words.ts';
import { inOrder, remarksIn } from './remarks.ts';

describe('what an official reads of a listing', () => {
  test('is in her words: answers, findings, and an address that asks for nonsense opens the first part', () => {
    expect(answerWords('storage', 'chilled')).toBe('Giữ lạnh suốt đường đi');
    expect(answerWords('origin', 'bought_in')).toBe('Gom của người khác');
    expect(answerWords('harvestFrom', '2026-05-01')).toBe('01/05/2026');
    expect(answerWords('variety', null)).toBe('Không ghi');
    expect(answerWords('pack', { quantity: 500, unit: 'kg' })).toBe('500\u00a0g');
    expect(fieldWords('growingArea')).toBe('Mã vùng trồng');
    expect(fieldWords('unheard')).toBe('unheard');
    const storage = { field: 'storage', reason: 'storage-wrong', found: 'ambient', beside: 'Rau: chilled' } as const;
    expect(findingWords(storage)).toBe('Hộ chọn “Để thường”; thường phải giữ: Rau: Giữ lạnh');
    expect(tabOf('tra-lai').state).toBe('returned');
    expect(tabOf("'; drop").state).toBe('in_review');
  });

  test('has each reason once, what the house noticed first', () => {
    const order = inOrder(['prohibited', 'name-contact']);
    expect(order.slice(0, 2)).toEqual(['prohibited', 'name-contact']);
    expect(order).toHaveLength(Object.keys(returnReasons).length);
  });

  test('and returns what she ticked, with her own words where she wrote some; a reason nobody knows is none', () => {
    const form = new FormData();
    form.append('reason', 'picture-unclear');
    form.append('reason', 'other');
    form.append('reason', 'made-up');
    form.append('words-other', ' Ghi rõ mua của ai. ');
    form.append('words-prohibited', 'không đánh dấu');
    expect(remarksIn(form)).toEqual([{ reason: 'picture-unclear' }, { reason: 'other', words: 'Ghi rõ mua của ai.' }]);
  });
});
