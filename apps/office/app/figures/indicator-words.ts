import type { IndicatorView } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import type { Tone } from '@chophien/ui';
import { monthsOn, monthWords } from '../month.ts';

const NBSP = '\u00a0';
const number = (value: number, decimals = 0): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals }).format(value);

/** A value in its unit: `12,5 %`, `7 gian hàng`, `1.250.000 ₫`. */
export const valueWords = (unit: IndicatorView['unit'], value: number | null): string => {
  if (value === null) return 'Chưa có số liệu';
  if (unit === 'percent') return `${number(value, 1)}${NBSP}%`;
  return unit === 'shops' ? `${number(value)} gian hàng` : formatDong(value);
};

/** The value of an indicator; a share that rounds to nothing is still something. */
export const indicatorWords = ({
  unit,
  value,
  numerator,
}: Pick<IndicatorView, 'unit' | 'value' | 'numerator'>): string =>
  unit === 'percent' && value === 0 && (numerator ?? 0) > 0 ? `Dưới ${valueWords(unit, 0.1)}` : valueWords(unit, value);

/** How far a value stands from its mark, in words and a shape; the colour only helps. */
export const statusWords: Record<IndicatorView['status'], { word: string; tone: Tone; icon?: 'check' | 'warn' }> = {
  met: { word: 'Đạt mốc', tone: 'good', icon: 'check' },
  'not-met': { word: 'Chưa đạt mốc', tone: 'bad', icon: 'warn' },
  'no-threshold': { word: 'Không đặt mốc', tone: 'quiet' },
  'no-data': { word: 'Chưa đủ số liệu', tone: 'wait', icon: 'warn' },
};

/** `Tăng 2,5 điểm phần trăm so với tháng 10/2026`. */
export const changeWords = (
  { unit, value, previous }: Pick<IndicatorView, 'unit' | 'value' | 'previous'>,
  month: string,
): string => {
  const before = monthWords(monthsOn(month, -1));
  if (value === null || previous === null) return `Chưa so được với ${before}`;
  const change = value - previous;
  if (change === 0) return `Không đổi so với ${before}`;
  const size = Math.abs(change);
  const words = unit === 'percent' ? `${number(size, 1)} điểm phần trăm` : valueWords(unit, size);
  return `${change > 0 ? 'Tăng' : 'Giảm'} ${words} so với ${before}`;
};

/** What an event behind a number is, as an officer reads it. A sale that takes off is a parcel that came back. */
export const factWords = ({ kind, amount }: { kind: string; amount: number }): string => {
  if (kind === 'sale') return amount < 0 ? 'Hàng hoàn, trừ doanh số' : 'Bán hàng';
  return facts[kind] ?? kind;
};

const facts: Record<string, string> = {
  return: 'Kiện hàng quay về',
  'listing.published': 'Đăng bán',
  'listing.withdrawn': 'Thôi bán',
  'producer.approved': 'Duyệt gian hàng',
  'producer.suspended': 'Tạm ngừng gian hàng',
  'producer.reinstated': 'Cho bán lại',
  'course.attended': 'Dự tập huấn',
  'skills.complete': 'Ký bảng kỹ năng: đủ',
  'skills.open': 'Ký bảng kỹ năng: còn thiếu',
  'identity.verified': 'Xác minh danh tính: khớp',
  'identity.refused': 'Xác minh danh tính: không khớp',
  'support.on-time': 'Đóng yêu cầu hỗ trợ: đúng hạn',
  'support.late': 'Đóng yêu cầu hỗ trợ: quá hạn',
};
