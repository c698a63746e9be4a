import { ForgetPictures } from './catalogue/index.ts';
import { ForgetSignIns } from './identity/index.ts';
import type { Task } from './platform/schedule.ts';

/** What runs at which hour (Asia/Ho_Chi_Minh). */
export const tasks: Task[] = [
  { name: 'forget-sign-ins', every: '10 3 * * *', run: ForgetSignIns },
  { name: 'forget-pictures', every: '20 3 * * *', run: ForgetPictures },
];
