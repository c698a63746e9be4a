/**
 * Banks that take transfers by account number, with the BIN by which NAPAS knows each: six digits, what VietQR puts in front
 * of the account. Source: the banks of VietQR (api.vietqr.io/v2/banks), every BIN compared with the table of vietnam-qr-pay
 * 1.5.1, and most with NAPAS's card list of 5 July 2022; names as the banks call themselves in 2026. The first nine are
 * where people of the countryside have their accounts most often.
 */
export const banks = [
  { bin: '970405', name: 'Agribank', long: 'Nông nghiệp và Phát triển Nông thôn' },
  { bin: '970436', name: 'Vietcombank', long: 'Ngoại thương' },
  { bin: '970415', name: 'VietinBank', long: 'Công thương' },
  { bin: '970418', name: 'BIDV', long: 'Đầu tư và Phát triển' },
  { bin: '970422', name: 'MB', long: 'Quân đội' },
  { bin: '970407', name: 'Techcombank', long: 'Kỹ thương' },
  { bin: '970449', name: 'LPBank', long: 'Lộc Phát, trước là Bưu điện Liên Việt' },
  { bin: '970403', name: 'Sacombank', long: 'Sài Gòn Thương Tín' },
  { bin: '970446', name: 'Co-opBank', long: 'Hợp tác xã' },
  { bin: '970425', name: 'ABBANK', long: 'An Bình' },
  { bin: '970416', name: 'ACB', long: 'Á Châu' },
  { bin: '970409', name: 'Bac A Bank', long: 'Bắc Á' },
  { bin: '970438', name: 'BAOVIET Bank', long: 'Bảo Việt' },
  { bin: '970454', name: 'BVBank', long: 'Bản Việt' },
  { bin: '970431', name: 'Eximbank', long: 'Xuất nhập khẩu' },
  { bin: '970408', name: 'GPBank', long: 'Kỷ Nguyên Thịnh Vượng, trước là Dầu khí Toàn cầu' },
  { bin: '970437', name: 'HDBank', long: 'Phát triển Thành phố Hồ Chí Minh' },
  { bin: '970442', name: 'Hong Leong Bank', long: 'Hong Leong Việt Nam' },
  { bin: '970434', name: 'Indovina Bank', long: 'Indovina' },
  { bin: '970452', name: 'Kienlongbank', long: 'Kiên Long' },
  { bin: '970414', name: 'MBV', long: 'Việt Nam Hiện Đại, trước là Đại Dương' },
  { bin: '970426', name: 'MSB', long: 'Hàng hải' },
  { bin: '970428', name: 'Nam A Bank', long: 'Nam Á' },
  { bin: '970419', name: 'NCB', long: 'Quốc dân' },
  { bin: '970448', name: 'OCB', long: 'Phương Đông' },
  { bin: '970430', name: 'PGBank', long: 'Thịnh vượng và Phát triển' },
  { bin: '970439', name: 'Public Bank', long: 'Public Việt Nam' },
  { bin: '970412', name: 'PVcomBank', long: 'Đại chúng' },
  { bin: '970400', name: 'SAIGONBANK', long: 'Sài Gòn Công thương' },
  { bin: '970429', name: 'SCB', long: 'Sài Gòn' },
  { bin: '970440', name: 'SeABank', long: 'Đông Nam Á' },
  { bin: '970443', name: 'SHB', long: 'Sài Gòn – Hà Nội' },
  { bin: '970424', name: 'Shinhan Bank', long: 'Shinhan Việt Nam' },
  { bin: '970423', name: 'TPBank', long: 'Tiên Phong' },
  { bin: '970458', name: 'UOB', long: 'United Overseas Bank Việt Nam' },
  { bin: '970441', name: 'VIB', long: 'Quốc tế' },
  { bin: '970427', name: 'VietABank', long: 'Việt Á' },
  { bin: '970433', name: 'VietBank', long: 'Việt Nam Thương Tín' },
  { bin: '970406', name: 'Vikki Bank', long: 'Số Vikki, trước là Đông Á' },
  { bin: '970444', name: 'VCBNeo', long: 'Ngoại thương Công nghệ số, trước là Xây dựng' },
  { bin: '970432', name: 'VPBank', long: 'Việt Nam Thịnh Vượng' },
  { bin: '970421', name: 'VRB', long: 'Liên doanh Việt – Nga' },
  { bin: '970457', name: 'Woori Bank', long: 'Woori Việt Nam' },
] as const;

/** The bank of a BIN by the name people know. */
export const bankName = (bin: string): string => banks.find((bank) => bank.bin === bin)?.name ?? `Ngân hàng ${bin}`;
