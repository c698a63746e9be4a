import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { aboutInLog, inLog, logOptions, nameInLog } from './log.ts';

const written: string[] = [];
const log = pino({ ...logOptions, level: 'trace' }, { write: (line: string) => void written.push(line) });
const last = () => JSON.parse(written.at(-1) ?? '{}') as Record<string, unknown>;

describe('a line of the log', () => {
  test('says whose request it is and what it is about, also when two happen at once', async () => {
    const work = (requestId: string, id: string) =>
      inLog({ requestId }, async () => {
        nameInLog({ kind: 'person', id, grants: [], sessionId: 's', address: '::1', requestId });
        await sleep(5);
        aboutInLog(`order-of-${id}`);
        await sleep(5);
        log.info('kept');
        return last();
      });
    const [first, second] = await Promise.all([work('r1', 'lan'), work('r2', 'hoa')]);
    expect(first).toMatchObject({ requestId: 'r1', actor: 'person:lan', subject: 'order-of-lan' });
    expect(second).toMatchObject({ requestId: 'r2', actor: 'person:hoa', subject: 'order-of-hoa' });
    log.info('outside');
    expect(last()).not.toHaveProperty('actor');
  });

  test('never shows what opens something or names someone', () => {
    const canary = {
      phone: '0900000991',
      code: '493817',
      token: 'tok-CANARY',
      authorization: 'Bearer CANARY',
      password: 'CANARY',
    };
    log.info(canary, 'a');
    log.info({ request: canary }, 'b');
    log.info({ request: { headers: canary } }, 'c');
    const driver = Object.assign(new Error('invalid input syntax for type bigint: "0900000991"'), {
      code: '22P02',
      detail: 'Key (phone)=(0900000991) already exists.',
    });
    log.error({ err: new QueryFailedError('select * from person where phone = $1', ['0900000991'], driver) }, 'd');
    const text = written.slice(-4).join('');
    expect(text).not.toMatch(/CANARY|0900000991|493817/);
    expect(last()).toMatchObject({ err: { type: 'QueryFailedError', kind: '22P02' } });
  });
});
