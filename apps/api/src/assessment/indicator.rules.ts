import type { IndicatorId, IndicatorView, ProducerKind } from '@chophien/contracts';
import { monthBounds, vietnamDay, vietnamMonth } from '@chophien/kernel';

/** In the order in which they are shown. */
export const indicators = {
  'households-selling': { name: 'Tỷ lệ hộ bán hàng qua thương mại điện tử', unit: 'percent' },
  'active-shops': { name: 'Số gian hàng hoạt động', unit: 'shops' },
  'sales-value': { name: 'Doanh số thương mại điện tử', unit: 'dong' },
  'key-products-online': { name: 'Tỷ lệ sản phẩm chủ lực bán qua thương mại điện tử', unit: 'percent' },
  'households-trained': { name: 'Tỷ lệ hộ bán hàng được tập huấn', unit: 'percent' },
  'households-skilled': { name: 'Tỷ lệ hộ đủ kỹ năng bán hàng số', unit: 'percent' },
  'sellers-verified': { name: 'Tỷ lệ người bán đã xác minh danh tính', unit: 'percent' },
  'support-on-time': { name: 'Tỷ lệ yêu cầu hỗ trợ đóng đúng hạn', unit: 'percent' },
  'complaints-on-time': { name: 'Tỷ lệ khiếu nại quyết định đúng hạn', unit: 'percent' },
} as const satisfies Record<IndicatorId, Pick<IndicatorView, 'name' | 'unit'>>;

export const indicatorIds = Object.keys(indicators) as IndicatorId[];

/** What makes a shop an active one. */
export interface ActivityRule {
  /** Days since its first listing, at the end of the period. */
  minimumListedDays: number;
  /** Months that are looked at, the last being the one assessed. */
  windowMonths: number;
  /** Valid orders a month, on average over the window. */
  minimumOrders: number;
}

/** A shop with valid orders in the window. */
export interface Seller {
  commune: string;
  producer: string;
  kind: ProducerKind;
  /** Valid orders in the window. */
  orders: number;
  /** When its first listing was put on sale. */
  listedAt: Date | null;
  /** At the end of the period. */
  suspended: boolean;
}

export interface Figure {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

const day = 86_400_000;

/** Listed long enough before `end`, selling often enough, and not suspended. */
export const isActive = ({ orders, listedAt, suspended }: Seller, rule: ActivityRule, end: Date): boolean =>
  !suspended &&
  listedAt !== null &&
  end.getTime() - listedAt.getTime() >= rule.minimumListedDays * day &&
  orders >= rule.minimumOrders * rule.windowMonths;

/** `YYYY-MM`, so many months earlier. */
export const monthsBefore = (month: string, count: number): string => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - count);
  return date.toISOString().slice(0, 7);
};

/** The months from `from` to `to`, both included. */
export const windowOf = (month: string, months: number): { from: string; to: string } => ({
  from: monthsBefore(month, months - 1),
  to: month,
});

/** When a month is judged: at its end, or now while it lasts. */
export const judgedAt = (month: string, now: Date): Date => {
  const { to } = monthBounds(month);
  return now < to && month === vietnamMonth(now) ? now : to;
};

/** The last day of a month, `YYYY-MM-DD`: the criteria and declarations in force then are the month's. */
export const lastDay = (month: string): string => vietnamDay(new Date(monthBounds(month).to.getTime() - 1));

/** Percent with one decimal, halves up. Without a denominator nothing can be told. */
export const share = (numerator: number, denominator: number | null): Figure => ({
  value: denominator ? Math.round((numerator * 1_000) / denominator) / 10 : null,
  numerator,
  denominator,
});

/** A number that stands for itself. */
export const count = (value: number): Figure => ({ value, numerator: null, denominator: null });

/** A mark is reached when the value is at least it. */
export const statusOf = (value: number | null, threshold: number | null): IndicatorView['status'] => {
  if (value === null) return 'no-data';
  if (threshold === null) return 'no-threshold';
  return value >= threshold ? 'met' : 'not-met';
};
