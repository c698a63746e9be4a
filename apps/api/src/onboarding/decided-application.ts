import { Problem, areaOf } from '@chophien/contracts';
import type { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { Application } from './application.entity.ts';
import { notOwn } from './application.rules.ts';

export type Decided = Omit<Application, 'address' | 'note' | 'firstBody' | 'submittedAt' | 'decidedAt' | 'decidedBy'>;

/**
 * An application of the officer's area, locked for a decision.
 * @throws Problem onboarding.not-found, or onboarding.own-application
 */
export async function decidedApplication(tx: Tx, actor: Actor, { id, identity }: { id: string; identity: Identity }) {
  const { communes, provinces } = areaOf(actor, 'application.decide');
  const [application] = await rows<Decided>(
    tx,
    `select id, applicant, kind, name, commune, province, sub_area as "subArea", crops, state,
            producer_state as "producerState", round
     from onboarding.application
     where (commune = any($1::text[]) or province = any($2::text[])) and id = $3 for update`,
    [communes, provinces, id],
  );
  if (!application) throw new Problem('onboarding.not-found');
  const officer = actor.id ? await identity.contact(tx, actor.id) : undefined;
  const applicant = await identity.contact(tx, application.applicant);
  notOwn({ id: actor.id, phone: officer?.phone }, { id: application.applicant, phone: applicant?.phone });
  return application;
}
