import { Injectable } from '@nestjs/common';
import type { EventType } from '../events.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { RefreshBoard } from './board-refresh.ts';

/** What the board follows; the subject of those of onboarding is the household, the others name it. */
export const followed = [
  'producer.entered',
  'producer.withdrawn',
  'producer.taken-over',
  'member.joined',
  'member.left',
  'delegation.given',
  'delegation.ended',
  'application.answered',
  'application.submitted',
  'application.taken',
  'application.returned',
  'producer.approved',
  'producer.activated',
  'producer.suspended',
  'producer.reinstated',
  'producer.closed',
  'producer.renamed',
  'consent.given',
  'consent.withdrawn',
  'verification.decided',
  'requirement.lapsed',
  'requirement.restored',
  'paper.added',
  'paper.verified',
  'paper.refused',
  'paper.expired',
  'household.visited',
] as const satisfies readonly EventType[];
export type Followed = (typeof followed)[number];

/** Keeps the board and each household's trail after what happened to it. */
@Injectable()
export class FollowHouseholds implements Listener<Followed> {
  constructor(private readonly board: RefreshBoard) {}

  async handle(events: EventOf<Followed>[], tx: Tx): Promise<void> {
    const lines = events.map((event) => ({
      event: event.id,
      producer: producerOf(event),
      at: event.at,
      what: event.type,
      by: event.actor.kind === 'person' || event.actor.kind === 'official' ? event.actor.id : null,
      behalf: Boolean(event.actor.onBehalfOf) || event.actor.kind === 'official',
    }));
    await tx.query(writeTrail, [JSON.stringify(lines)]);
    await this.board.run(
      tx,
      lines.map(({ producer }) => producer),
    );
  }
}

export const producerOf = ({ subject, data }: Pick<EventOf<Followed>, 'subject' | 'data'>): string =>
  'producer' in data && typeof data.producer === 'string' ? data.producer : subject;

export const writeTrail = `insert into caseload.trail (event, producer, at, what, by, behalf)
  select event, producer, at, what, by, behalf from jsonb_to_recordset($1::jsonb)
    as given (event uuid, producer uuid, at timestamptz, what text, by uuid, behalf boolean)
  on conflict do nothing`;
