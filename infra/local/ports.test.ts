import { createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Fault } from './fault.mjs';
import { chosenPorts, ensureFree, freePorts, holderOf } from './ports.ts';

const listening = async (): Promise<number> => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
};

test('a busy port is refused by its number, its part, and the process that has it', async () => {
  const port = await listening();
  const refusal = await ensureFree([{ name: 'api', port }]).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Fault);
  expect((refusal as Fault).message).toContain(`Cổng ${port} (api)`);
  expect((refusal as Fault).message).toContain(`(pid ${process.pid})`);
  expect((refusal as Fault).message).toContain('API_PORT');
  expect(holderOf(port)?.pid).toBe(process.pid);
});

test('free ports are free, and copies have room', async () => {
  const ports = await freePorts(3);
  expect(new Set(Object.values(ports)).size).toBe(6);
  const copies = [0, 10, 20].map((step) => ({ name: 'api' as const, port: ports.api + step }));
  await expect(ensureFree(copies)).resolves.toBeUndefined();
});

test('ports follow the environment, and a word is no port', () => {
  expect(chosenPorts({ API_PORT: '5000' })).toMatchObject({ api: 5000, storefront: 4300, postgres: 4305 });
  expect(() => chosenPorts({ OFFICE_PORT: 'mười' })).toThrow(/OFFICE_PORT="mười"/);
  expect(() => chosenPorts({ OFFICE_PORT: '70000' })).toThrow(Fault);
});
