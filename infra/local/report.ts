import { TOTP } from 'otpauth';
import { inRoot } from './paths.ts';
import { once } from './once.ts';

interface DemoAccount {
  role: string;
  name: string;
  phone: string;
  password?: string;
  totpSecret?: string;
  note?: string;
}

/** The demo accounts of this build, as `demo/accounts.js` prints them. */
export const demoAccounts = async (env: Record<string, string>): Promise<DemoAccount[]> => {
  const printed = await once('Tài khoản mẫu', [process.execPath, 'dist/src/demo/accounts.js'], {
    cwd: inRoot('apps/api'),
    env: { ...env, NODE_ENV: 'production' },
  });
  return JSON.parse(printed) as DemoAccount[];
};

/** Every address a newcomer needs, one a line. */
export const addressLines = (urls: Record<string, string>): string[] =>
  table([
    ['Cửa hàng', urls.storefront],
    ['Văn phòng', urls.office],
    ['API (tài liệu)', urls.api && `${urls.api}/tai-lieu`],
    ['Sandbox', urls.sandbox],
    ['Hộp thư SMS/Zalo', urls.sandbox && `${urls.sandbox}/hop-thu`],
    ['Số đo (metrics)', urls.api && `${urls.api}/metrics  ${urls.worker}/metrics`],
  ]);

/** The last thing `npm start` prints: addresses, accounts, what to try first. */
export const welcome = (urls: Record<string, string>, accounts: DemoAccount[]): string =>
  box([
    'Chợ Phiên đã sẵn sàng. Ctrl-C để dừng.',
    '',
    ...addressLines(urls),
    ...(accounts.length > 0 ? ['', 'Tài khoản mẫu (mã đăng nhập nằm ở hộp thư)', ...accountLines(accounts)] : []),
    '',
    'Thử gì trước',
    `1. Mở ${urls.storefront}, tìm "vai thieu" không dấu, bỏ vào giỏ và đặt hàng.`,
    '2. Chọn trả qua VNPay: trang ngân hàng là sandbox, không mất tiền thật.',
    `3. Đăng nhập bán hàng bằng số điện thoại ở trên, mã OTP hiện ở hộp thư; nhận đơn vừa đặt.`,
    `4. Mở ${urls.office} bằng tài khoản cán bộ (nhấn Enter ở đây để xem mã TOTP): duyệt hồ sơ, xem số liệu của xã.`,
    'Cả chuỗi, tự chạy trong trình duyệt: npm run journey ở cửa sổ khác.',
  ]);

/** What an authenticator app would show for each account now, and for how many seconds more. */
export const currentCodes = (accounts: DemoAccount[], now = Date.now()): string[] => {
  const left = 30 - (Math.floor(now / 1000) % 30);
  return table(
    accounts.flatMap(({ phone, totpSecret }) =>
      totpSecret ? [[phone, new TOTP({ secret: totpSecret }).generate({ timestamp: now }), `còn ${left} s`]] : [],
    ),
  );
};

const roles: Record<string, string> = {
  producer: 'người bán',
  applicant: 'đang xin bán',
  helper: 'người nhập hộ',
  trainer: 'giảng viên',
  'commune-officer': 'cán bộ xã',
  'province-officer': 'cán bộ tỉnh',
  moderator: 'người duyệt hàng',
  accountant: 'kế toán',
  operator: 'vận hành',
};

const accountLines = (accounts: DemoAccount[]): string[] =>
  table(
    accounts.map(({ role, name, phone, password, totpSecret, note }) => [
      roles[role] ?? role,
      name,
      phone,
      [password && `mật khẩu ${password}`, totpSecret && `TOTP ${totpSecret}`, note].filter(Boolean).join('; '),
    ]),
  );

const width = (text: string): number => [...text.normalize('NFC')].length;

const table = (rows: (string | undefined)[][]): string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell = '', i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
};

const box = (lines: string[]): string => {
  const rule = '─'.repeat(Math.min(100, Math.max(...lines.map(width))));
  return ['', rule, ...lines, rule].join('\n');
};
