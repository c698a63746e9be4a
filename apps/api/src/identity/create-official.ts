import { randomUUID } from 'node:crypto';
import { localPhone } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { GiveGrant } from './give-grant.ts';
import { RolePlaces } from './role-place.ts';
import { freshPassword, freshTotpSecret, hashPassword, seal, totpAddress } from './secrets.ts';

/** The roles of officials. */
export type OfficialRole =
  | 'commune-officer'
  | 'moderator'
  | 'inspector'
  | 'accountant'
  | 'province-officer'
  | 'central-viewer'
  | 'operator';

export interface NewOfficial {
  /** `+84…` */
  phone: string;
  name: string;
  role: OfficialRole;
  /** Of a role that holds in a commune. */
  commune?: string | undefined;
  /** Of a role that holds in a province. */
  province?: string | undefined;
  /** Only for the demonstration, whose passwords are printed for everyone to try. */
  demo?: { password: string; totpSecret: string } | undefined;
}

/** Shown once, to whoever made the account; kept nowhere in this form. */
export interface OfficialKeys {
  id: string;
  password: string;
  /** `otpauth://totp/…`, for an authenticator app. */
  otpauth: string;
}

/**
 * Makes an official who has password and authenticator at once: for the demonstration and for tests. Anyone else is appointed
 * (appoint.ts) and begins by a link. @throws Problem `identity.phone-taken`, `communes.unknown`
 */
@Injectable()
export class CreateOfficial {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly places: RolePlaces,
    private readonly give: GiveGrant,
  ) {}

  async run(actor: Actor, official: NewOfficial): Promise<OfficialKeys> {
    const { phone, name, role, demo } = official;
    const { grant } = await this.places.find(role, official);
    const id = randomUUID();
    const now = this.clock.now();
    const password = demo?.password ?? freshPassword();
    const secret = demo?.totpSecret ?? freshTotpSecret();
    const hashed = await hashPassword(password);
    await inTx(this.db, async (tx) => {
      await tx.query(
        `insert into identity.person (id, kind, phone, name, is_demo, created_at) values ($1, 'official', $2, $3, $4, $5)`,
        [id, phone, name, demo !== undefined, now],
      );
      await tx.query(
        `insert into identity.credential (person, password_hash, totp_secret, changed_at) values ($1, $2, $3, $4)`,
        [id, hashed, await seal(secret, id), now],
      );
      await this.give.run(tx, actor, { person: id, role, ...grant, from: now });
    });
    return { id, password, otpauth: totpAddress(secret, localPhone(phone)) };
  }
}
