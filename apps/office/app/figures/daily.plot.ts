export interface DayOfSales {
  day: string;
  /** Whole đồng; below zero when more came back than was delivered. */
  value: number;
  orders: number;
}

export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Bar extends DayOfSales {
  x: number;
  width: number;
  y: number;
  height: number;
}

export interface DailyPlot {
  bars: Bar[];
  /** Where zero lies. */
  zero: number;
  /** Round amounts and where their lines lie, from the least up. */
  ticks: { value: number; y: number }[];
}

/** Every day of the month that has been, with zero where nothing was sold. */
export const eachDay = (days: readonly string[], daily: readonly DayOfSales[]): DayOfSales[] => {
  const known = new Map(daily.map((day) => [day.day, day]));
  return days.map((day) => known.get(day) ?? { day, value: 0, orders: 0 });
};

/** The next of 1, 2, 5 × 10ⁿ. */
const roundUp = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value) ?? 10) * power;
};

/** Bars for the days, with a scale of at most five round steps; `places` days fit across, so that a month under way keeps its scale. */
export const plotDaily = (days: readonly DayOfSales[], places: number, frame: Frame): DailyPlot => {
  const high = Math.max(0, ...days.map(({ value }) => value));
  const low = Math.min(0, ...days.map(({ value }) => value));
  const step = roundUp(Math.max(high - low, 1_000) / 4);
  const top = Math.ceil(high / step) * step || (low < 0 ? 0 : step);
  const bottom = Math.floor(low / step) * step;
  const room = frame.height - frame.top - frame.bottom;
  const y = (value: number) => round(frame.top + ((top - value) / (top - bottom)) * room);
  const place = (frame.width - frame.left - frame.right) / Math.max(1, places);
  const ticks = Array.from({ length: Math.round((top - bottom) / step) + 1 }, (_, index) => bottom + index * step);
  return {
    zero: y(0),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    bars: days.map((day, index) => ({
      ...day,
      x: round(frame.left + index * place + place * 0.15),
      width: round(place * 0.7),
      y: y(Math.max(0, day.value)),
      height: round(Math.abs(y(day.value) - y(0))),
    })),
  };
};

const round = (value: number): number => Math.round(value * 10) / 10;
