import { connect, type Socket } from 'node:net';

export interface Load {
  /** Milliseconds of each answer, sorted. */
  times: number[];
  /** Answers that were not 200, and connections that broke. */
  errors: number;
  seconds: number;
}

/** An address, and whose session asks for it. */
export type Asked = string | { path: string; token: string };

/**
 * GETs over kept-alive connections, one at a time on each, the addresses in turn. As little work as possible: what measures
 * runs on the same two cores as what is measured.
 */
export const load = async (
  url: string,
  paths: readonly Asked[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> => {
  const { hostname, port, host } = new URL(url);
  const requests = paths.map((asked) => {
    const { path, token } = typeof asked === 'string' ? { path: asked, token: '' } : asked;
    const session = token ? `authorization: Bearer ${token}\r\n` : '';
    return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: */*\r\n${session}\r\n`);
  });
  const times: number[] = [];
  let errors = 0;
  let turn = 0;
  const began = performance.now();
  const until = began + seconds * 1_000;
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      errors += await talk(socket, () => requests[turn++ % requests.length]!, until, times);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return { times: times.sort((a, b) => a - b), errors, seconds: (performance.now() - began) / 1_000 };
};

/** Asks on one connection until the time is over or it breaks; answers how many answers were not what they should be. */
const talk = (socket: Socket, next: () => Buffer, until: number, times: number[]): Promise<number> =>
  new Promise((resolve) => {
    let errors = 0;
    let sent = 0;
    let left = 0;
    const ask = (): void => {
      sent = performance.now();
      socket.write(next());
    };
    socket.once('connect', ask);
    socket.on('data', (chunk) => {
      if (left === 0) {
        const head = chunk.indexOf('\r\n\r\n');
        const text = chunk.toString('latin1', 0, head);
        const length = /content-length: (\d+)/i.exec(text);
        if (head < 0 || !length || !text.startsWith('HTTP/1.1 200')) {
          errors += 1;
          socket.destroy();
          return;
        }
        left = Number(length[1]) - (chunk.length - head - 4);
      } else left -= chunk.length;
      if (left > 0) return;
      const now = performance.now();
      times.push(now - sent);
      if (now < until) ask();
      else socket.end();
    });
    socket.on('error', () => {
      errors += 1;
    });
    socket.on('close', () => resolve(errors));
  });
