import { expect, test } from 'vitest';
import { smsText } from './message.rules.ts';
import { paperExpired, paperExpiring, paperRefused, paperVerified } from './paper.rules.ts';

const producer = '0c7d3f5e-9a43-4a0c-9f8e-3a4f0a1b2c3d';
const fact = { producer, commune: '07330', kind: 'food-safety-certificate', expiresOn: '2027-03-01' };
const link = `https://cho.example.vn/ban-hang/giay-to/${producer}`;

test('a household reads in plain words what became of its paper, and where to go', () => {
  expect(paperVerified(fact)).toMatchObject({
    text: 'Cán bộ đã xem giấy chứng nhận đủ điều kiện an toàn thực phẩm: đúng, dùng được đến hết ngày 01/03/2027.',
    link: `/ban-hang/giay-to/${producer}`,
  });
  expect(paperVerified({ ...fact, expiresOn: null, kind: 'unheard-of' }).text).toBe(
    'Cán bộ đã xem giấy tờ khác: đúng.',
  );
  expect(paperRefused({ ...fact, reason: 'Ảnh mờ' }).text).toContain('Ảnh mờ. Mở để gửi lại.');
  expect(paperExpired(fact).text).toContain('hết hạn ngày 01/03/2027');
});

test('a reminder says how many days are left, and on the last day that it is the last', () => {
  expect(paperExpiring({ ...fact, days: 30 }).text).toContain('còn 30 ngày (ngày 01/03/2027)');
  expect(paperExpiring({ ...fact, days: 0 }).text).toContain('hôm nay là ngày cuối');
});

test('a kind that is a name of its own keeps its capital', () => {
  expect(paperVerified({ ...fact, kind: 'ocop' }).text).toContain('giấy chứng nhận OCOP');
});

test('each fits one message without accents, with its link whole', () => {
  for (const { out } of [
    paperRefused({ ...fact, reason: 'Ảnh mờ quá, không đọc được số và ngày cấp, chụp lại ngoài sáng giúp cán bộ nhé' }),
    paperExpiring({ ...fact, days: 7 }),
    paperExpired(fact),
  ]) {
    const text = smsText(out?.sms ?? '', link);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text.endsWith(link)).toBe(true);
  }
});
