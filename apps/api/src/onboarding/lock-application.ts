import { areaOf, belongsTo, Problem, producersOf, type Right } from '@chophien/contracts';
import type { Identity } from '../identity/index.ts';
import type { Actor } from '../platform/actor.ts';
import { rows, type Tx } from '../platform/database.ts';
import type { Application } from './application.entity.ts';
import { notOwn } from './application.rules.ts';
import { applicationColumns } from './facts.ts';

/** Whether someone who acts for a producer does not belong to it. */
export const onBehalf = (actor: Actor, producer: string): boolean => !belongsTo(actor, producer);

/**
 * Refuses who may not do this in the producer's name.
 * @throws Problem onboarding.not-found to strangers, platform.not-allowed to who may do other things for it
 */
export const mayFor = (actor: Actor, producer: string, right: Right): void => {
  if (producersOf(actor, right).includes(producer)) return;
  if (actor.grants.some((grant) => grant.producer === producer)) throw new Problem('platform.not-allowed', { right });
  throw new Problem('onboarding.not-found');
};

/** Reads and locks an application. @throws Problem onboarding.not-found */
export async function lockApplication(tx: Tx, id: string): Promise<Application> {
  const [found] = await rows<Application>(
    tx,
    `select ${applicationColumns} from onboarding.application where id = $1 for update`,
    [id],
  );
  if (!found) throw new Problem('onboarding.not-found');
  return found;
}

/** One of a household or cooperative in whose name the actor may do this, locked. */
export async function lockOwn(tx: Tx, actor: Actor, id: string, right: Right): Promise<Application> {
  mayFor(actor, id, right);
  return await lockApplication(tx, id);
}

/**
 * One of the officer's area, locked for a decision.
 * @throws Problem onboarding.not-found, or onboarding.own-application
 */
export async function lockInArea(
  tx: Tx,
  actor: Actor,
  { id, right, identity }: { id: string; right: Right; identity: Identity },
): Promise<Application> {
  const { communes, provinces } = areaOf(actor, right);
  const [application] = await rows<Application>(
    tx,
    `select ${applicationColumns} from onboarding.application
     where id = $3 and (commune = any($1::text[]) or province = any($2::text[])) for update`,
    [communes, provinces, id],
  );
  if (!application) throw new Problem('onboarding.not-found');
  await refuseOwn(tx, actor, application, identity);
  return application;
}

/** @throws Problem onboarding.own-application */
export async function refuseOwn(
  tx: Tx,
  actor: Actor,
  { id, applicant }: Pick<Application, 'id' | 'applicant'>,
  identity: Identity,
): Promise<void> {
  const officer = actor.id && actor.kind === 'official' ? await identity.contact(tx, actor.id) : undefined;
  const owners = await identity.ownersOf(id);
  const head = applicant ? await identity.contact(tx, applicant) : undefined;
  const phones = [
    ...(await identity.phonesOf(tx, id)),
    ...owners.map(({ phone }) => phone),
    ...(head ? [head.phone] : []),
  ];
  notOwn(
    { id: actor.id, phone: officer?.phone },
    { people: [applicant, ...owners.map(({ person }) => person)], phones },
  );
}
