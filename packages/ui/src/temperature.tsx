import type { TemperatureSummary, TemperatureTrace } from '@chophien/contracts';
import { formatCelsius } from '@chophien/kernel';
import { celsiusTicks, type Plot, plot, timeTicks } from './temperature.plot.ts';
import { duration, when } from './when.ts';

/** Good, bad and unknown time as parts of one bar, each with its word: a gap is never counted as good. */
export const TemperatureStrip = ({ summary }: { summary: TemperatureSummary }) => {
  const parts = [
    { key: 'in', seconds: summary.insideSeconds, word: 'Trong mức', fill: '#2a6236' },
    { key: 'out', seconds: summary.outsideSeconds, word: 'Ngoài mức', fill: '#a5351c' },
    { key: 'unknown', seconds: summary.unknownSeconds, word: 'Không rõ', fill: '#b3aa9b' },
  ];
  const all = parts.reduce((sum, part) => sum + part.seconds, 0);
  let from = 0;
  return (
    <figure className="grid gap-2">
      {all > 0 && (
        <svg viewBox="0 0 300 14" className="w-full h-4 rounded" preserveAspectRatio="none" aria-hidden="true">
          {parts.map(({ key, seconds, fill }) => {
            const width = (seconds / all) * 300;
            from += width;
            return <rect key={key} x={from - width} width={width} height="14" fill={fill} />;
          })}
        </svg>
      )}
      <figcaption>
        <dl className="facts">
          {summary.minimumCelsius !== null && summary.maximumCelsius !== null && (
            <>
              <dt>Đo được</dt>
              <dd>
                {formatCelsius(summary.minimumCelsius)} đến {formatCelsius(summary.maximumCelsius)}
              </dd>
            </>
          )}
          <Limits summary={summary} />
          {parts.map(({ key, seconds, word }) =>
            seconds > 0 ? (
              <div key={key} className="contents">
                <dt>{word}</dt>
                <dd>{duration(seconds)}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </figcaption>
    </figure>
  );
};

const Limits = ({ summary: { limitLow, limitHigh } }: { summary: TemperatureSummary }) =>
  limitLow === null && limitHigh === null ? null : (
    <>
      <dt>Mức cho phép</dt>
      <dd>{limitWords(limitLow, limitHigh)}</dd>
    </>
  );

/** `2,0 °C đến 5,0 °C`, `dưới -18,0 °C`. */
export const limitWords = (low: number | null, high: number | null): string => {
  if (low !== null && high !== null) return `${formatCelsius(low)} đến ${formatCelsius(high)}`;
  if (high !== null) return `không quá ${formatCelsius(high)}`;
  return low === null ? 'không đặt mức' : `không dưới ${formatCelsius(low)}`;
};

/** One sentence about how it was kept. */
export const temperatureVerdict = (summary: TemperatureSummary): { good: boolean; words: string } => {
  const measured = summary.insideSeconds + summary.outsideSeconds;
  if (measured === 0) return { good: false, words: 'Chưa có số liệu nhiệt độ.' };
  if (summary.outsideSeconds > 0) {
    return { good: false, words: `Có ${duration(summary.outsideSeconds)} nằm ngoài mức cho phép.` };
  }
  if (summary.unknownSeconds > 0) {
    return { good: true, words: `Luôn trong mức khi đo được; ${duration(summary.unknownSeconds)} không có số liệu.` };
  }
  return { good: true, words: 'Luôn trong mức cho phép suốt thời gian đo.' };
};

const WIDTH = 720;
const HEIGHT = 300;
const EDGE = { left: 52, right: 10, top: 12, bottom: 34 };

/**
 * The trace as a drawing: the band that is allowed, the line as it was measured, grey where nobody knows, a hollow ring for
 * what a sensor said and nobody believes. Complete without colour and without a script.
 */
export const TemperatureChart = ({ trace }: { trace: TemperatureTrace }) => {
  const drawn = plot(trace, { width: WIDTH, height: HEIGHT, ...EDGE });
  if (!drawn) return <p className="note">Chưa có số liệu nhiệt độ nào.</p>;
  const { x, y } = drawn;
  const floor = HEIGHT - EDGE.bottom;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart w-full h-auto" role="img" aria-label={label(trace)}>
        <Band trace={trace} drawn={drawn} />
        {trace.gaps.map((gap) => (
          <rect
            key={gap.from}
            x={x(gap.from)}
            y={EDGE.top}
            width={Math.max(2, x(gap.until) - x(gap.from))}
            height={floor - EDGE.top}
            fill="#cfc8bb"
            opacity="0.7"
          />
        ))}
        {celsiusTicks(drawn).map((celsius) => (
          <g key={celsius}>
            <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(celsius)} y2={y(celsius)} stroke="#ddd4c3" />
            <text x={EDGE.left - 6} y={y(celsius) + 4} textAnchor="end">
              {celsius}°
            </text>
          </g>
        ))}
        {timeTicks(drawn).map(({ at, words }) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={floor} y2={floor + 5} stroke="#8a7f6d" />
            <text x={x(at)} y={floor + 20} textAnchor="middle">
              {words}
            </text>
          </g>
        ))}
        {drawn.lines.map((line) => (
          <path key={line.slice(0, 24)} d={line} fill="none" stroke="#17244a" strokeWidth="2" strokeLinejoin="round" />
        ))}
        {trace.excursions.map((excursion) => (
          <g key={excursion.id}>
            <line
              x1={x(excursion.from)}
              x2={Math.max(x(excursion.from) + 2, x(excursion.until ?? drawn.until))}
              y1={floor - 3}
              y2={floor - 3}
              stroke="#a5351c"
              strokeWidth="6"
            />
          </g>
        ))}
        {drawn.flagged.map(({ at, celsius }) => (
          <circle key={at} cx={x(at)} cy={y(celsius)} r="4" fill="#fff" stroke="#5c5448" strokeWidth="2" />
        ))}
      </svg>
      <figcaption className="field-hint">
        Dải xanh: mức cho phép. Vạch đỏ sát trục: thời gian ngoài mức. Nền xám: không có số liệu. Vòng rỗng: số đo bị
        nghi là máy lỗi.
      </figcaption>
    </figure>
  );
};

const Band = ({ trace, drawn }: { trace: TemperatureTrace; drawn: Plot }) => {
  const { limitLow, limitHigh } = trace;
  if (limitLow === null && limitHigh === null) return null;
  const top = drawn.y(Math.min(limitHigh ?? drawn.high, drawn.high));
  const bottom = drawn.y(Math.max(limitLow ?? drawn.low, drawn.low));
  const right = WIDTH - EDGE.right;
  return (
    <g>
      <rect x={EDGE.left} y={top} width={right - EDGE.left} height={Math.max(0, bottom - top)} fill="#d9ebd9" />
      {limitHigh !== null && (
        <line x1={EDGE.left} x2={right} y1={top} y2={top} stroke="#2a6236" strokeDasharray="6 4" />
      )}
      {limitLow !== null && (
        <line x1={EDGE.left} x2={right} y1={bottom} y2={bottom} stroke="#2a6236" strokeDasharray="6 4" />
      )}
    </g>
  );
};

const label = (trace: TemperatureTrace): string => {
  const range =
    trace.minimumCelsius === null || trace.maximumCelsius === null
      ? ''
      : ` từ ${formatCelsius(trace.minimumCelsius)} đến ${formatCelsius(trace.maximumCelsius)}`;
  const span = trace.from && trace.until ? `, ${when(trace.from)} – ${when(trace.until)}` : '';
  return `Biểu đồ nhiệt độ${range}${span}. ${temperatureVerdict(trace).words}`;
};
