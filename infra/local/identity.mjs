// Plain JavaScript, no packages. A pid is used again by the system; a pid with its start time is not.
import { readFileSync } from 'node:fs';

/** @typedef {{ pid: number, born: string }} Identity a process, told apart from a later one with the same pid */

/**
 * Clock ticks after boot at which the process began; empty when there is no such process (a zombie is none).
 * @param {number} pid
 */
export const bornAt = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
};

/** @param {number} pid @returns {Identity} */
export const identify = (pid) => ({ pid, born: bornAt(pid) });

export const self = () => identify(process.pid);

/**
 * Is that very process still running?
 * @param {Partial<Identity> | undefined} one
 */
export const isSame = (one) => !!one?.pid && !!one.born && bornAt(one.pid) === one.born;

/** The command line of a process, words joined by spaces; empty when it is gone or not ours to see. @param {number} pid */
export const commandOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
};
