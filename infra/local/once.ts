import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault, sentence } from './fault.mjs';

export interface OnceOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Everything it says is added here as well. */
  logFile?: string;
  signal?: AbortSignal;
}

/** Runs a command to its end and answers what it printed; a failure is one sentence with its last telling line. */
export const once = (title: string, command: string[], { cwd, env, logFile, signal }: OnceOptions): Promise<string> =>
  new Promise((resolve, reject) => {
    const [program = '', ...args] = command;
    if (logFile) mkdirSync(dirname(logFile), { recursive: true });
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], signal, detached: true });
    let printed = '';
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk).slice(-20_000);
      if (logFile) appendFileSync(logFile, chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      hear(chunk);
    });
    child.stderr.on('data', hear);
    child.once('error', (error) => reject(signal?.aborted ? error : new Fault(sentence(error, title))));
    child.once('close', (code) => {
      if (code === 0) return resolve(printed);
      const more = logFile ? ` (xem ${logFile})` : '';
      return reject(new Fault(`${title} không xong: ${telling(said) || `mã ${code}`}${more}`));
    });
  });

const telling = (said: string): string => {
  const lines = said.split('\n').filter((line) => line.trim() && !/^\s+at /.test(line));
  if (/No space left|ENOSPC/.test(said)) return sentence({ code: 'ENOSPC' });
  return (lines.findLast((line) => /error|Error|FATAL|refused|missing/.test(line)) ?? lines.at(-1) ?? '')
    .trim()
    .slice(0, 400);
};
