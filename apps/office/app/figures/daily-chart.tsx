import { formatDay, formatDong } from '@chophien/kernel';
import { type Column, Table } from '@chophien/ui';
import { monthWords } from '../month.ts';
import { type DayOfSales, plotDaily } from './daily.plot.ts';
import { whole } from './headline.tsx';

const FRAME = { width: 720, height: 260, left: 88, right: 8, top: 16, bottom: 28 };

/** `1500000` → `1,5 tr`: short enough for an axis. */
export const shortDong = (value: number): string => {
  const size = Math.abs(value);
  const short = (by: number) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(value / by);
  if (size >= 1_000_000_000) return `${short(1_000_000_000)} tỷ`;
  if (size >= 1_000_000) return `${short(1_000_000)} tr`;
  return size >= 1_000 ? `${short(1_000)} ng` : String(value);
};

const columns: Column<DayOfSales>[] = [
  { head: 'Ngày', cell: ({ day }) => formatDay(day) },
  { head: 'Đơn', number: true, cell: ({ orders }) => whole(orders) },
  { head: 'Doanh số', number: true, cell: ({ value }) => formatDong(value) },
];

interface Props {
  month: string;
  /** How many days the month has. */
  places: number;
  days: readonly DayOfSales[];
}

/** Sales by day: dark bars on white that print without colour, and the same numbers as a table. */
export const DailyChart = ({ month, places, days }: Props) => {
  const { bars, zero, ticks } = plotDaily(days, places, FRAME);
  const sum = days.reduce((total, { value }) => total + value, 0);
  const sold = days.filter(({ value, orders }) => value !== 0 || orders > 0);
  const right = FRAME.width - FRAME.right;
  return (
    <section className="panel grid gap-3">
      <h2>Doanh số theo ngày, {monthWords(month)}</h2>
      {sold.length === 0 ? (
        <p>Chưa có đơn nào được tính trong tháng này.</p>
      ) : (
        <>
          <figure>
            <svg
              viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
              className="chart h-auto w-full"
              role="img"
              aria-label={`Biểu đồ cột: doanh số từng ngày, cả tháng ${formatDong(sum)}, bán được trong ${sold.length} ngày. Bảng bên dưới ghi từng ngày.`}
            >
              {ticks.map(({ value, y }) => (
                <g key={value}>
                  <line x1={FRAME.left} x2={right} y1={y} y2={y} stroke="#ddd4c3" />
                  <text x={FRAME.left - 6} y={y + 4} textAnchor="end">
                    {shortDong(value)}
                  </text>
                </g>
              ))}
              {bars.map(({ day, x, width, y, height }) => (
                <g key={day}>
                  {height > 0 && <rect x={x} y={y} width={width} height={height} fill="#17244a" />}
                  {Number(day.slice(8)) % 5 === 1 && (
                    <text x={x + width / 2} y={FRAME.height - 8} textAnchor="middle">
                      {Number(day.slice(8))}
                    </text>
                  )}
                </g>
              ))}
              <line x1={FRAME.left} x2={right} y1={zero} y2={zero} stroke="#231f1a" strokeWidth="1.5" />
            </svg>
            <figcaption className="field-hint">
              Trục ngang: ngày trong tháng. ng: nghìn đồng, tr: triệu đồng. Tính theo ngày giao, đã trừ hàng hoàn.
            </figcaption>
          </figure>
          <Table
            caption={`${sold.length} ngày có bán, cộng ${formatDong(sum)}`}
            columns={columns}
            rows={sold}
            idOf={({ day }) => day}
          />
        </>
      )}
    </section>
  );
};
