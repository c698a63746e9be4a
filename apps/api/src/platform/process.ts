import { log } from './log.ts';

/** Seconds a process may take to finish what it has begun. */
const patience = 10;

/**
 * Ends the process well: at SIGTERM or SIGINT `close` is given 10 s; an error nobody caught is written down and ends it
 * at once, because nobody knows any more what is true in here.
 */
export const endsWell = (close: () => Promise<void>): void => {
  let ending = false;
  const end = (signal: string) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => leave(1, 'not everything ended in time'), patience * 1_000).unref();
    close().then(
      () => leave(0, 'stopped'),
      (error: unknown) => leave(1, 'stopped with an error', error),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (error) => leave(1, 'a promise nobody waited for', error));
  process.on('uncaughtException', (error) => leave(1, 'an error nobody caught', error));
};

const leave = (code: number, why: string, error?: unknown): void => {
  log[error ? 'fatal' : 'info']({ err: error }, why);
  process.exit(code);
};

/** Starts, or says in plain words why not. */
export const start = async (name: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    log.fatal({ err: error }, `${name} did not start`);
    process.stderr.write(`${name} did not start: ${error instanceof Error ? error.message : 'unknown'}\n`);
    process.exit(1);
  }
};
