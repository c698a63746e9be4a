export interface Point {
  latitude: number;
  longitude: number;
}

const earth = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** As the crow flies, to a whole kilometre and never less than one: only the same place is none away. */
export const kilometres = (one: Point, other: Point): number => {
  const [up, along] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(along / 2) ** 2;
  return Math.max(1, Math.round(2 * earth * Math.asin(Math.sqrt(half))));
};
