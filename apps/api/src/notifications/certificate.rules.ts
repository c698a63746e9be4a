import { formatDay } from '@chophien/kernel';
import type { EventData } from '../events.ts';
import type { Words } from './message.rules.ts';

const kinds: Record<string, string> = {
  ocop: 'giấy OCOP',
  vietgap: 'giấy VietGAP',
  globalgap: 'giấy GlobalG.A.P.',
  organic: 'giấy hữu cơ',
  haccp: 'giấy HACCP',
};
const named = (kind: string, number: string): string => `${kinds[kind] ?? 'giấy chứng nhận'} số ${number}`;
const pageOf = (certificate: string): string => `/ban-hang/chung-nhan/${certificate}`;

/** To the household: what an official found. */
export const certificateDecided = (
  certificate: string,
  { kind, number, decision, reason }: EventData<'certificate.decided'>,
): Words => {
  const paper = named(kind, number);
  const link = pageOf(certificate);
  if (decision === 'verified') {
    return { kind: 'certificate-verified', text: `Cán bộ đã xem ${paper}: đúng. Người mua thấy ở món hàng.`, link };
  }
  const why = (reason ?? '').replace(/[.\s]+$/, '');
  const fields = { giay_to: paper, ly_do: why.slice(0, 200) };
  return decision === 'refused'
    ? {
        kind: 'certificate-refused',
        text: `Cán bộ chưa công nhận ${paper}: ${why}. Mở để xem và khai lại.`,
        link,
        out: { sms: `Chua cong nhan ${paper}: ${why}. Xem:`, fields },
      }
    : {
        kind: 'certificate-revoked',
        text: `Đã thu hồi ${paper}: ${why}. Người mua không còn thấy giấy này.`,
        link,
        out: { sms: `Da thu hoi ${paper}: ${why}. Xem:`, fields },
      };
};

/** To the household: in time, and once more when it is over. */
export const certificateEnding = (
  certificate: string,
  { kind, number, validTo, days }: EventData<'certificate.ending'>,
): Words => {
  const paper = named(kind, number);
  const day = formatDay(validTo);
  return days > 0
    ? {
        kind: 'certificate-expiring',
        text: `Sắp hết hạn: ${paper}, còn ${days} ngày (đến hết ${day}). Xin cấp lại sớm rồi khai giấy mới.`,
        link: pageOf(certificate),
        out: {
          sms: `Sap het han: ${paper}, den het ${day}. Xem:`,
          fields: { giay_to: paper, con_lai: `còn ${days} ngày`, ngay_het_han: day },
        },
      }
    : {
        kind: 'certificate-expired',
        text: `Hết hạn ngày ${day}: ${paper}. Sau ngày ấy người mua không thấy giấy này nữa; món hàng vẫn bán. Có giấy mới thì khai thêm.`,
        link: pageOf(certificate),
        out: { sms: `Het han ngay ${day}: ${paper}. Khai giay moi:`, fields: { giay_to: paper, ngay_het_han: day } },
      };
};
