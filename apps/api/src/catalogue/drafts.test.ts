import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { fact, market, person } from '../../../../tests/support/market.ts';
import { events, type EventType } from '../events.ts';
import { Authenticator } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { subscribe, type Subscriptions } from '../platform/outbox.ts';
import { TestClock, testEnv, testWeb } from '../platform/testing.ts';
import { CatalogueModule } from './catalogue.module.ts';
import { DeleteDraft } from './delete-draft.ts';
import { DraftQueries } from './draft.queries.ts';
import { ForgetDrafts } from './forget-drafts.ts';
import { ForgetPictures } from './forget-pictures.ts';
import { ForgetWriter } from './forget-writer.ts';
import { KeepDraft } from './keep-draft.ts';

const { url, db } = await freshDatabase();
testEnv({ DATABASE_URL: url });
subscribe(Object.fromEntries(Object.keys(events).map((type) => [type as EventType, []])) as unknown as Subscriptions);
const clock = new TestClock('2026-06-10T03:00:00Z');
const app = await testWeb({
  imports: [CatalogueModule],
  providers: [{ provide: Authenticator, useValue: { authenticate: async () => null } }],
  clock,
});
afterAll(() => app.close());
const the = market(app, app.get(DataSource));
const [keep, remove, drafts] = [app.get(KeepDraft), app.get(DeleteDraft), app.get(DraftQueries)];

/** An answer given so many minutes after the test began. */
const said = (field: string, value: string | number | string[] | null, minute = 0) => ({
  field,
  value,
  at: new Date(Date.parse('2026-06-10T02:00:00Z') + minute * 60_000).toISOString(),
});
const answersOf = ({ answers }: { answers: { field: string; value: unknown }[] }) =>
  Object.fromEntries(answers.map(({ field, value }) => [field, value]));

describe('a form on its way', () => {
  test('is kept answer by answer, from two phones, in whatever order they arrive', async () => {
    const seller = await the.seller();
    const id = randomUUID();
    const { producer } = seller;
    await keep.run(seller.actor, id, { producer, answers: [said('name', 'Vải u hồng', 5), said('price', 40_000, 1)] });
    const merged = await keep.run(seller.actor, id, {
      producer,
      answers: [said('name', 'Vải', 3), said('price', 45_000, 9), said('price', 44_000, 8)],
    });
    expect(answersOf(merged)).toEqual({ name: 'Vải u hồng', price: 45_000 });
    expect(await drafts.list(seller.actor)).toMatchObject({ items: [{ id, producer }] });
  });

  test('by a phone whose clock is years ahead does not win for ever', async () => {
    const seller = await the.seller();
    const id = randomUUID();
    const { producer } = seller;
    await keep.run(seller.actor, id, {
      producer,
      answers: [{ field: 'name', value: 'Vải', at: '2031-01-01T00:00:00.000Z' }],
    });
    clock.pass(10 * 60_000);
    const answers = [{ field: 'name', value: 'Nhãn', at: clock.now().toISOString() }];
    expect(answersOf(await keep.run(seller.actor, id, { producer, answers }))).toEqual({ name: 'Nhãn' });
  });

  test('is kept before the household is approved, and is nobody else’s', async () => {
    const producer = randomUUID();
    const waiting = person(producer);
    const id = randomUUID();
    await keep.run(waiting, id, { producer, answers: [said('name', 'Mật ong')] });
    expect(await drafts.get(waiting, id)).toMatchObject({ id });
    const sister = person(producer);
    await expect(drafts.get(sister, id)).rejects.toThrow('catalogue.not-found');
    await expect(keep.run(sister, id, { producer, answers: [said('name', 'Của tôi')] })).rejects.toThrow(
      'catalogue.not-found',
    );
    await expect(remove.run(sister, id)).rejects.toThrow('catalogue.not-found');
    await expect(
      keep.run(person(randomUUID()), randomUUID(), { producer, answers: [said('name', 'x')] }),
    ).rejects.toThrow('catalogue.not-found');
  });

  test('ends when it is handed in: what a phone sends later changes nothing', async () => {
    const seller = await the.seller();
    const id = randomUUID();
    const { producer, actor } = seller;
    await keep.run(actor, id, { producer, answers: [said('name', 'Vải')] });
    await the.listing(seller, { id });
    expect(await drafts.list(actor)).toEqual({ items: [] });
    const late = keep.run(actor, id, { producer, answers: [said('name', 'Nhãn', 99)] });
    await expect(late).rejects.toMatchObject({ code: 'catalogue.draft-ended', details: { ended: 'handed-in' } });
    await expect(remove.restore(actor, id)).rejects.toThrow('catalogue.draft-ended');
    expect(await db.query('select count(*)::int as n from catalogue.draft_answer where draft = $1', [id])).toEqual([
      { n: 0 },
    ]);
  });

  test('thrown away by mistake comes back, for a day; a phone that was away does not bring it back', async () => {
    const { actor, producer } = await the.seller();
    const id = randomUUID();
    await keep.run(actor, id, { producer, answers: [said('name', 'Vải')] });
    await remove.run(actor, id);
    await remove.run(actor, id);
    expect(await drafts.list(actor)).toEqual({ items: [] });
    await expect(keep.run(actor, id, { producer, answers: [said('price', 1, 99)] })).rejects.toMatchObject({
      details: { ended: 'deleted' },
    });
    expect(answersOf(await remove.restore(actor, id))).toEqual({ name: 'Vải' });
    await remove.run(actor, id);
    clock.pass(25 * 3_600_000);
    await app.get(ForgetDrafts).run();
    await expect(remove.restore(actor, id)).rejects.toThrow('catalogue.not-found');
  });

  test('goes with the data of whoever wrote it, when they are to be forgotten', async () => {
    const { actor, producer } = await the.seller();
    const other = person(producer);
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await keep.run(actor, mine, { producer, answers: [said('name', 'Vải')] });
    await keep.run(other, theirs, { producer, answers: [said('name', 'Nhãn')] });
    const event = fact('erasure.granted', randomUUID(), {
      at: clock.now(),
      data: { person: actor.id as string, producers: [] },
    });
    await inTx(app.get(DataSource), (tx) => app.get(ForgetWriter).handle([event], tx));
    await expect(drafts.get(actor, mine)).rejects.toThrow('catalogue.not-found');
    expect(await drafts.get(other, theirs)).toMatchObject({ id: theirs });
  });

  test('keeps its pictures as long as it is there', async () => {
    const { actor, producer } = await the.seller();
    const [named, loose] = [await the.picture(actor), await the.picture(actor)];
    await keep.run(actor, randomUUID(), { producer, answers: [said('pictures', [named])] });
    clock.pass(3 * 86_400_000);
    await app.get(ForgetPictures).run();
    const left = await db.query('select id from catalogue.picture where id = any($1::uuid[])', [[named, loose]]);
    expect(left).toEqual([{ id: named }]);
  });
});
