const words = ['', 'Rất tệ', 'Chưa hài lòng', 'Tạm được', 'Tốt', 'Rất tốt'];

/** `5` → `5 sao, rất tốt`. */
export const starsWord = (stars: number): string => `${stars} sao, ${(words[stars] ?? '').toLowerCase()}`;
