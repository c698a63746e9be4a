import { pino } from 'pino';
import { BadEnvironment, readSettings, type Settings } from './env.ts';
import { openSandbox } from './server.ts';

const settings = settingsOrLeave();
const log = pino({ level: settings.logLevel });
const app = openSandbox(settings, log);

const patienceMs = 2_000;
let leaving = false;
const leave = async (signal: string): Promise<void> => {
  if (leaving) return;
  leaving = true;
  log.info({ signal }, 'the sandbox is closing');
  // A browser's spare connection says nothing and would hold the door for minutes.
  setTimeout(() => app.server.closeAllConnections(), patienceMs).unref();
  await app.close();
};
process.on('SIGTERM', () => void leave('SIGTERM'));
process.on('SIGINT', () => void leave('SIGINT'));

try {
  await app.listen({ host: settings.host, port: settings.port });
} catch (error) {
  log.fatal(error, 'the sandbox cannot listen');
  process.exitCode = 1;
  await app.close();
}

function settingsOrLeave(): Settings {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
