import { fromShell } from './services.ts';
import { runningSystem } from './system.ts';
import { Fault } from './fault.mjs';

/**
 * The environment for a command that speaks to the system that is running here, or to the servers that the shell names.
 * @throws {Fault} when there is neither
 */
export const commandEnvironment = (): Record<string, string> => {
  const running = runningSystem();
  const shell = fromShell();
  if (running) return { ...running.env, ...shell };
  if (shell.DATABASE_URL && shell.SECRET) return shell;
  throw new Fault(
    'Chưa có hệ thống nào chạy ở đây: mở cửa sổ khác chạy npm start, hoặc đặt DATABASE_URL và các biến như README nói.',
  );
};
