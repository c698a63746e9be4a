import { ParcelState, StorageClass } from '@chophien/contracts';
import { storage } from '@chophien/ui';

const states: Record<ParcelState, string> = {
  waiting: 'Chờ người bán nhận',
  confirmed: 'Người bán đã nhận',
  packed: 'Đã đóng gói',
  shipped: 'Trên đường',
  delivered: 'Đã giao',
  returned: 'Quay về',
  cancelled: 'Đã huỷ',
};

/** Where a parcel stands, as an officer reads it. */
export const parcelWord = (state: string): string => {
  const known = ParcelState.safeParse(state);
  return known.success ? states[known.data] : state;
};

/** How a parcel is kept, in a word. */
export const storageWord = (name: string): string => {
  const known = StorageClass.safeParse(name);
  return known.success ? storage[known.data].word : name;
};
