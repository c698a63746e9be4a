import type { ConsentView } from '@chophien/contracts';
import { vietnamDay } from '@chophien/kernel';
import type { DataSource } from 'typeorm';
import { rows, type Tx } from '../platform/database.ts';
import type { ConsentText } from './consent.entity.ts';

type Purpose = ConsentText['purpose'];
type Db = DataSource | Tx;

/** The words in force at an instant, one version for each purpose. */
export const textsAt = (db: Db, at: Date): Promise<ConsentText[]> =>
  rows<ConsentText>(
    db,
    `select * from (
       select distinct on (purpose) purpose, version, valid_from as "validFrom", title, text, required, legal_ref as "legalRef"
       from onboarding.consent_text where valid_from <= $1::date order by purpose, valid_from desc, version desc) as now
     order by required desc, array_position(array['trading-rules', 'selling', 'messages', 'statistics'], purpose)`,
    [vietnamDay(at)],
  );

interface Event {
  purpose: Purpose;
  version: string;
  action: 'given' | 'withdrawn';
  how: 'own-hand' | 'code' | 'slip';
  at: Date;
}

/** The latest event of each purpose. */
export const latestConsents = (db: Db, producer: string): Promise<Event[]> =>
  rows<Event>(
    db,
    `select distinct on (purpose) purpose, version, action, how, at from onboarding.consent
     where producer = $1 order by purpose, at desc, id desc`,
    [producer],
  );

/** Each purpose in the words of today, and whether it stands. An older version that was agreed to stands until it is withdrawn. */
export async function consentsOf(db: Db, producer: string, at: Date): Promise<ConsentView[]> {
  const [texts, events] = [await textsAt(db, at), await latestConsents(db, producer)];
  return texts.map(({ purpose, version, title, text, required }) => {
    const latest = events.find((event) => event.purpose === purpose);
    const stands = latest?.action === 'given' ? latest : undefined;
    return {
      purpose,
      version,
      title,
      text,
      required,
      givenAt: stands?.at.toISOString() ?? null,
      how: stands?.how ?? null,
      withdrawnAt: latest?.action === 'withdrawn' ? latest.at.toISOString() : null,
    };
  });
}
