/** What can happen to a box with a logger in it. */
export const traces = {
  'steady-cold': 'Lạnh đều suốt chặng',
  'door-open': 'Mở cửa 15 phút rồi lạnh lại',
  breakdown: 'Máy lạnh hỏng giữa đường',
  gap: 'Mất tín hiệu 90 phút',
  'sensor-fault': 'Đầu đo hỏng (85 °C rồi −127 °C)',
} as const;

export type Trace = keyof typeof traces;
export const traceNames = Object.keys(traces) as Trace[];

export const defaultTemperatureTarget = 4;
export const defaultStepSeconds = 300;
export const defaultLengthMinutes = 240;

const ambient = 30;
const doorOpens = 60;
const doorShuts = 75;
const breaksDown = 90;
const silentFrom = 80;
const silentTo = 170;
/** A DS18B20 says 85 after losing power and libraries say −127 when it is gone. */
const poweredUp = { from: 100, to: 110, celsius: 85 };
const disconnected = { from: 110, to: 130, celsius: -127 };

/**
 * What the logger measures a number of minutes after its start, in °C with one decimal; undefined while it is silent.
 * Depends on nothing but its arguments, so the same trace can be played and checked anywhere.
 */
export function celsiusAt(trace: Trace, target: number, minute: number): number | undefined {
  const steady = target + 0.3 * Math.sin(minute / 7) + 0.2 * Math.sin(minute / 23 + 1);
  return rounded(shape[trace](steady, minute));
}

const shape: Record<Trace, (steady: number, minute: number) => number | undefined> = {
  'steady-cold': (steady) => steady,
  'door-open': (steady, minute) => {
    const opened = Math.min(Math.max(minute - doorOpens, 0), doorShuts - doorOpens);
    const shut = Math.max(minute - doorShuts, 0);
    return steady + 9 * (1 - Math.exp(-opened / 6)) * Math.exp(-shut / 12);
  },
  breakdown: (steady, minute) => ambient - (ambient - steady) * Math.exp(-Math.max(minute - breaksDown, 0) / 120),
  gap: (steady, minute) => (minute >= silentFrom && minute < silentTo ? undefined : steady),
  'sensor-fault': (steady, minute) =>
    [poweredUp, disconnected].find(({ from, to }) => minute >= from && minute < to)?.celsius ?? steady,
};

const rounded = (celsius: number | undefined): number | undefined =>
  celsius === undefined ? undefined : Math.round(celsius * 10) / 10;

export interface Reading {
  readonly channel: 'air';
  /** ISO instant, UTC. */
  readonly at: string;
  readonly celsius: number;
}

export interface Plan {
  readonly trace: Trace;
  readonly target: number;
  readonly startedAt: Date;
  readonly stepSeconds: number;
  readonly lengthMinutes: number;
  /** No reading is later: a logger does not know the future. */
  readonly now: Date;
}

/** The readings of a whole trace, in order. */
export function readingsOf({ trace, target, startedAt, stepSeconds, lengthMinutes, now }: Plan): Reading[] {
  const readings: Reading[] = [];
  for (let second = 0; second <= lengthMinutes * 60; second += stepSeconds) {
    const at = new Date(startedAt.getTime() + second * 1_000);
    if (at > now) break;
    const celsius = celsiusAt(trace, target, second / 60);
    if (celsius !== undefined) readings.push({ channel: 'air', at: at.toISOString(), celsius });
  }
  return readings;
}
