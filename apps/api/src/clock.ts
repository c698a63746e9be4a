import type { Task } from './platform/schedule.ts';

/** What runs at which hour (Asia/Ho_Chi_Minh). */
export const tasks: Task[] = [];
