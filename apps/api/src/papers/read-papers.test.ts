import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../../tests/support/database.ts';
import { rows } from '../platform/database.ts';
import { Desk, type Someone } from './testing.ts';

const fresh = await freshDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(fresh);
});
afterAll(() => desk?.close());

const delegateOf = (producer: string) =>
  desk.someone('person', [{ role: 'delegate', producer, rights: ['paper.hand-in'] }]);
const page = (who: Someone | undefined, producer: string, id: string) =>
  desk.ask(who, 'GET', `/producers/${producer}/papers/${id}/pages/1`);

describe('who may read a paper', () => {
  test('for every role: a certificate, and the front of a citizen card', async () => {
    const { producer, head } = await desk.household();
    const elsewhere = await desk.household('07333');
    const handing = delegateOf(producer);
    const certificate = await desk.paper(head, producer);
    const card = await desk.paper(head, producer, 'citizen-card-front');
    const ownCard = await desk.paper(handing, producer, 'citizen-card-back');
    const through = {
      head,
      member: desk.someone('person', [{ role: 'household-member', producer }]),
      handing,
      otherDelegate: delegateOf(producer),
      delegateForGoods: desk.someone('person', [{ role: 'delegate', producer, rights: ['listing.publish'] }]),
      neighbour: elsewhere.head,
      buyer: desk.someone('person', []),
      helper: desk.someone('person', [{ role: 'helper', commune: '07330' }]),
      officer: desk.someone('official', [{ role: 'commune-officer', commune: '07330' }]),
    };
    const asOwn: Record<string, number[]> = {};
    for (const [role, who] of Object.entries(through)) {
      asOwn[role] = [];
      for (const id of [certificate, card, ownCard]) asOwn[role].push((await page(who, producer, id)).status);
    }
    expect(asOwn).toEqual({
      head: [200, 200, 200],
      member: [200, 200, 200],
      handing: [200, 404, 200],
      otherDelegate: [200, 404, 404],
      delegateForGoods: [403, 403, 403],
      neighbour: [404, 404, 404],
      buyer: [403, 403, 403],
      helper: [403, 403, 403],
      officer: [403, 403, 403],
    });
    expect((await page(undefined, producer, certificate)).status).toBe(401);
    expect(await desk.looks(handing)).toEqual([
      { subject: producer, purpose: 'paper.read' },
      { subject: producer, purpose: 'paper.read' },
    ]);

    const official = {
      officer: through.officer,
      provinceOfficer: desk.someone('official', [{ role: 'province-officer', province: '24' }]),
      inspector: desk.someone('official', [{ role: 'inspector', province: '24' }]),
      officerElsewhere: desk.someone('official', [{ role: 'commune-officer', commune: '07333' }]),
      inspectorElsewhere: desk.someone('official', [{ role: 'inspector', province: '01' }]),
      moderator: desk.someone('official', [{ role: 'moderator', province: '24' }]),
      accountant: desk.someone('official', [{ role: 'accountant', province: '24' }]),
      centralViewer: desk.someone('official', [{ role: 'central-viewer' }]),
      operator: desk.someone('official', [{ role: 'operator' }]),
      helper: through.helper,
      head,
    };
    const asOfficial: Record<string, number[]> = {};
    for (const [role, who] of Object.entries(official)) {
      asOfficial[role] = [];
      for (const id of [certificate, card])
        asOfficial[role].push((await desk.ask(who, 'GET', `/papers/${id}/pages/1`)).status);
    }
    expect(asOfficial).toEqual({
      officer: [200, 200],
      provinceOfficer: [200, 200],
      inspector: [200, 404],
      officerElsewhere: [404, 404],
      inspectorElsewhere: [404, 404],
      moderator: [403, 403],
      accountant: [403, 403],
      centralViewer: [403, 403],
      operator: [403, 403],
      helper: [403, 403],
      head: [403, 403],
    });
    expect(await desk.looks(through.officer)).toEqual([
      { subject: producer, purpose: 'paper.read' },
      { subject: producer, purpose: 'paper.read' },
    ]);
    expect(await desk.looks(official.officerElsewhere)).toEqual([]);
  });

  test('a delegate is not shown in the list what she may not see', async () => {
    const { producer, head } = await desk.household();
    const certificate = await desk.paper(head, producer);
    await desk.paper(head, producer, 'citizen-card-front');
    const { body } = await desk.ask(delegateOf(producer), 'GET', `/producers/${producer}/papers`);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([certificate]);
  });

  test("a delegate hands in for the household, and it is on record that it was not the household's own hand", async () => {
    const { producer } = await desk.household();
    const handing = delegateOf(producer);
    const id = await desk.paper(handing, producer);
    const [fact] = await rows(desk.db, `select actor_id, on_behalf_of from platform.event where subject = $1`, [id]);
    expect(fact).toEqual({ actor_id: handing.id, on_behalf_of: producer });
  });
});
