import type { CertificateKind, CertificateState, DeliveryScope, Pack, ProcessLevel } from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, unitWord } from '@chophien/kernel';
import type { Tone } from './states.ts';

/** What was done to it before it is sold. */
export const processLevels: Record<ProcessLevel, string> = {
  fresh: 'Tươi, chưa chế biến',
  prepared: 'Sơ chế: làm sạch, cắt, đóng gói hoặc cấp đông',
  processed: 'Đã chế biến',
};

/** How far it is sent. */
export const deliveryScopes: Record<DeliveryScope, string> = {
  country: 'Giao cả nước',
  province: 'Chỉ giao trong tỉnh',
  pickup: 'Đến nhận tại chỗ, không giao',
};

export const certificateKinds: Record<CertificateKind, string> = {
  ocop: 'OCOP',
  vietgap: 'VietGAP',
  globalgap: 'GlobalG.A.P.',
  organic: 'Hữu cơ',
  haccp: 'HACCP',
  other: 'Chứng nhận khác',
};

export const certificateStates: Record<CertificateState, { word: string; tone: Tone }> = {
  claimed: { word: 'Chờ cán bộ xem', tone: 'wait' },
  valid: { word: 'Còn hạn', tone: 'good' },
  expiring: { word: 'Sắp hết hạn', tone: 'wait' },
  expired: { word: 'Hết hạn', tone: 'bad' },
  revoked: { word: 'Đã bị thu hồi', tone: 'bad' },
  refused: { word: 'Không được công nhận', tone: 'bad' },
};

/** `OCOP 4 sao`, `VietGAP`. */
export const certificateName = ({ kind, stars }: { kind: CertificateKind; stars: number | null }): string =>
  stars === null ? certificateKinds[kind] : `${certificateKinds[kind]} ${stars} sao`;

/** What one pack holds, as people say it: `500 g`, `10 trái`. */
export const packWords = ({ quantity, unit }: Pack): string =>
  unit === 'kg' && quantity < 1_000 ? `${quantity}\u00a0g` : formatQuantity(quantity, unit);

/** `45.000 ₫/gói`; with what is in a pack, `45.000 ₫/gói 500 g`. */
export const priceWords = ({ price, unit, pack }: { price: number; unit: string; pack: Pack | null }): string =>
  `${formatDong(price)}/${unitWord(unit)}${pack ? `\u00a0${packWords(pack)}` : ''}`;

/** A span of days: `từ 15/05/2027 đến 30/06/2027`. */
export const daysWords = (from: string | null, to: string | null): string =>
  [from && `từ ${formatDay(from)}`, to && `đến ${formatDay(to)}`].filter(Boolean).join(' ');
