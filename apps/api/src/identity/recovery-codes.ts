import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hmac } from '../platform/crypto.ts';
import { rows, type Tx } from '../platform/database.ts';

/** Letters and digits that are not mistaken for each other. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const howMany = 10;

const group = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');

/** As people type it: with or without the dash, in any case. */
const plain = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

/** How a code is kept: 50 random bits under a key of our own, bound to the person. */
const kept = (person: string, code: string): string => hmac('identity.recovery-code', `${person} ${plain(code)}`);

/** Ten codes on paper that open once each where the authenticator would. */
@Injectable()
export class RecoveryCodes {
  /** Ten new ones instead of those before; readable in this answer and nowhere else. */
  async renew(tx: Tx, person: string, now: Date): Promise<string[]> {
    const codes = Array.from({ length: howMany }, () => `${group()}-${group()}`);
    await tx.query('delete from identity.recovery_code where person = $1', [person]);
    await tx.query(`insert into identity.recovery_code (person, hmac, made_at) select $1, unnest($2::text[]), $3`, [
      person,
      codes.map((code) => kept(person, code)),
      now,
    ]);
    return codes;
  }

  /** Spends one; false for a wrong or used one, and for nobody's, after the same work. */
  async use(tx: Tx, person: string | undefined, code: string, now: Date): Promise<boolean> {
    const [used] = await rows(
      tx,
      `update identity.recovery_code set used_at = $3 where person = $1 and hmac = $2 and used_at is null returning person`,
      [person ?? null, kept(person ?? '', code), now],
    );
    return used !== undefined;
  }
}
