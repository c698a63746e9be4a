import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@chophien/contracts';
import type { Actor } from '../../apps/api/src/platform/actor.ts';
import { env } from '../../apps/api/src/platform/env.ts';
import { type House, photograph, type World } from './house.ts';
import { sample } from './sample.ts';

/** A world and the things in it that addresses name. */
export interface Filled extends World {
  ids: Record<Kind, string>;
}

type Kind =
  | 'paper'
  | 'support'
  | 'authority'
  | 'data'
  | 'course'
  | 'session'
  | 'person'
  | 'role'
  | 'import'
  | 'goodsSheet'
  | 'recovery'
  | 'device'
  | 'export'
  | 'hamlet'
  | 'visit'
  | 'invitation'
  | 'delegation'
  | 'rule'
  | 'key'
  | 'synonym'
  | 'message'
  | 'money'
  | 'statement'
  | 'payout'
  | 'payoutLine'
  | 'soldOut'
  | 'supply'
  | 'draft'
  | 'certificate'
  | 'away'
  | 'claim'
  | 'review'
  | 'complaint';

let visitors = 0;

/** One request, from an address nobody else has. */
export const ask = async (
  house: House,
  { method, path }: { method: Endpoint['method']; path: string },
  {
    as,
    body,
    bytes,
  }: { as?: Actor | undefined; body?: unknown; bytes?: { type: string; data: Buffer } | undefined } = {},
): Promise<{ status: number; text: string }> => {
  visitors += 1;
  const answer = await house.trade.app.inject({
    method,
    url: path,
    headers: {
      'x-site-key': env().SITE_KEY,
      'x-client-address': `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`,
      ...(as ? { authorization: `Bearer ${as.sessionId}` } : {}),
      ...(bytes ? { 'content-type': bytes.type } : {}),
    },
    ...(bytes ? { payload: bytes.data } : body === undefined ? {} : { payload: body as object }),
  });
  return { status: answer.statusCode, text: answer.body };
};

