import { randomUUID } from 'node:crypto';
import { type BodyOf, type makePartnerKey, type PartnerKeyView, Problem, type ResultOf } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Communes } from '../communes/index.ts';
import type { Actor } from '../platform/actor.ts';
import { randomToken, sha256 } from '../platform/crypto.ts';
import { inTx, rows } from '../platform/database.ts';
import { record } from '../platform/outbox.ts';
import { Clock } from '../platform/time.ts';
import type { PartnerKey } from './official.entity.ts';

/** What every key begins with: by it a key is told from a session's token, and found where it should not lie. */
export const keyPrefix = 'cpk_';

type Row = Omit<PartnerKey, 'keyHash' | 'madeBy'>;

const columns = `id, name, province, begins, made_at as "madeAt", expires_at as "expiresAt", revoked_at as "revokedAt",
  last_used_at as "lastUsedAt"`;

const longest = 2 * 366 * 86_400_000;

/** Keys of partners: other systems that read one province's figures. */
@Injectable()
export class PartnerKeys {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly communes: Communes,
  ) {}

  async list(): Promise<PartnerKeyView[]> {
    const found = await rows<Row>(
      this.db,
      `select ${columns} from identity.partner_key order by made_at desc limit 500`,
    );
    return found.map(view);
  }

  /** The key is in this answer and nowhere else. @throws Problem `communes.unknown`, `platform.invalid-input` */
  async make(
    actor: Actor,
    { name, province, until }: BodyOf<typeof makePartnerKey>,
  ): Promise<ResultOf<typeof makePartnerKey>> {
    if (!(await this.communes.province(province))) throw new Problem('communes.unknown', { province });
    const now = this.clock.now();
    const expiresAt = new Date(`${until}T23:59:59+07:00`);
    const ahead = expiresAt.getTime() - now.getTime();
    if (ahead <= 0 || ahead > longest) {
      const wrong = { field: 'until', rule: 'range', message: 'a day to come, within two years' };
      throw new Problem('platform.invalid-input', { errors: [wrong] });
    }
    const key = keyPrefix + randomToken();
    const made: Row = {
      id: randomUUID(),
      name,
      province,
      begins: key.slice(0, 8),
      madeAt: now,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    };
    await inTx(this.db, async (tx) => {
      await tx.query(
        `insert into identity.partner_key (id, name, province, begins, key_hash, made_by, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [made.id, name, province, made.begins, sha256(key), actor.id, now, expiresAt],
      );
      await record(tx, actor, 'partner-key.made', made.id, { name, province, until });
    });
    return { ...view(made), key };
  }

  /** @throws Problem `platform.not-found` */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    await inTx(this.db, async (tx) => {
      const [found] = await rows<{ province: string; revokedAt: Date | null }>(
        tx,
        'select province, revoked_at as "revokedAt" from identity.partner_key where id = $1 for update',
        [id],
      );
      if (!found) throw new Problem('platform.not-found');
      if (found.revokedAt) return;
      await tx.query('update identity.partner_key set revoked_at = $2 where id = $1', [id, this.clock.now()]);
      await record(tx, actor, 'partner-key.revoked', id, { province: found.province, reason });
    });
  }
}

const view = ({ madeAt, expiresAt, revokedAt, lastUsedAt, ...row }: Row): PartnerKeyView => ({
  ...row,
  madeAt: madeAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
