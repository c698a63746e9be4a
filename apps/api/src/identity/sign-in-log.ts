import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { SignIn } from './sign-in.entity.ts';

type Line = Pick<SignIn, 'kind' | 'outcome' | 'how' | 'at'> & { person?: string | null; session?: string | null };

/** Writes one line of the log of sign-ins, with the address and port it came from. */
export const logSignIn = (db: DataSource | Tx, actor: Actor, line: Line): Promise<unknown> =>
  rows(
    db,
    `insert into identity.sign_in (id, at, person, kind, outcome, how, session, address, port, agent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      randomUUID(),
      line.at,
      line.person ?? null,
      line.kind,
      line.outcome,
      line.how,
      line.session ?? null,
      actor.address,
      actor.port ?? null,
      actor.agent ?? null,
    ],
  );
