import { createCipheriv, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { subkey } from '../platform/crypto.ts';
import { rows } from '../platform/database.ts';
import { seal, unseal } from './device-key.ts';
import { ColdRoom, trace } from './testing.ts';

const { url } = await freshDatabase();
let room: ColdRoom;
beforeAll(async () => {
  room = await ColdRoom.open(url);
});
afterAll(() => room?.close());

const phucHoa = { role: 'commune-officer', commune: '07330' } as const;
const ask = async (path: string, authorization: string | undefined, payload: object) => {
  const answer = await room.app.inject({
    method: 'POST',
    url: path,
    payload,
    headers: authorization ? { authorization } : {},
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const register = (authorization: string | undefined, deviceId: string, commune = '07330') =>
  ask('/devices', authorization, { deviceId, model: 'Nhiệt kế tự ghi', commune });
const revoke = (authorization: string, deviceId: string) =>
  ask(`/devices/${deviceId}/revocation`, authorization, { reason: 'Mất trên đường' });

describe('an officer and her loggers', () => {
  test('registers one, is shown its key once, and it works', async () => {
    const { authorization, actor } = room.official(phucHoa);
    const { status, body } = await register(authorization, 'NK-0001');
    expect(status).toBe(200);
    expect(body).toEqual({ deviceId: 'NK-0001', key: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) });
    expect(
      (
        await room.send(
          { id: 'NK-0001', key: body.key as string },
          trace(5, () => 3),
        )
      ).status,
    ).toBe(202);
    expect(await room.told('NK-0001')).toMatchObject([
      { type: 'device.registered', data: { commune: '07330', model: 'Nhiệt kế tự ghi' } },
    ]);
    const [kept] = await rows(room.db, 'select * from coldchain.device where id = $1', ['NK-0001']);
    expect(kept).toMatchObject({ registered_by: actor.id, state: 'active' });
    expect(JSON.stringify(kept)).not.toContain(body.key);
  });

  test('cannot take a number twice, not even to see its key again', async () => {
    const { authorization } = room.official(phucHoa);
    await register(authorization, 'NK-0002');
    expect(await register(authorization, 'NK-0002')).toMatchObject({
      status: 409,
      body: { code: 'coldchain.device-known' },
    });
  });

  test('has only those of her own commune; a province has all of its communes', async () => {
    const hers = room.official(phucHoa);
    const theirs = room.official({ role: 'commune-officer', commune: '30076' });
    const province = room.official({ role: 'province-officer', province: '24' });
    expect(await register(theirs.authorization, 'NK-0003')).toMatchObject({
      status: 404,
      body: { code: 'communes.unknown' },
    });
    expect((await register(province.authorization, 'NK-0003')).status).toBe(200);
    expect(await register(province.authorization, 'NK-0004', '30076')).toMatchObject({ status: 404 });
    expect(await register(hers.authorization, 'NK-0004', '99999')).toMatchObject({ status: 404 });
    expect(await revoke(theirs.authorization, 'NK-0003')).toMatchObject({
      status: 404,
      body: { code: 'coldchain.not-found' },
    });
    expect((await revoke(hers.authorization, 'NK-0003')).status).toBe(200);
  });

  test('revokes one; twice is once', async () => {
    const { authorization } = room.official(phucHoa);
    const { body } = await register(authorization, 'NK-0005');
    expect(await revoke(authorization, 'NK-0005')).toEqual({ status: 200, body: { done: true } });
    expect(await revoke(authorization, 'NK-0005')).toEqual({ status: 200, body: { done: true } });
    expect((await room.told('NK-0005')).map(({ type }) => type)).toEqual(['device.registered', 'device.revoked']);
    expect(
      (
        await room.send(
          { id: 'NK-0005', key: body.key as string },
          trace(5, () => 3),
        )
      ).status,
    ).toBe(401);
  });

  test.each([
    ['nobody', undefined, 401],
    ['a producer', { role: 'producer', producer: '0197a000-0000-7000-8000-000000000001' } as const, 403],
  ])('%s may not', async (_, grant, status) => {
    const authorization = grant && room.official(grant).authorization;
    expect((await register(authorization, 'NK-0006')).status).toBe(status);
  });

  test.each(['nk-0007', 'NK 0007', 'NK', 'NK-0007'.repeat(5), 'NK-0007\n'])(
    '“%s” is not the number of a logger',
    async (id) => {
      const { authorization } = room.official(phucHoa);
      expect((await register(authorization, id)).status).toBe(422);
    },
  );
});

describe('a key as it is kept', () => {
  test('opens for its own device only, and not when it was touched', async () => {
    const sealed = await seal('NK-1', 'a key');
    expect(await unseal('NK-1', sealed)).toBe('a key');
    expect(await seal('NK-1', 'a key')).not.toBe(sealed);
    await expect(unseal('NK-2', sealed)).rejects.toThrow('another place');
    const parts = sealed.split('.');
    const body = parts.pop() ?? '';
    const touched = `${body.startsWith('A') ? 'B' : 'A'}${body.slice(1)}`;
    await expect(unseal('NK-1', [...parts, touched].join('.'))).rejects.toThrow('another place');
  });

  test('that was kept in the former way still opens, for its own device only', async () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', subkey('device-key'), nonce).setAAD(Buffer.from('NK-1'));
    const text = Buffer.concat([cipher.update('a key', 'utf8'), cipher.final()]);
    const kept = (tag: Buffer) => [nonce, text, tag].map((part) => part.toString('base64url')).join('.');
    expect(await unseal('NK-1', kept(cipher.getAuthTag()))).toBe('a key');
    await expect(unseal('NK-2', kept(cipher.getAuthTag()))).rejects.toThrow(/authenticate/);
    await expect(unseal('NK-1', kept(cipher.getAuthTag().subarray(0, 8)))).rejects.toThrow('not a sealed device key');
  });
});
