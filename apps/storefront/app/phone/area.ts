/** A part of the site that goes on without a line: `/nhap-ho` for helpers, `/ban-hang` for who sells. */
export interface Area {
  /** Under this name the phone keeps what belongs to it. */
  mark: string;
  /** Where its pages are. */
  path: string;
  /** What one of a phone's people has not sent stays until she is back; otherwise whoever is next takes the phone empty. */
  family: boolean;
  /** What it calls one unsent thing. */
  thing: string;
}

export const field: Area = { mark: 'nhap-ho', path: '/nhap-ho', family: false, thing: 'mục nhập hộ' };
export const goods: Area = { mark: 'dang-ban', path: '/ban-hang', family: true, thing: 'món hàng' };
export const areas: readonly Area[] = [field, goods];

/** Somebody else may have signed in since: until a page of the server says who it is, nothing is shown. */
export const lockOf = ({ mark }: Area): string => `${mark}.khoa`;
/** How much is unsent, for pages that do not open the store. */
export const leftOf = ({ mark, family }: Area, person: string): string => `${mark}.con${family ? `.${person}` : ''}`;
export const databaseOf = ({ mark }: Area, person: string): string => `${mark}-${person}`;
/** The page the phone keeps. */
export const keptPageOf = ({ path }: Area): string => `${path}/may`;

export const left = (area: Area, person: string): number => Number(localStorage.getItem(leftOf(area, person)) ?? 0);
