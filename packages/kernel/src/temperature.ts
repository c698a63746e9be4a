import { NBSP } from './whole.ts';

/** Degrees Celsius. */
export type Celsius = number;

const KELVIN = 273.15;
/** kJ/(mol·K), CODATA 2006: with ΔH 83.14472 the ratio ΔH/R is 10,000 K, as the pharmacopeia has it. */
const GAS_CONSTANT = 8.314472e-3;
/** kJ/mol: what the pharmacopeia takes where no study of the goods says better. */
export const USP_ACTIVATION_ENERGY = 83.14472;

/**
 * `3.25` → `3,3 °C`: one decimal, half away from zero, no-break space. Below zero with a hyphen: `-18,0 °C`.
 * @throws RangeError if it is not a finite number
 */
export function formatCelsius(celsius: Celsius): string {
  if (!Number.isFinite(celsius)) throw new RangeError(`celsius: a finite number, not ${celsius}`);
  // 12 digits bring back the decimal that was meant: a mean of 32.45 may arrive as 32.449999999999996.
  const tenths = Math.round(Number((Math.abs(celsius) * 10).toPrecision(12)));
  const sign = celsius < 0 && tenths > 0 ? '-' : '';
  return `${sign}${Math.floor(tenths / 10)},${tenths % 10}${NBSP}°C`;
}

/** What a DS18B20 and its libraries say instead of a temperature: just switched on, not enough power, unplugged. */
const NOT_A_TEMPERATURE: readonly Celsius[] = [85, 127.94, -127];

/**
 * Whether a reading is the sensor's trouble and not the goods' temperature: one of its error values (Maxim DS18B20 data
 * sheet: 85 °C at power-on; Arduino-Temperature-Control-Library: −127 disconnected, 127.94 insufficient power), not a
 * number, or outside −60…85 °C. Such a reading is unknown: never evidence of good or of bad.
 */
export const isSensorNonsense = (celsius: Celsius): boolean =>
  !Number.isFinite(celsius) || celsius < -60 || celsius > 85 || NOT_A_TEMPERATURE.includes(celsius);

/** A temperature and how long it held, in seconds. */
export interface HeldTemperature {
  readonly celsius: Celsius;
  readonly seconds: number;
}

/**
 * Mean kinetic temperature in °C, each sample weighted by how long it held: the constant temperature that would have
 * spoilt as much. T = (ΔH/R) / −ln(Σ tᵢ·e^(−ΔH/(R·Tᵢ)) / Σ tᵢ), T in kelvin, ΔH in kJ/mol.
 * Source: United States Pharmacopeia, general chapter <1079.2> Mean Kinetic Temperature (earlier <1160>).
 * A number to show beside others; not for frozen goods, chilling injury or ripening, and never the rule that releases produce.
 * @throws RangeError if no time passed, a duration is negative, a temperature is not above absolute zero, or ΔH not above 0
 */
export function meanKineticTemperature(
  samples: readonly HeldTemperature[],
  deltaH: number = USP_ACTIVATION_ENERGY,
): Celsius {
  if (!(deltaH > 0 && Number.isFinite(deltaH))) throw new RangeError(`deltaH: kJ/mol above 0, not ${deltaH}`);
  for (const { celsius, seconds } of samples) {
    if (!(Number.isFinite(celsius) && celsius > -KELVIN)) {
      throw new RangeError(`celsius: above ${-KELVIN}, not ${celsius}`);
    }
    if (!(Number.isFinite(seconds) && seconds >= 0)) throw new RangeError(`seconds: 0 or more, not ${seconds}`);
  }
  const held = samples.filter(({ seconds }) => seconds > 0);
  if (held.length === 0) throw new RangeError('samples: at least one that held for some time');
  const ratio = deltaH / GAS_CONSTANT;
  const total = held.reduce((sum, { seconds }) => sum + seconds, 0);
  const temperatures = held.map(({ celsius }) => celsius);
  const warmest = temperatures.reduce((a, b) => Math.max(a, b));
  const coldest = temperatures.reduce((a, b) => Math.min(a, b));
  // Rates relative to the warmest sample's, so that none of the sums underflows.
  const relative = held.reduce(
    (sum, { celsius, seconds }) =>
      sum + (seconds / total) * Math.exp(ratio / (warmest + KELVIN) - ratio / (celsius + KELVIN)),
    0,
  );
  const mean = ratio / (ratio / (warmest + KELVIN) - Math.log(relative)) - KELVIN;
  return Math.min(warmest, Math.max(coldest, mean));
}
