import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inRoot } from '../../infra/local/paths.ts';
import type { System } from '../../infra/local/system.ts';
import { ask, benchSystem } from './bench-system.ts';
import { fillPeople, households, officials, type Official } from './crowd.ts';
import { hammer, report } from './measure.ts';

const run = promisify(execFile);
const rowsOfSheet = 5_000;

/** What an official's day asks for, with 50,000 households and 300 officials in 34 provinces: caseload, queue, import. */
export const people = async (): Promise<boolean> => {
  const system = await benchSystem();
  try {
    const { crowd, fresh } = await fillPeople(system.databaseUrl);
    if (fresh) {
      await operate(system, 'caseload', 'rebuild');
      await ask(system.databaseUrl, 'analyze');
    }
    console.log(JSON.stringify({ bench: 'people', households, officials, provinces: 34 }));
    const results = [
      await hammer(
        'caseload of communes',
        system.urls.api!,
        caseloads(crowd, 'commune'),
        { connections: 16 },
        { p95: 80 },
      ),
      await hammer(
        'caseload of provinces',
        system.urls.api!,
        caseloads(crowd, 'province'),
        { connections: 16 },
        { p95: 80 },
      ),
      await hammer('queue of applications', system.urls.api!, queues(crowd), { connections: 16 }, { p95: 80 }),
      await imported(system, crowd),
    ];
    return results.every(Boolean);
  } finally {
    await system.stop();
  }
};

const operate = (system: System, ...words: string[]) =>
  run(process.execPath, ['dist/src/operate.js', ...words], {
    cwd: inRoot('apps/api'),
    env: { ...process.env, ...system.env, NODE_ENV: 'production' },
  });

const caseloads = (crowd: Official[], level: Official['level']) =>
  crowd
    .filter((official) => official.level === level)
    .flatMap(({ token }, index) => [
      { token, path: '/caseload' },
      { token, path: `/caseload?stuck=identity&page=${1 + (index % 2)}` },
      { token, path: '/caseload?status=returned&sort=name' },
      { token, path: `/caseload?words=${encodeURIComponent('nguoi do')}` },
    ]);

const queues = (crowd: Official[]) =>
  crowd.flatMap(({ token }, index) => [
    { token, path: '/applications?status=submitted' },
    { token, path: `/applications?status=active&page=${1 + (index % 3)}` },
  ]);

/** A commune's list of 5,000 households: handed in, looked through, entered; how far it is can be seen all the time. */
const imported = async (system: System, crowd: Official[]): Promise<boolean> => {
  const officer = crowd.find(({ level }) => level === 'commune') as Official;
  const headers = { authorization: `Bearer ${officer.token}` };
  const id = randomUUID();
  const asked = async (method: string, path: string, body?: Buffer) => {
    const answer = await fetch(system.urls.api! + path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'text/csv' } : {}) },
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { state: string; rowsDone: number };
  };
  const began = performance.now();
  const steps = new Set<number>();
  const until = async (...states: string[]) => {
    for (;;) {
      const seen = await asked('GET', `/imports/${id}`);
      steps.add(seen.rowsDone);
      if (states.includes(seen.state)) return performance.now() - began;
      if (performance.now() - began > 120_000) throw new Error(`the import stands at ${JSON.stringify(seen)}`);
      await sleep(200);
    }
  };
  await asked('PUT', `/imports/${id}?commune=${officer.place}&file=danh-sach.csv`, sheet());
  const checked = await until('checked', 'mapping');
  await asked('POST', `/imports/${id}/entry`);
  const done = await until('done');
  return report(
    {
      bench: 'import of a household list',
      rows: rowsOfSheet,
      secondsToDryRun: Math.round(checked / 100) / 10,
      seconds: Math.round(done / 100) / 10,
      progressSeen: steps.size,
      perSecond: Math.round(rowsOfSheet / (done / 1_000)),
      p50: 0,
      p95: Math.round(done),
      errors: steps.size > 2 ? 0 : 1,
    },
    { p95: 30_000 },
  );
};

/** Names and numbers nobody has had before, so that every row is a new household. */
const sheet = (): Buffer => {
  const base = Date.now() % 1_000_000;
  const lines = Array.from({ length: rowsOfSheet }, (_, row) => {
    const phone = `08${String((base * 61 + row * 7) % 100_000_000).padStart(8, '0')}`;
    return `Hộ ${base} ${row};Thôn ${row % 15};${phone.replace(/^08[0-57]/, '086')};Vải thiều`;
  });
  return Buffer.from(`Họ tên chủ hộ;Thôn/Ấp;Số điện thoại;Sản phẩm\n${lines.join('\n')}\n`);
};
