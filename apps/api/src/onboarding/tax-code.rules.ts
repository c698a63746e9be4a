/**
 * Whether a tax code can be one: twelve digits are a citizen number used as a tax code (Circular 86/2024/TT-BTC, from
 * 1 July 2025); ten digits end with a check digit, a branch adds three more (Circular 86/2024/TT-BTC, Article 5).
 * The check digit is 10 − (Σ weight × digit mod 11) with the weights the tax authority published (Circular 10/1998).
 */
export const isTaxCode = (text: string): boolean => {
  const digits = text.replace('-', '');
  if (/^\d{12}$/.test(digits)) return true;
  if (!/^\d{10}(\d{3})?$/.test(digits)) return false;
  const sum = weights.reduce((all, weight, place) => all + weight * Number(digits[place]), 0);
  return 10 - (sum % 11) === Number(digits[9]);
};

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
