/** `2026-11` → `tháng 11/2026`. */
export const monthWords = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`;

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const monthForm = /^20\d\d-(0[1-9]|1[0-2])$/;
export const isId = (text: string): boolean => idForm.test(text);
export const isMonth = (text: string): boolean => monthForm.test(text);

export const earningsPath = (producer: string, month?: string): string =>
  `/ban-hang/tien/${producer}${month ? `/${month}` : ''}`;
