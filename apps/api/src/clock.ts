import { ForgetPictures } from './catalogue/index.ts';
import { ForgetSignIns } from './identity/index.ts';
import { ExpireBaskets, ExpireUnpaid } from './ordering/index.ts';
import type { Task } from './platform/schedule.ts';

/** What runs at which hour (Asia/Ho_Chi_Minh). */
export const tasks: Task[] = [
  { name: 'expire-unpaid', every: 60, run: ExpireUnpaid },
  { name: 'expire-baskets', every: '40 3 * * *', run: ExpireBaskets },
  { name: 'forget-sign-ins', every: '10 3 * * *', run: ForgetSignIns },
  { name: 'forget-pictures', every: '20 3 * * *', run: ForgetPictures },
];
