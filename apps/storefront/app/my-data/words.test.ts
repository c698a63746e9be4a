import { expect, test } from 'vitest';
import { lacksWords } from './lacks-words.ts';
import { clocks, meanings, purposeWords, whoWords } from './words.ts';

const request = {
  state: 'made',
  replyBy: '2026-11-25T16:59:59.000Z',
  acknowledgedAt: null,
  dueAt: '2026-12-13T16:59:59.000Z',
  extended: null,
  decidedAt: null,
  late: false,
} as const;

test('a request that was made shows both clocks', () => {
  expect(clocks(request)).toEqual(['Cán bộ báo đã nhận trước 23:59 25/11/2026.', 'Làm xong trước 23:59 13/12/2026.']);
});

test('once it was received the first clock says when, and more time comes with its reason', () => {
  const said = clocks({
    ...request,
    state: 'acknowledged',
    acknowledgedAt: '2026-11-24T02:00:00.000Z',
    extended: { until: '2027-01-02T16:59:59.000Z', reason: 'Chờ đối chiếu sổ' },
  });
  expect(said[0]).toBe('Cán bộ đã nhận lúc 09:00 24/11/2026.');
  expect(said.at(-1)).toContain('Chờ đối chiếu sổ');
});

test('a late request says so, and an answered one says only when it was answered', () => {
  expect(clocks({ ...request, late: true }).at(-1)).toContain('trễ hẹn');
  expect(clocks({ ...request, state: 'granted', decidedAt: '2026-11-26T02:00:00.000Z' })).toEqual([
    'Trả lời lúc 09:00 26/11/2026.',
  ]);
});

test('why somebody looked is told in words, also with a number behind it', () => {
  expect(purposeWords('data request DL-2611-0007')).toBe('Giải quyết yêu cầu của bạn về dữ liệu');
  expect(purposeWords('household.import, 07330')).toBe('Nhập danh sách hộ của xã');
  expect(purposeWords('application.queue')).not.toBe(purposeWords('application.read'));
  expect(purposeWords('something.new')).toBe('Xem thông tin của bạn hoặc của hộ');
});

test('who looked without a name is told by what they are', () => {
  expect(whoWords('official')).toBe('Một cán bộ');
  expect(whoWords('Nguyễn Thị Mẫu')).toBe('Nguyễn Thị Mẫu');
});

test('each request says what it means before it is sent, and names no length of time that a rule keeps', () => {
  for (const { means } of Object.values(meanings)) {
    expect(means.length).toBeGreaterThan(0);
    expect(means.join(' ')).not.toMatch(/\d+ (ngày|tháng|năm)/);
  }
});

test('a correction without a word of what is wrong is not sent, a deletion may be', () => {
  const id = '00000000-0000-4000-8000-000000000001';
  expect(lacksWords({ id, kind: 'correct' })?.code).toBe('platform.invalid-input');
  expect(lacksWords({ id, kind: 'correct', text: 'Sai ngày sinh' })).toBeUndefined();
  expect(lacksWords({ id, kind: 'delete' })).toBeUndefined();
});
