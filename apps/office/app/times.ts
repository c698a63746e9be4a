const minute = 60_000;

/** A length of time as it is said across a counter: `20 phút`, `5 giờ`, `3 ngày`. Milliseconds in. */
export const roughly = (span: number): string => {
  const minutes = Math.max(1, Math.floor(Math.abs(span) / minute));
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.floor(hours / 24)} ngày`;
};

/** How much time is left, or by how much it was missed: `còn 5 giờ`, `trễ 2 ngày`. */
export const leftWords = (dueAt: string, now: Date): string => {
  const left = Date.parse(dueAt) - now.getTime();
  return left >= 0 ? `còn ${roughly(left)}` : `trễ ${roughly(left)}`;
};

/** Day (`2026-11-23`) and hours (`8:30`, `08h30`, `8 giờ`) as written in Vietnam, as an instant; undefined for nonsense. */
export const instantOf = (day: string, hours: string): string | undefined => {
  const [, hour, minute = '00'] = /^([01]?\d|2[0-3])\s*(?:[:.hg]|giờ)?\s*([0-5]\d)?$/i.exec(hours.trim()) ?? [];
  if (!hour || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = new Date(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
