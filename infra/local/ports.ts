import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { Fault } from './fault.mjs';
import { commandOf } from './identity.mjs';

export const portNames = ['storefront', 'office', 'api', 'worker', 'sandbox', 'postgres'] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Record<PortName, number>;

const usual: Ports = { storefront: 4300, office: 4301, api: 4302, worker: 4303, sandbox: 4304, postgres: 4305 };

/** Further copies of the API and the worker listen this many ports above the one before. */
export const copyStep = 10;

const variable = (name: PortName): string => `${name.toUpperCase()}_PORT`;

/** The ports of `npm start`: the usual ones, or what `STOREFRONT_PORT`, `API_PORT` … say. */
export const chosenPorts = (env: NodeJS.ProcessEnv = process.env): Ports => {
  const ports = { ...usual };
  for (const name of portNames) {
    const said = env[variable(name)];
    if (!said) continue;
    const port = Number(said);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Fault(`${variable(name)}="${said}" không phải là cổng (port): cần số từ 1 đến 65535.`);
    }
    ports[name] = port;
  }
  return ports;
};

/** Ports nobody listens on now, with room above `api` and `worker` for their copies. */
export const freePorts = async (copies = 1): Promise<Ports> => {
  const ports = {} as Ports;
  const taken = new Set<number>();
  for (const name of portNames) {
    const wanted = name === 'api' || name === 'worker' ? copies : 1;
    ports[name] = await freeRow(wanted, taken);
  }
  return ports;
};

const freeRow = async (copies: number, taken: Set<number>): Promise<number> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const row = Array.from({ length: copies }, (_, i) => first + i * copyStep);
    if (row.some((port) => taken.has(port))) continue;
    const refusals = await Promise.all(row.map(refusal));
    if (refusals.some(Boolean)) continue;
    for (const port of row) taken.add(port);
    return first;
  }
  throw new Fault('Không tìm được cổng (port) trống trên máy này.');
};

/** Refuses with one sentence when one of the ports cannot be listened on. */
export const ensureFree = async (wanted: { name: PortName; port: number }[]): Promise<void> => {
  for (const { name, port } of wanted) {
    const code = await refusal(port);
    if (!code) continue;
    if (code === 'EACCES') {
      throw new Fault(`Không có quyền (permission) mở cổng ${port} (${name}); đặt ${variable(name)} từ 1024 trở lên.`);
    }
    const holder = holderOf(port);
    const by = holder ? `tiến trình ${holder.command} (pid ${holder.pid})` : 'một chương trình khác';
    throw new Fault(`Cổng ${port} (${name}) đang bị ${by} dùng; dừng nó hoặc đặt ${variable(name)} thành cổng khác.`);
  }
};

/** Why 127.0.0.1:port cannot be listened on, as an errno name; undefined when it can. */
const refusal = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'EUNKNOWN'));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });

/** Which process listens on the port, as far as /proc lets us see. */
export const holderOf = (port: number): { pid: number; command: string } | undefined => {
  const inode = listeningInode(port);
  if (!inode) return undefined;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const folder = `/proc/${entry}/fd`;
      if (!readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === `socket:[${inode}]`)) continue;
      return { pid: Number(entry), command: commandOf(Number(entry)).slice(0, 60) || '?' };
    } catch {
      // Another user's process, or one that ended meanwhile.
    }
  }
  return undefined;
};

const listeningInode = (port: number): string | undefined => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    try {
      for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
        const fields = line.trim().split(/\s+/);
        if (fields[1]?.endsWith(`:${hex}`) && fields[3] === '0A') return fields[9]; // 0A: LISTEN
      }
    } catch {
      // No /proc/net here: the sentence then names no process.
    }
  }
  return undefined;
};
