import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { testEnv } from '../platform/testing.ts';
import { Clamd, NoScanner, scannerOfEnv } from './virus-scanner.ts';

/** The harmless file every scanner calls a virus (eicar.org), in two parts so that this file is not one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

testEnv();
let server: Server | undefined;
afterEach(() => void server?.close());

/** clamd as it speaks: reads `zINSTREAM`, chunks behind their lengths, and answers. */
const clamd = async (answerOf: (stream: Buffer) => string | undefined): Promise<string> => {
  server = createServer((socket) => {
    let taken = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      taken = Buffer.concat([taken, part]);
      if (!taken.subarray(0, 10).equals(Buffer.from('zINSTREAM\0'))) return;
      const stream: Buffer[] = [];
      for (let at = 10; at + 4 <= taken.length; ) {
        const length = taken.readUInt32BE(at);
        if (length === 0) {
          const answer = answerOf(Buffer.concat(stream));
          return answer === undefined ? socket.destroy() : socket.end(`${answer}\0`);
        }
        stream.push(taken.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const honest = (stream: Buffer) => (stream.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');

test('a clean file goes to the scanner whole, in chunks, and is known by whom it was seen', async () => {
  let heard = 0;
  const scanner = new Clamd(await clamd((stream) => ((heard = stream.length), honest(stream))));
  expect(await scanner.scan(Buffer.alloc(300_000, 7))).toEqual({ scannedBy: 'clamd' });
  expect(heard).toBe(300_000);
});

test('the test virus is refused by its name', async () => {
  const scanner = new Clamd(await clamd(honest));
  await expect(scanner.scan(Buffer.from(eicar))).rejects.toMatchObject({
    code: 'papers.infected',
    details: { found: 'Eicar-Test-Signature' },
  });
});

test.each([
  ['closes without an answer', () => undefined],
  ['refuses to look', () => 'INSTREAM size limit exceeded. ERROR'],
])('a scanner that %s lets nothing through: the paper is to be sent again', async (_, answer) => {
  const scanner = new Clamd(await clamd(answer));
  await expect(scanner.scan(Buffer.from('a paper'))).rejects.toMatchObject({ code: 'platform.busy' });
});

test('a scanner that is not there, or says nothing, lets nothing through', async () => {
  await expect(new Clamd('tcp://127.0.0.1:9').scan(Buffer.from('x'))).rejects.toMatchObject({ code: 'platform.busy' });
  server = createServer(() => undefined);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const silent = new Clamd(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, 100);
  await expect(silent.scan(Buffer.from('x'))).rejects.toMatchObject({ code: 'platform.busy' });
});

test('the environment names the scanner; without one the file is kept as not scanned', async () => {
  testEnv();
  expect(scannerOfEnv()).toBeInstanceOf(NoScanner);
  expect(await scannerOfEnv().scan(Buffer.from(eicar))).toEqual({ scannedBy: null });
  testEnv({ CLAMAV_URL: 'tcp://127.0.0.1:3310' });
  expect(scannerOfEnv()).toBeInstanceOf(Clamd);
});
