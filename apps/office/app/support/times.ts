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
