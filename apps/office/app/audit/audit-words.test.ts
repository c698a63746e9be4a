import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actorWords, doneWords, purposeWords, subjectWords } from './audit-words.ts';

const id = '0190b6a2-0000-7000-8000-00000abcdef1';

test('a deed is told in words, and one without words by its own name', () => {
  expect(doneWords('producer.approved')).toBe('Duyệt hồ sơ');
  expect(doneWords('something.new')).toBe('something.new');
});

test('two officials without a name can be told apart', () => {
  expect(actorWords('official', id, null)).toBe('Cán bộ …0abcdef1');
  expect(actorWords('official', id, 'Cán bộ mẫu')).toBe('Cán bộ mẫu');
  expect(actorWords('system', null, null)).toBe('Hệ thống');
});

test('what a look was for is said in words', () => {
  expect(purposeWords('application.decide')).toBe('Xét hồ sơ bán hàng');
  expect(purposeWords('audit.read, subject x')).toBe('Đọc nhật ký, subject x');
  expect(purposeWords(null)).toBe('–');
  expect(subjectWords('audit:24')).toBe('Nhật ký');
});

const api = new URL('../../../api/src/', import.meta.url);
const sources = readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/test|fixture|demo/.test(name))
  .map((name) => readFileSync(new URL(name, api), 'utf8'));

test('every fact the house can state has its words', () => {
  const facts = [...readFileSync(new URL('events.ts', api), 'utf8').matchAll(/^ {2}'([a-z-]+\.[a-z-]+)': fact/gm)];
  expect(facts.length).toBeGreaterThan(80);
  expect(facts.map(([, what = '']) => what).filter((what) => doneWords(what) === what)).toEqual([]);
});

test('every purpose somebody looks at personal data for has its words', () => {
  const calls = sources.flatMap((text) => [
    ...text.matchAll(/looked(?:Today)?\([^;]*?(?:'([a-z]+[a-z.-]*)'|`([a-z. -]+?)[,\s]*\$\{[^`]*`),?\s*\)/g),
    ...text.matchAll(/(?:reviews\.one|support\.shown)\([^;']*'([a-z.-]+)'/g),
  ]);
  const purposes = new Set(calls.map(([, plain, filled]) => plain ?? filled ?? ''));
  expect(purposes.size).toBeGreaterThan(20);
  expect([...purposes].filter((purpose) => purposeWords(purpose) === purpose)).toEqual([]);
});

test('the number of a request stands beside what the look was for', () => {
  expect(purposeWords('authority CQ-2611-0003')).toBe('Trả lời cơ quan nhà nước, CQ-2611-0003');
  expect(purposeWords('data request DL-2611-0007')).toBe('Giải quyết yêu cầu về dữ liệu, DL-2611-0007');
  expect(purposeWords('household.import, 07330')).toBe('Nhập danh sách hộ, 07330');
});
