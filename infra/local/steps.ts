import type { Step } from './system.ts';

/** Prints `[3/9] Name … xong (1,2 s) what it answered`. @param first the number of the first step */
export const progress = (first: number, total: number): Step => {
  let number = first;
  return async (name, work) => {
    const began = performance.now();
    process.stdout.write(`[${number}/${total}] ${name} … `);
    number += 1;
    try {
      const detail = await work();
      process.stdout.write(`xong (${seconds(began)} s)${detail ? ` ${detail}` : ''}\n`);
    } catch (error) {
      process.stdout.write('không được\n');
      throw error;
    }
  };
};

/** Seconds since `began` (of performance.now()), as Vietnamese write them: `1,2`. */
export const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
