import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** A program of the system that some tests need. */
interface Need {
  title: string;
  /** Names it goes by on PATH. */
  programs: string[];
  packages: string[];
  /** What fails without it. */
  without: string;
}

const needs: Need[] = [
  {
    title: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    // A browser without a font that has Vietnamese letters draws boxes.
    packages: ['chromium', 'fonts-dejavu-core'],
    without: 'các hành trình bằng trình duyệt (journeys)',
  },
  {
    title: 'redis-server',
    programs: ['redis-server'],
    packages: ['redis-server'],
    without: 'hàng đợi BullMQ trên Redis',
  },
];

/** Where a program is, looking also where Debian puts servers; undefined when the machine has none of these names. */
const findProgram = (names: string[], path = process.env.PATH ?? ''): string | undefined => {
  const places = [...path.split(':'), '/usr/bin', '/usr/sbin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return places.flatMap((place) => names.map((name) => join(place, name))).find(runnable);
};

/** Installs what the tests need from the system's packages where that is permitted; otherwise says what to install. */
export const prepareMachine = async (say: (line: string) => void): Promise<void> => {
  const missing = needs.filter(
    ({ title, programs }) => !(title === 'Chromium' && process.env.CHROMIUM) && !findProgram(programs),
  );
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    const packages = missing.flatMap((need) => need.packages);
    say(`Cài từ hệ thống: ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await apt(['update', '-qq'], env);
    await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
  }
  for (const { title, programs, packages, without } of missing) {
    if (!findProgram(programs))
      say(`Thiếu ${title}: phần ${without} sẽ trượt; hãy cài bằng apt-get install ${packages.join(' ')}.`);
  }
};

/** A failure is not ours to mend: what is still missing afterwards is named. */
const apt = (args: string[], env: NodeJS.ProcessEnv): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });

const runnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
