import type { MyListing } from '@chophien/contracts';
import { whenDay } from '@chophien/ui';
import type { z } from 'zod';

type Hidden = z.infer<typeof MyListing>['hiddenBy'][number];

const what: Record<string, string> = {
  'food-safety': 'giấy an toàn thực phẩm',
  identity: 'việc xác nhận căn cước',
  'business-registration': 'giấy đăng ký kinh doanh',
  'tax-code': 'mã số thuế',
  'bank-account': 'tài khoản nhận tiền',
  'consent-trading-rules': 'sự đồng ý với quy chế',
  'consent-selling': 'sự đồng ý cho dùng dữ liệu để bán hàng',
};

/** Why a listing is out of sight and since when: `giấy an toàn thực phẩm hết hiệu lực từ ngày 24/11/2026`. */
export const hiddenWords = ({ requirement, since }: Hidden): string =>
  `${what[requirement] ?? 'một điều kiện bán hàng'} hết hiệu lực từ ngày ${whenDay(since)}`;
