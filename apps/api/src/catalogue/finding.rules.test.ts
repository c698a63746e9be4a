import { describe, expect, test } from 'vitest';
import { type Beside, findingsOf, type Looked } from './finding.rules.ts';

const looked: Looked = {
  name: 'Thịt lợn bản',
  description: 'Lợn nuôi thả, mổ sáng.',
  price: 180_000,
  unit: 'kg',
  storage: 'chilled',
  process: 'fresh',
  origin: 'self_produced',
  certificates: [],
};
const beside: Beside = {
  profile: { name: 'Thịt lợn mát', storage: 'chilled' },
  usual: { price: 150_000, sellers: 7 },
  factor: 5,
  watched: [
    { words: 'mật gấu', reason: 'prohibited', law: 'Luật Đa dạng sinh học' },
    { words: 'chữa bệnh', reason: 'text-claims', law: 'Nghị định 15/2018/NĐ-CP' },
  ],
  twins: [],
  pictureOf: [],
};
const reasons = (change: Partial<Looked>, around: Partial<Beside> = {}) =>
  findingsOf({ ...looked, ...change }, { ...beside, ...around }).map(({ reason }) => reason);

describe('what the house points out', () => {
  test('is nothing where nothing is the matter', () => expect(reasons({})).toEqual([]));

  test('is fresh meat left on a shelf; dried or tinned it may stand there', () => {
    expect(reasons({ storage: 'ambient' })).toEqual(['storage-wrong']);
    expect(reasons({ storage: 'ambient', process: 'processed' })).toEqual([]);
    expect(reasons({ storage: 'frozen' })).toEqual([]);
    expect(reasons({ storage: 'ambient' }, { profile: null })).toEqual([]);
  });

  test('is a price with a zero too many or too few, where five sellers say what is usual', () => {
    expect(reasons({ price: 1_800_000 })).toEqual(['price-implausible']);
    expect(reasons({ price: 18_000 })).toEqual(['price-implausible']);
    expect(reasons({ price: 1_800_000 }, { usual: null })).toEqual([]);
  });

  test('is what may not be sold, what may not be said, and a way round the market', () => {
    expect(reasons({ name: 'Mật gấu rừng' })).toEqual(['prohibited']);
    expect(reasons({ description: 'Ăn vào chữa bệnh dạ dày.' })).toEqual(['text-claims']);
    expect(reasons({ name: 'Thịt lợn 0912345678' })).toEqual(['name-contact']);
    expect(reasons({ description: 'Xem thêm ở lonban.com' })).toEqual(['text-contact']);
  });

  test('is a picture of another stall, a twin, a certificate that ended, and goods of others without a word from whom', () => {
    expect(reasons({}, { pictureOf: ['Hộ ông Ba'] })).toEqual(['picture-not-goods']);
    expect(reasons({}, { twins: ['Thịt lợn bản'] })).toEqual(['duplicate']);
    expect(reasons({ certificates: [{ number: '12', state: 'expired' }] })).toEqual(['certificate-ended']);
    expect(reasons({ certificates: [{ number: '12', state: 'valid' }] })).toEqual([]);
    expect(reasons({ origin: 'bought_in', description: 'Ngon' })).toEqual(['origin-unproven']);
  });
});
