import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { expect } from 'vitest';
import { CatalogueModule } from '../catalogue/index.ts';
import { asker, type Somebody, Village } from '../identity/households.fixture.ts';
import { heardOnly, smsCompany } from '../identity/testing.ts';
import { photograph } from '../papers/testing.ts';
import { type dataSource, rows } from '../platform/database.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CaseloadModule } from './caseload.module.ts';

export type Body = Record<string, unknown>;

/** A commune with two hamlets: `helper` goes to Quất Du, `other` to Lò Nồi, and `away` to another commune. */
export const openField = async ({ url, db }: { url: string; db: ReturnType<typeof dataSource> }) => {
  const sms = await smsCompany();
  testEnv({ DATABASE_URL: url, ESMS_URL: sms.url });
  heardOnly({});
  const clock = new TestClock('2026-11-23T02:00:00Z');
  const app: NestFastifyApplication = await testWeb({ imports: [CatalogueModule, CaseloadModule], clock });
  const village = new Village(() => app, clock);
  const ask = asker(() => app);

  await rows(
    db,
    `insert into communes.hamlet (commune, slug, name, folded, former_folded, created_at)
   values ('07330', 'quat-du', 'Quất Du', 'quat du', '', now()), ('07330', 'lo-noi', 'Lò Nồi', 'lo noi', '', now())`,
  );

  const helper = await village.helper('07330', ['quat-du']);
  const other = await village.helper('07330', ['lo-noi']);
  const away = await village.helper('30076');

  const send = (who: Somebody, kind: string, household: string, body: Body, given: Body = {}) =>
    ask(who, 'POST', '/field/entries', {
      body: { id: randomUUID(), kind, household, at: clock.now().toISOString(), body, ...given },
    });

  let heads = 0;
  const names = ['An', 'Bình', 'Chi', 'Dũng', 'Em', 'Phú', 'Giang', 'Hà', 'Ích', 'Khánh', 'Lan', 'Minh', 'Nga', 'Oanh'];
  const newcomer = (given: Body = {}): Body => ({
    head: `Nguyễn Văn ${names[heads++ % names.length]} ${heads}`,
    phones: [village.newPhone()],
    commune: '07330',
    hamlet: 'quat-du',
    ...given,
  });

  const entered = async (given: Body = {}): Promise<{ id: string; phone: string }> => {
    const id = randomUUID();
    const body = newcomer(given);
    const answer = await send(helper, 'household', id, body);
    expect(answer.body).toMatchObject({ outcome: 'applied' });
    return { id, phone: (body.phones as string[])[0] ?? '' };
  };

  const kit = (await ask(helper, 'GET', '/field/kit')).body;
  const agreed = kit.texts
    .filter(({ required }: { required: boolean }) => required)
    .map(({ purpose, version }: { purpose: string; version: string }) => ({ purpose, version }));
  const agreement = (given: Body = {}): Body => ({
    reading: kit.reading.version,
    agreed,
    rights: ['producer.prepare', 'listing.publish'],
    ...given,
  });

  const slip = async (who: Somebody, household: string, bytes?: Buffer, paper: string = randomUUID()) => {
    const answer = await app.inject({
      method: 'PUT',
      url: `/field/households/${household}/slips/${paper}`,
      payload: bytes ?? (await photograph({ shade: Math.floor(Math.random() * 200) })),
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'image/jpeg' },
    });
    return { paper, status: answer.statusCode, body: answer.json<Body>() };
  };

  /** A household that let the helper write, by a signed slip. */
  const letIn = async (given: Body = {}) => {
    const household = await entered();
    const { paper } = await slip(helper, household.id);
    const answer = await send(helper, 'consent-slip', household.id, agreement({ paper, ...given }));
    expect(answer.body).toMatchObject({ outcome: 'applied' });
    return { ...household, paper };
  };

  const typed = (item: string, value: string, given: Body = {}): Body => ({
    item,
    value,
    at: clock.now().toISOString(),
    ...given,
  });
  const storyOf = async (id: string) =>
    (
      await rows<{ value: string }>(db, `select value from onboarding.answer where producer = $1 and item = 'story'`, [
        id,
      ])
    )[0]?.value;

  /** Puts a product of this household on sale, as far as it goes: its one picture does not exist. */
  const onSale = async (producer: string) => {
    await rows(
      db,
      `insert into catalogue.producer (id, kind, name, commune, commune_name, province, province_name)
     values ($1, 'household', 'Hộ', '07330', 'xã Phúc Hòa', '24', 'tỉnh Bắc Ninh') on conflict do nothing`,
      [producer],
    );
    await rows(
      db,
      `insert into catalogue.standing (producer, state, at, event) values ($1, 'approved', $2, $1) on conflict do nothing`,
      [producer, clock.now()],
    );
    const { status, body } = await ask(helper, 'POST', '/listings', {
      body: {
        id: randomUUID(),
        producer,
        commodity: 'lychee',
        name: 'Vải sấy',
        description: 'Vải sấy khô',
        unit: 'kg',
        price: 95_000,
        increment: 1_000,
        minimum: 1_000,
        quantity: 10_000,
        storage: 'ambient',
        origin: 'self_produced',
        pictures: [randomUUID()],
      },
    });
    return [status, body.code];
  };

  const close = async () => {
    await app.close();
    await sms.close();
  };

  return {
    app,
    clock,
    sms,
    village,
    ask,
    kit,
    agreed,
    helper,
    other,
    away,
    send,
    newcomer,
    entered,
    agreement,
    slip,
    letIn,
    typed,
    storyOf,
    onSale,
    close,
  };
};
