/**
 * An amount as people type it, in whole đồng: `25000`, `25.000`, `25 000 ₫`, `25k`, `25 nghìn`, `1,2 triệu`.
 * `NaN` if it can't be read, so that the contract refuses it.
 */
export const parseDong = (typed: string): number => {
  const plain = typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/(₫|đồng|vnđ|vnd|đ)\s*$/u, '')
    .replace(/\s/g, '');
  const [, number = '', size = ''] = /^([\d.,]+)(k|nghìn|ngàn|nghin|ngan|tr|triệu|trieu)?$/u.exec(plain) ?? [];
  if (!number) return Number.NaN;
  if (!size) return /^\d+$|^\d{1,3}([.,]\d{3})+$/.test(number) ? Number(number.replace(/[.,]/g, '')) : Number.NaN;
  if (!/^\d+([.,]\d{1,3})?$/.test(number)) return Number.NaN;
  return Math.round(Number(number.replace(',', '.')) * (size.startsWith('tr') ? 1_000_000 : 1_000));
};