/** Makes in a world one of each thing that an address names, through the API and by its own people. */
export const fill = async (house: House, world: World): Promise<Filled> => {
  const { commune, province, producer, owner, cooperative } = world;
  const officer = await house.caller('commune-officer', world);
  const provincial = await house.caller('province-officer', world);
  const operator = await house.caller('operator', world);
  const id = Object.fromEntries(
    [
      'paper',
      'support',
      'authority',
      'data',
      'course',
      'session',
      'import',
      'goodsSheet',
      'recovery',
      'visit',
      'invitation',
      'delegation',
      'rule',
      'export',
      'message',
      'money',
      'statement',
      'payout',
      'payoutLine',
      'soldOut',
      'supply',
      'draft',
      'synonym',
      'certificate',
      'complaint',
      'away',
      'claim',
      'review',
    ].map((kind) => [kind, randomUUID()]),
  ) as Record<Kind, string>;
  const made = async (
    as: Actor | undefined,
    method: Endpoint['method'],
    path: string,
    body?: unknown,
    bytes?: { type: string; data: Buffer },
  ) => {
    const { status, text } = await ask(house, { method, path }, { as, body, bytes });
    if (status >= 300) throw new Error(`${method} ${path} of ${world.place}: ${status} ${text}`);
    return text ? (JSON.parse(text) as Record<string, never>) : {};
  };
  const phone = (await house.trade.db.query('select phone from identity.person where id = $1', [owner.id]))[0].phone;
  const picture = { type: 'image/jpeg', data: await photograph() };
  const sheet = {
    type: 'text/csv',
    data: Buffer.from('Họ tên chủ hộ;Thôn;Số điện thoại\nNguyễn Văn Mẫu;Thôn Mẫu;0970009999\n'),
  };

  await made(owner, 'PUT', `/pictures/${world.picture}`, undefined, picture);
  const photo = randomUUID();
  await made(owner, 'PUT', `/pictures/${photo}`, undefined, picture);
  const certificate = { kind: 'vietgap', number: `Số ${world.place}`, issuer: world.name, issuedOn: '2026-01-05' };
  await made(owner, 'POST', '/certificates', { id: id.certificate, producer, ...certificate, picture: photo });
  await made(owner, 'PUT', `/me/away/${id.away}`, { producer, from: '2026-12-01', to: '2026-12-03' });
  await made(owner, 'PUT', `/producers/${producer}/papers/${id.paper}?kind=other`, undefined, picture);
  await made(owner, 'POST', '/support/requests', {
    id: id.support,
    topic: 'khac',
    text: `Nhờ giúp ${world.name}`,
    commune,
    producer,
  });
  await made(owner, 'POST', '/complaints', {
    id: id.complaint,
    topic: 'khac',
    text: `Khiếu nại ${world.name}`,
    about: { producer },
  });
  await made(owner, 'POST', '/me/data-requests', { id: id.data, kind: 'correct', text: `Sửa tên ${world.name}` });
  await made(owner, 'POST', `/producers/${producer}/invitations`, {
    id: id.invitation,
    phone: '0979999999',
    role: 'household-member',
  });
  await made(owner, 'POST', `/channels/buudien/exports`, { id: id.export, producer }).catch(() => undefined);
  await made(owner, 'POST', `/listings/${world.offer}/stock/sold-out`, { id: id.soldOut });
  await made(owner, 'DELETE', `/listings/${world.offer}/stock/sold-out/${id.soldOut}`);
  const answer = { field: 'name', value: `Nháp của ${world.name}`, at: '2026-11-23T01:00:00.000Z' };
  await made(owner, 'PUT', `/listing-drafts/${id.draft}`, { producer, answers: [answer] });
  const letter = {
    kind: 'data',
    authority: 'Chi cục Thuế',
    document: 'Số 1',
    scope: `Việc của ${world.name}`,
    province,
    producer,
    receivedAt: '2026-11-23T01:00:00.000Z',
  };
  await made(provincial, 'PUT', `/authority/requests/${id.authority}`, letter);
  const course = {
    title: 'Khóa thử',
    content: 'Nội dung',
    hours: 4,
    province,
    validFrom: '2026-01-01',
    validTo: null,
    legalRef: 'Kế hoạch',
  };
  await made(provincial, 'PUT', `/training/courses/${id.course}`, course);
  const times = { startsAt: '2026-11-23T01:30:00.000Z', endsAt: '2026-11-23T09:00:00.000Z' };
  await made(officer, 'PUT', `/training/sessions/${id.session}`, {
    course: id.course,
    commune,
    place: `Nhà ${world.name}`,
    ...times,
  });
  await made(officer, 'POST', '/recoveries', {
    id: id.recovery,
    oldPhone: phone,
    newPhone: `09788${String(Math.random()).slice(2, 7)}`,
    reason: 'Mất máy',
    cardSeen: true,
  });
  await made(officer, 'PUT', `/imports/${id.import}?commune=${commune}&file=ho.csv`, undefined, sheet);
  await made(owner, 'PUT', `/goods-sheets/${id.goodsSheet}?producer=${producer}&file=hang.csv`, undefined, {
    type: 'text/csv',
    data: Buffer.from(`Tên hàng;Giá\nVải ${world.name};25k\n`),
  });
  id.device = `LOG-${world.place.toUpperCase()}`;
  await made(officer, 'POST', '/devices', { deviceId: id.device, model: 'Mẫu', commune });
  const hamlet = await made(officer, 'POST', `/communes/${commune}/hamlets`, { name: `Thôn ${world.place}` });
  id.hamlet = ((hamlet.items as { slug: string }[] | undefined)?.at(-1)?.slug ?? hamlet.slug) as string;
  const keeper = await made(officer, 'POST', '/roles', {
    phone: `09777${String(Math.random()).slice(2, 7)}`,
    name: `Thủ kho ${world.place}`,
    role: 'keeper',
    commune,
  });
  id.person = keeper.person as unknown as string;
  id.role = (await house.trade.db.query('select id from identity.access_grant where person = $1', [id.person]))[0].id;
  await house.trade.settle();
  await made(officer, 'PUT', `/caseload/${producer}/visits/${id.visit}`, { day: '2026-11-25' });
  await house.trade.db.query(
    "insert into identity.cooperative_member (cooperative, household, since, evidence) values ($1, $2, $3, 'own-hand')",
    [cooperative, producer, house.trade.clock.now()],
  );
  await made(owner, 'POST', `/listings/${world.groupOffer}/supplies`, {
    id: id.supply,
    supplier: producer,
    grade: 'first',
    quantity: 5_000,
  });
  await made(owner, 'POST', `/producers/${producer}/delegations`, { id: id.delegation, ...delegation(cooperative) });
  await house.trade.db.query(
    `insert into notifications.message (id, event_id, kind, recipient, producer, text, sms, fields, at)
     values ($1, $1, 'producer-approved', 'phone 0', $2, 'Đã duyệt.', 'Da duyet.', '{}', $3)`,
    [id.message, producer, house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into platform.delivery (listener, event_id, provider, key, state, attempts, at)
     values ('SendMessages', $1::uuid, 'sms', $1::uuid::text, 'failed', 8, $2)`,
    [id.message, house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into payments.task (id, kind, subject, order_code, provinces, amount, opened_at)
     values ($1, 'suspected', $1, $2, $3, 50000, $4)`,
    [id.money, world.name, [province], house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into ordering.claim (id, order_id, parcel_id, kind, words, opened_at, answer_by)
     select $1, order_id, id, 'damaged', $3, $4, $4 from ordering.parcel where id = $2`,
    [id.claim, world.parcel, world.name, house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into ordering.review (id, order_id, offer, stars, words, author, at, state)
     select $1, order_id, offer, 5, $3, 'Mẫu', $4, 'waiting' from ordering.order_line where parcel_id = $2 limit 1`,
    [id.review, world.parcel, world.name, house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into payments.statement (id, provider, province, day, file_name, hash, imported_by, at)
     values ($1::uuid, 'vnpay', $2, '2026-11-22', $3, $1::text, $1::uuid, $4)`,
    [id.statement, province, world.name, house.trade.clock.now()],
  );
  await house.trade.db.query(
    `insert into settlement.payout_batch (id, province, up_to, state, made_by, made_at, approved_by, approved_at)
     values ($1, $2, $3, 'approved', $4, $3, $5, $3)`,
    [id.payout, province, house.trade.clock.now(), randomUUID(), randomUUID()],
  );
  await house.trade.db.query(
    `insert into settlement.payout (id, batch, producer, producer_name, amount, state) values ($1, $2, $3, $4, 50000, 'waiting')`,
    [id.payoutLine, id.payout, producer, world.name],
  );
  await made(operator, 'PUT', `/search/synonyms/${id.synonym}`, synonym);
  if (operator) id.key = randomUUID();
  return { ...world, ids: id };
};

/** Of nobody's area: words that mean the same to all buyers. */
const synonym = { words: ['món thử', 'hàng thử'], source: 'Để thử', validFrom: '2027-01-01' };

const delegation = (cooperative: string) => ({
  to: { kind: 'cooperative', id: cooperative },
  rights: ['listing.publish'],
  until: '2027-06-01',
});

/** What the `:id` of an address names, by how the address begins. */
const subjects: [start: RegExp, of: (world: Filled) => Record<string, string>][] = [
  [/^\/producers\/:producer\/papers\/:id/, ({ producer, ids }) => ({ producer, id: ids.paper, page: '1' })],
  [/^\/producers\/:producer\/(statements|sales)/, ({ producer, parcel }) => ({ producer, parcel, month: '2026-11' })],
  [/^\/producers\/:producer/, ({ producer }) => ({ producer })],
  [
    /^\/(producers|applications|caseload)\/:id/,
    ({ producer, owner, cooperative, ids }) => ({
      id: producer,
      visit: ids.visit,
      requirement: 'identity',
      purpose: 'messages',
      delegation: ids.delegation,
      invitation: ids.invitation,
      person: owner.id as string,
      cooperative,
    }),
  ],
  [/^\/training\/households\/:id/, ({ producer }) => ({ id: producer })],
  [/^\/training\/sessions\/:id/, ({ producer, ids }) => ({ id: ids.session, producer })],
  [/^\/training\/courses\/:id/, ({ ids }) => ({ id: ids.course })],
  [/^\/cooperatives\/:id/, ({ producer, cooperative }) => ({ id: cooperative, household: producer })],
  [/^\/(me\/)?parcels\/:id/, ({ parcel }) => ({ id: parcel, note: randomUUID() })],
  [/^\/(me\/)?order-claims\/:id/, ({ ids }) => ({ id: ids.claim, photo: randomUUID() })],
  [/^\/(me\/)?buyer-reviews\/:id/, ({ ids }) => ({ id: ids.review })],
  [/^\/me\/away\/:id/, ({ ids }) => ({ id: ids.away })],
  [/^\/listings\/:id\/supplies/, ({ groupOffer, ids }) => ({ id: groupOffer, supply: ids.supply })],
  [/^\/listings\/:id\/dates/, ({ offer }) => ({ id: offer, date: randomUUID(), booking: randomUUID() })],
  [/^\/(me\/)?listings\/:id/, ({ offer, ids }) => ({ id: offer, movement: ids.soldOut })],
  [/^\/listing-reviews\/:id/, ({ offer }) => ({ id: offer })],
  [/^\/listing-drafts\/:id/, ({ ids }) => ({ id: ids.draft })],
  [/^\/certificates\/:id/, ({ ids }) => ({ id: ids.certificate })],
  [/^\/papers\/:id/, ({ ids }) => ({ id: ids.paper, page: '1' })],
  [/^\/(support\/requests|me\/support)\/:id/, ({ ids }) => ({ id: ids.support })],
  [/^\/(complaint-cases|me\/complaints-about)\/:id/, ({ ids }) => ({ id: ids.complaint })],
  [/^\/authority\/requests\/:id/, ({ ids }) => ({ id: ids.authority })],
  [/^\/messages\/:id/, ({ ids }) => ({ id: ids.message })],
  [/^\/settlement\/producers\/:producer/, ({ producer }) => ({ producer, month: '2026-11' })],
  [/^\/settlement\/months\/:province/, ({ province }) => ({ province, month: '2026-10' })],
  [/^\/settlement\/sales\/:parcel/, ({ parcel }) => ({ parcel })],
  [/^\/settlement\/payouts\/:id/, ({ ids }) => ({ id: ids.payout, line: ids.payoutLine })],
  [/^\/payments\/statements\/:id/, ({ ids }) => ({ id: ids.statement })],
  [/^\/payments\/tasks\/:id/, ({ ids }) => ({ id: ids.money })],
  [/^\/data-requests\/:id/, ({ ids }) => ({ id: ids.data })],
  [/^\/recoveries\/:id/, ({ ids }) => ({ id: ids.recovery })],
  [/^\/imports\/:id/, ({ ids }) => ({ id: ids.import })],
  [/^\/goods-sheets\/:id/, ({ ids }) => ({ id: ids.goodsSheet, row: '1-2' })],
  [/^\/people\/:id/, ({ ids }) => ({ id: ids.person })],
  [/^\/roles\/:id/, ({ ids }) => ({ id: ids.role })],
  [/^\/search\/synonyms\/:id/, ({ ids }) => ({ id: ids.synonym })],
  [/^\/partner-keys\/:id/, ({ ids }) => ({ id: ids.key })],
  [/^\/rules\/drafts\/:id/, ({ ids }) => ({ id: ids.rule })],
  [/^\/assessment\/communes\/:code/, ({ commune }) => ({ code: commune, indicator: 'sales-value' })],
  [/^\/communes\/:commune/, ({ commune, ids }) => ({ commune, slug: ids.hamlet })],
  [/^\/watch\/parcels\/:code/, ({ heldCode }) => ({ code: heldCode })],
  [/^\/devices\/:deviceId/, ({ ids }) => ({ deviceId: ids.device })],
  [/^\/channel-exports\/:id/, ({ ids }) => ({ id: ids.export })],
  [/^\/channels\/:id/, () => ({ id: 'buudien' })],
  [/^\/pictures\/:id/, ({ picture }) => ({ id: picture })],
  [/^\/field\/households\/:id/, ({ producer }) => ({ id: producer, paper: randomUUID() })],
  [/^\/tours\/:day/, () => ({ day: '2026-11-25' })],
  [
    /^\/me\/(sessions|invitations|delegations|claims|recoveries)\/:id/,
    () => ({ id: randomUUID(), session: randomUUID() }),
  ],
];

/** Inputs that are about somebody: whose, and what a shape alone does not say. */
const bodies: Record<string, (world: Filled) => object> = {
  addSynonym: () => synonym,
  endSynonym: () => ({ validTo: '2027-02-01' }),
  exportListings: ({ producer }) => ({ id: randomUUID(), producer }),
  receiveSupply: ({ producer }) => ({ supplier: producer }),
  publishListing: ({ producer }) => ({ producer, quantity: 1_000 }),
  keepListingDraft: ({ producer }) => ({ producer }),
  approveListings: ({ offer }) => ({ listings: [{ id: offer, version: 1 }] }),
  declareCertificate: ({ producer }) => ({ producer, kind: 'vietgap', issuedOn: '2026-01-05' }),
  decideCertificate: () => ({ decision: 'verified' }),
  askSupport: ({ commune }) => ({ commune, topic: 'khac' }),
  planTraining: ({ commune, ids }) => ({
    commune,
    course: ids.course,
    startsAt: '2026-11-24T01:00:00.000Z',
    endsAt: '2026-11-24T03:00:00.000Z',
  }),
  enterAttendees: ({ producer }) => ({ producers: [producer] }),
  attendTraining: ({ producer }) => ({ producer }),
  writeCourse: ({ province }) => ({ province, validFrom: '2026-01-01', validTo: null }),
  enterAuthorityRequest: ({ province }) => ({ province }),
  registerDevice: ({ commune, place }) => ({ commune, deviceId: `LOG-${place.toUpperCase()}-2` }),
  appointPerson: ({ commune, province }) => ({ commune, province }),
  startApplication: ({ commune }) => ({ commune }),
  declare: () => ({ id: randomUUID(), kind: 'households', value: 100, document: 'Số 1', validFrom: '2026-01-01' }),
  inviteToProducer: () => ({ phone: '0979999998' }),
  addPhone: () => ({ phone: '0979999997' }),
  removePhone: () => ({ phone: '0979999997' }),
  proveIdentity: () => ({ fullName: 'Nguyễn Văn Mẫu', citizenNumber: '001080000001', birthDate: '1980-01-01' }),
  setTaxCode: () => ({ taxCode: '0100109106' }),
  decideClaim: () => ({ amount: 1_000, reason: 'Ảnh cho thấy hàng hỏng' }),
  answerClaim: () => ({ words: 'Hàng gửi đi còn tươi' }),
  decideReview: () => ({ show: true }),
  setAway: ({ producer }) => ({ producer, from: '2026-12-01', to: '2026-12-03' }),
  packParcel: () => ({ harvestedOn: '2026-11-22' }),
  noteVisit: () => ({ day: '2026-11-22' }),
  signSkills: () => ({ skills: ['list'] }),
  saveAnswers: () => ({ answers: [{ item: 'note', value: 'Ghi chú', at: '2026-11-23T01:00:00.000Z' }] }),
  giveDelegation: ({ cooperative }) => ({ id: randomUUID(), ...delegation(cooperative) }),
  assignCases: ({ commune, producer }) => ({ helper: null, commune, households: [producer] }),
};

const queries: Record<string, (world: Filled) => object> = {
  putPaper: () => ({ kind: 'other' }),
  putStatement: () => ({ provider: 'vnpay', day: '2026-11-22', file: 'bang-ke.csv' }),
  putGoodsSheet: ({ producer }) => ({ producer, file: 'hang.csv' }),
  putImport: ({ commune }) => ({ commune, file: 'ho.csv' }),
};

/** The address of a thing of a world. @throws when nobody said what its parameters name */
export const addressOf = (name: string, { path, query }: Endpoint, world: Filled): string => {
  const [, subject] = subjects.find(([start]) => start.test(path)) ?? [];
  const values = subject?.(world) ?? {};
  const filled = path.replaceAll(/:(\w+)/g, (_, parameter: string) => {
    const value = values[parameter];
    if (value === undefined) throw new Error(`${name}: nobody said what :${parameter} of ${path} names`);
    return value;
  });
  const asked = { ...(query ? (sample(query) as object) : {}), ...queries[name]?.(world) };
  const search = new URLSearchParams(asked).toString();
  return search ? `${filled}?${search}` : filled;
};

export const bodyOf = (name: string, { body }: Endpoint, world: Filled): unknown =>
  body ? { ...(sample(body) as object), ...bodies[name]?.(world) } : undefined;
