import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { killGroup } from './children.ts';
import { type Identity, isSame, self } from './identity.mjs';

/** What a running system says of itself in `run.json` of its data directory. */
export interface RunNote {
  /** The process that watches over the others. */
  owner: Identity;
  ready: boolean;
  urls: Record<string, string>;
  /** What a command needs to speak to the same database and services. Holds secrets: the file is the owner's alone. */
  env: Record<string, string>;
  children: (Identity & { name: string })[];
}

const noteFile = (dataDir: string): string => join(dataDir, 'run.json');

/** The system that runs on this data directory now, if one does. */
export const runningOn = (dataDir: string): RunNote | undefined => {
  const note = read(noteFile(dataDir));
  return note && isSame(note.owner) ? note : undefined;
};

/** Takes the data directory for this process. Answers the note of the system that already has it, if one does. */
export const claim = async (dataDir: string, say: (line: string) => void): Promise<RunNote | undefined> => {
  mkdirSync(dataDir, { recursive: true });
  const file = noteFile(dataDir);
  for (;;) {
    try {
      const note: RunNote = { owner: self(), ready: false, urls: {}, env: {}, children: [] };
      writeFileSync(file, JSON.stringify(note), { flag: 'wx', mode: 0o600 });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const running = runningOn(dataDir);
    if (running) return running;
    await clearLeftovers(file, say);
  }
};

/** Writes the note anew; a reader never sees half of one. */
export const writeNote = (dataDir: string, note: RunNote): void => {
  const draft = `${noteFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(note), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, noteFile(dataDir));
};

export const release = (dataDir: string): void => rmSync(noteFile(dataDir), { force: true });

/** Ends what a killed run left behind, and only that: a pid that now belongs to another program is left alone. */
const clearLeftovers = async (file: string, say: (line: string) => void): Promise<void> => {
  const mine = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, mine); // of two starts at once only one gets to clear
  } catch {
    return;
  }
  const left = (read(mine)?.children ?? []).filter(isSame);
  if (left.length > 0) {
    say(
      `Lần chạy trước bị ngắt giữa chừng; đang dừng ${left.length} tiến trình còn sót: ${left.map((c) => c.name).join(', ')}.`,
    );
  }
  for (const child of left.toReversed()) await end(child);
  rmSync(mine, { force: true });
};

const end = async (child: Identity & { name: string }): Promise<void> => {
  try {
    process.kill(child.pid, child.name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  } catch {
    return;
  }
  for (let i = 0; i < 100 && isSame(child); i += 1) await sleep(100);
  if (isSame(child)) killGroup(child.pid);
};

const read = (file: string): RunNote | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunNote;
  } catch {
    return undefined; // none, or cut short by a kill: nothing can be known from it
  }
};
