import { Injectable } from '@nestjs/common';
import { system } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';
import type { EventOf, Listener } from '../platform/outbox.ts';
import { EndDelegation } from './end-delegation.ts';

/** Hears that somebody is no helper of a commune any more: what its households let her do ends too, and they are told. */
@Injectable()
export class EndHelpersDelegations implements Listener<'grant.ended'> {
  constructor(private readonly delegations: EndDelegation) {}

  async handle(events: EventOf<'grant.ended'>[], tx: Tx): Promise<void> {
    for (const { subject, data } of events) {
      if (data.role !== 'helper' || data.commune === null) continue;
      const helper = { person: subject, commune: data.commune };
      await this.delegations.toHelper(tx, system('EndHelpersDelegations'), helper);
    }
  }
}
