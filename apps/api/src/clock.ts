import { ForgetPictures } from './catalogue/index.ts';
import type { Task } from './platform/schedule.ts';

/** What runs at which hour (Asia/Ho_Chi_Minh). */
export const tasks: Task[] = [{ name: 'forget-pictures', every: '20 3 * * *', run: ForgetPictures }];
