/** Where the pages of training are. */
export const TRAINING = '/tap-huan';
export const CLASSES = `${TRAINING}/lop`;
export const SKILLS = `${TRAINING}/ky-nang`;
