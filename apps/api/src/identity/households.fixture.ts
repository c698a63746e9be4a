import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { type Actor, system } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import type { TestClock } from '../platform/testing.ts';
import { EnterProducer, type NewProducer } from './enter-producer.ts';
import { GiveDelegation, type NewDelegation } from './give-delegation.ts';
import { JoinCooperative } from './join-cooperative.ts';

export interface Somebody {
  id: string;
  /** `+84…` */
  phone: string;
  token: string;
}

/** People, households and cooperatives of a test, entered by the acts themselves; everybody is signed in and just proved. */
export class Village {
  private readonly app: () => NestFastifyApplication;
  private readonly clock: TestClock;
  private phones = 0;

  constructor(app: () => NestFastifyApplication, clock: TestClock) {
    this.app = app;
    this.clock = clock;
  }

  get db(): DataSource {
    return this.app().get(DataSource);
  }

  newPhone(): string {
    this.phones += 1;
    return `+8492${String(this.phones).padStart(7, '0')}`;
  }

  async person(name: string | null = 'Nguyễn Thị Mẫu', phone = this.newPhone()): Promise<Somebody> {
    const [id, token] = [randomUUID(), randomToken()];
    await rows(
      this.db,
      `insert into identity.person (id, kind, phone, name, created_at) values ($1, 'person', $2, $3, $4)`,
      [id, phone, name, this.clock.now()],
    );
    await this.signIn(id, token);
    return { id, phone, token };
  }

  /** Another place where she is signed in. */
  async signIn(person: string, token = randomToken()): Promise<string> {
    await rows(
      this.db,
      `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address)
       values ($1, $2, $3, 'person', $4::timestamptz, $4, $4, $4::timestamptz + interval '90 days', '10.0.0.1')`,
      [randomUUID(), sha256(token), person, this.clock.now()],
    );
    return token;
  }

  /** An officer of a commune, signed in. */
  async officer(commune: string): Promise<Somebody> {
    const [id, token, phone] = [randomUUID(), randomToken(), this.newPhone()];
    await rows(
      this.db,
      `insert into identity.person (id, kind, phone, name, created_at) values ($1, 'official', $2, 'Lê Thị Cán Bộ', $3)`,
      [id, phone, this.clock.now()],
    );
    await rows(
      this.db,
      `insert into identity.access_grant (id, person, role, commune, valid_from) values ($1, $1, 'commune-officer', $2, $3)`,
      [id, commune, this.clock.now()],
    );
    await rows(
      this.db,
      `insert into identity.session (id, token_hash, person, kind, opened_at, last_seen_at, proved_at, expires_at, address)
       values ($1, $2, $1, 'official', $3::timestamptz, $3, $3, $3::timestamptz + interval '8 hours', '10.0.0.2')`,
      [id, sha256(token), this.clock.now()],
    );
    return { id, phone, token };
  }

  async helper(commune = '07330', hamlets: string[] | null = null): Promise<Somebody & { actor: Actor }> {
    const helper = await this.person('Trần Thị Giúp');
    await rows(
      this.db,
      `insert into identity.access_grant (id, person, role, commune, valid_from, hamlets) values ($1, $2, 'helper', $3, $4, $5)`,
      [randomUUID(), helper.id, commune, this.clock.now(), hamlets],
    );
    return {
      ...helper,
      actor: { ...system('test'), kind: 'person', id: helper.id, grants: [{ role: 'helper', commune, hamlets }] },
    };
  }

  /** A household; with an owner, hers, else one that somebody entered with these phones. */
  async household(owner: Somebody | null, given: Partial<NewProducer> = {}): Promise<string> {
    const id = randomUUID();
    const actor = system('test');
    await inTx(this.db, (tx) =>
      this.app()
        .get(EnterProducer, { strict: false })
        .run(tx, actor, {
          id,
          kind: 'household',
          name: 'Hộ ông Nguyễn Văn A',
          commune: '07330',
          phones: owner ? [owner.phone] : [],
          how: owner ? 'self' : 'assisted',
          owner: owner?.id ?? null,
          ...given,
        }),
    );
    return id;
  }

  cooperative(manager: Somebody, name = 'Hợp tác xã Phúc Hòa'): Promise<string> {
    return this.household(manager, { kind: 'cooperative', name, how: 'self' });
  }

  joined(cooperative: string, household: string): Promise<boolean> {
    return inTx(this.db, (tx) =>
      this.app()
        .get(JoinCooperative, { strict: false })
        .run(tx, system('test'), { cooperative, household, evidence: 'list', evidenceRef: randomUUID() }),
    );
  }

  /** As the house itself would write it down from a slip. */
  delegated(given: Partial<NewDelegation> & { producer: string }): Promise<string> {
    return inTx(this.db, (tx) =>
      this.app()
        .get(GiveDelegation, { strict: false })
        .run(tx, system('test'), {
          id: randomUUID(),
          rights: ['listing.publish'],
          until: '2027-12-31',
          evidence: 'slip',
          evidenceRef: randomUUID(),
          ...given,
        }),
    );
  }

  stated(subject: string): Promise<{ type: string; data: Record<string, unknown> }[]> {
    return rows(this.db, 'select type, data from platform.event where subject = $1 order by at, id', [subject]);
  }
}

/** Asks the API as somebody; `as` says for whom she acts. */
export const asker =
  (app: () => NestFastifyApplication) =>
  async (
    who: { token: string } | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    { body, as }: { body?: object; as?: string } = {},
  ) => {
    const answer = await app().inject({
      method,
      url,
      ...(body ? { payload: body } : {}),
      headers: {
        ...(who ? { authorization: `Bearer ${who.token}` } : {}),
        ...(as ? { 'x-acting-for': as } : {}),
      },
    });
    return { status: answer.statusCode, body: answer.json() };
  };
