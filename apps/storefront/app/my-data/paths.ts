/** Where a person sees to the data that is kept about her. */
export const MY_DATA = '/tai-khoan/du-lieu';
export const READY = `${MY_DATA}/tai-ve`;
export const FILE = `${MY_DATA}/tep`;
export const LOOKS = `${MY_DATA}/ai-da-xem`;
export const ASK = `${MY_DATA}/yeu-cau`;
