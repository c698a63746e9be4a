import { connect } from 'node:net';
import { Problem } from '@chophien/contracts';
import { env } from '../platform/env.ts';
import { log } from '../platform/log.ts';

/** Clean, by whom; or not scanned, because no scanner is connected. */
export type Scan = { scannedBy: string } | { scannedBy: null };

/** Looks for what harms in the bytes of a file. */
export abstract class VirusScanner {
  /** @throws Problem papers.infected; platform.busy when the scanner cannot answer: what was not looked at is not taken */
  abstract scan(bytes: Uint8Array): Promise<Scan>;
}

/** No scanner is connected; the paper says so to whoever checks it. */
export class NoScanner extends VirusScanner {
  scan(): Promise<Scan> {
    return Promise.resolve({ scannedBy: null });
  }
}

/** Bytes of one chunk of a stream. */
const chunkBytes = 64 * 1024;

/**
 * clamd over TCP, by its INSTREAM command (man clamd): `zINSTREAM\0`, chunks each behind its length (4 bytes, network order),
 * a length of nought; it answers `stream: OK\0` or `stream: <name> FOUND\0`, and an error by its own words.
 */
export class Clamd extends VirusScanner {
  private readonly host: string;
  private readonly port: number;
  private readonly timeoutMs: number;

  constructor(url: string, timeoutMs = 20_000) {
    super();
    const { hostname, port } = new URL(url);
    this.host = hostname.replace(/^\[|\]$/g, '');
    this.port = Number(port || 3310);
    this.timeoutMs = timeoutMs;
  }

  async scan(bytes: Uint8Array): Promise<Scan> {
    const answer = await this.ask(bytes).catch((error: unknown) => {
      log.error({ err: error }, 'the virus scanner did not answer');
      throw new Problem('platform.busy', { retryAfter: 30 });
    });
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found) {
      log.warn({ found }, 'a file with a virus was refused');
      throw new Problem('papers.infected', { found });
    }
    if (answer === 'stream: OK') return { scannedBy: 'clamd' };
    log.error({ answer: answer.slice(0, 200) }, 'the virus scanner refused to look');
    throw new Problem('platform.busy', { retryAfter: 30 });
  }

  private ask(bytes: Uint8Array): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.host, port: this.port });
      let answer = '';
      socket.setTimeout(this.timeoutMs, () => socket.destroy(new Error('timed out')));
      socket.on('error', reject);
      socket.on('data', (part) => {
        answer += part.toString('latin1');
        if (answer.length > 4_096) socket.destroy(new Error('an answer without end'));
        if (!answer.endsWith('\0')) return;
        resolve(answer.slice(0, -1));
        socket.destroy();
      });
      socket.on('close', () => reject(new Error('closed before it answered')));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let at = 0; at < bytes.length; at += chunkBytes) {
          const chunk = bytes.subarray(at, at + chunkBytes);
          const length = Buffer.alloc(4);
          length.writeUInt32BE(chunk.length);
          socket.write(length);
          socket.write(chunk);
        }
        socket.write(Buffer.alloc(4));
      });
    });
  }
}

/** What CLAMAV_URL names, or nobody. */
export const scannerOfEnv = (): VirusScanner => {
  const { CLAMAV_URL } = env();
  return CLAMAV_URL ? new Clamd(CLAMAV_URL) : new NoScanner();
};
