import { randomUUID } from 'node:crypto';
import type { Grant } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { vi } from 'vitest';
import { events } from '../events.ts';
import { type Actor, type Authenticated, Authenticator } from '../platform/actor.ts';
import { Runner } from '../platform/runner.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import type { TestClock } from '../platform/testing.ts';
import { WorkImports } from './import-work.ts';

export interface Somebody {
  id: string;
  name: string;
}

export interface File {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** Listeners of this process are these and no others. */
export const heardOnly = (some: Partial<Subscriptions>): void =>
  subscribe({ ...Object.fromEntries(Object.keys(events).map((type) => [type, []])), ...some } as Subscriptions);

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** People of a commune office for tests: who they are is written down, so that work in their name finds their grants. */
export const office = (app: NestFastifyApplication, db: DataSource, clock: TestClock) => {
  const people = new Map<string, Actor>();
  vi.spyOn(app.get(Authenticator, { strict: false }), 'authenticate').mockImplementation(
    async (token) => (people.get(token) as Authenticated | undefined) ?? null,
  );
  let numbers = 350_000_000;
  const person = async (kind: 'person' | 'official', grants: Grant[], name = 'Trần Thị Mẫu'): Promise<Somebody> => {
    const id = randomUUID();
    await db.query('insert into identity.person (id, kind, phone, name, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      kind,
      `+84${++numbers}`,
      name,
      clock.now(),
    ]);
    for (const { role, producer = null, commune = null, province = null, hamlets = null, rights } of grants) {
      if (role === 'delegate') {
        await db.query(
          `insert into identity.delegation (id, producer, person, rights, valid_from, valid_until, evidence)
           values ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 day', 'own-hand')`,
          [randomUUID(), producer, id, rights, clock.now()],
        );
        continue;
      }
      await db.query(
        `insert into identity.access_grant (id, person, role, producer, commune, province, valid_from, hamlets)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [randomUUID(), id, role, producer, commune, province, clock.now(), hamlets],
      );
    }
    people.set(`token-${id}`, { kind, id, grants, sessionId: null, address: '203.0.113.7', requestId: randomUUID() });
    return { id, name };
  };
  const call = async (who: Somebody, method: Method, url: string, payload?: object) => {
    const headers = { authorization: `Bearer token-${who.id}` };
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const raw = async (who: Somebody, url: string): Promise<File> => {
    const { statusCode, headers, rawPayload } = await app.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer token-${who.id}` },
    });
    return { status: statusCode, headers, bytes: rawPayload };
  };
  const send = async (who: Somebody, bytes: Buffer, query: Record<string, string> = {}, id: string = randomUUID()) => {
    const words = new URLSearchParams({ commune: '07330', file: 'danh-sach.xlsx', ...query });
    const answer = await app.inject({
      method: 'PUT',
      url: `/imports/${id}?${words.toString()}`,
      headers: { authorization: `Bearer token-${who.id}`, 'content-type': 'application/octet-stream' },
      payload: bytes,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  /** What the worker does by itself. */
  const work = () => app.get(WorkImports, { strict: false }).run();
  const hear = async (): Promise<void> => {
    for (;;) {
      const due: { id: number; listener: string }[] = await db.query(
        'select id, listener from platform.outbox where dead_at is null order by id limit 500',
      );
      if (due.length === 0) return;
      for (const [listener, rows] of Map.groupBy(due, (row) => row.listener)) {
        await app.get(Runner, { strict: false }).run(
          listener,
          rows.map(({ id }) => id),
        );
      }
    }
  };
  return { person, call, raw, send, work, hear };
};
