import { randomUUID } from 'node:crypto';
import type { Grant } from '@chophien/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { office, type Somebody } from '../caseload/testing.ts';
import type { TestClock } from '../platform/testing.ts';
import { xlsxOf, type Written } from '../platform/spreadsheet/write.ts';
import { WorkSheets } from './work-sheets.ts';

/** A cooperative's people with their sheets, as they are at the API. */
export const stallOf = (app: NestFastifyApplication, db: DataSource, clock: TestClock) => {
  const { person, call, raw } = office(app, db, clock);

  /** Somebody of a producer that identity knows by name. */
  const manager = async (
    producer: string,
    name = 'Hợp tác xã Phúc Hòa',
    role: Grant['role'] = 'cooperative-manager',
  ) => {
    await db.query(
      `insert into identity.producer (id, kind, name, commune, province, folded, entered_how, created_at)
       values ($1, 'cooperative', $2, '07330', '24', lower($2), 'self', $3) on conflict do nothing`,
      [producer, name, clock.now()],
    );
    return person('person', [{ role, producer }]);
  };
  const send = async (
    who: Somebody,
    producer: string,
    { bytes, id = randomUUID(), ...query }: { bytes: Buffer; id?: string; file?: string; continues?: string },
  ) => {
    const words = new URLSearchParams({ producer, file: 'bang-hang.xlsx', ...query });
    const answer = await app.inject({
      method: 'PUT',
      url: `/goods-sheets/${id}?${words.toString()}`,
      headers: { authorization: `Bearer token-${who.id}`, 'content-type': 'application/octet-stream' },
      payload: bytes,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  /** What the worker does by itself. */
  const work = () => app.get(WorkSheets, { strict: false }).run();

  return { manager, person, call, raw, send, work };
};

/** A price list of these rows. */
export const priceList = (heads: readonly string[], rows: readonly (readonly Written[])[]): Buffer =>
  xlsxOf('Hàng', [heads, ...rows]);
