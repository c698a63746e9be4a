import type { CertificateKind } from '@chophien/contracts';

export interface DemoCertificate {
  /** Names of the producer and of its listings the paper speaks of. */
  producer: string;
  listings: readonly string[];
  kind: CertificateKind;
  number: string;
  issuer: string;
  stars?: number;
  /** Days from now: when it was issued, and its last day where the paper says one. */
  issuedInDays: number;
  endsInDays?: number;
  /** Whether an officer has looked at it. */
  verified: boolean;
}

/** One that holds, one that soon ends, one that waits for an officer. Their numbers are made up and say so. */
export const certificates: readonly DemoCertificate[] = [
  {
    producer: 'HTX Nông sản Phúc Hòa (mẫu)',
    listings: ['Mật ong hoa vải Phúc Hòa'],
    kind: 'ocop',
    number: '01/QĐ-MẪU',
    issuer: 'Ủy ban nhân dân (giấy mẫu)',
    stars: 4,
    issuedInDays: -200,
    verified: true,
  },
  {
    producer: 'Nhà vườn xoài Út Hiền (mẫu)',
    listings: ['Xoài cát Chu Mỹ Xương', 'Xoài cát Hòa Lộc loại một'],
    kind: 'vietgap',
    number: 'VietGAP-MẪU-02',
    issuer: 'Tổ chức chứng nhận (giấy mẫu)',
    issuedInDays: -690,
    endsInDays: 40,
    verified: true,
  },
  {
    producer: 'HTX Nông sản Phúc Hòa (mẫu)',
    listings: ['Ổi lê Hợp Đức'],
    kind: 'vietgap',
    number: 'VietGAP-MẪU-03',
    issuer: 'Tổ chức chứng nhận (giấy mẫu)',
    issuedInDays: -30,
    endsInDays: 700,
    verified: false,
  },
];
