import {
  type DelegationView,
  done,
  endDelegation,
  endDelegationFor,
  giveDelegation,
  giveDelegationBack,
  type InputOf,
  listActed,
  listDelegations,
  listReceivedDelegations,
  Problem,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Me } from '../platform/actor.ts';
import { inTx } from '../platform/database.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ActedQueries } from './acted.queries.ts';
import { DelegationQueries } from './delegation.queries.ts';
import { EndDelegation } from './end-delegation.ts';
import { GiveDelegation } from './give-delegation.ts';
import { mustHold } from './reach.rules.ts';
import { ReceiverQueries } from './receivers.queries.ts';

@Controller()
export class DelegationsController {
  constructor(
    private readonly db: DataSource,
    private readonly delegations: DelegationQueries,
    private readonly receivers: ReceiverQueries,
    private readonly acted: ActedQueries,
    private readonly give: GiveDelegation,
    private readonly end: EndDelegation,
  ) {}

  @Serves(listDelegations)
  listDelegations(@Me() actor: Actor, @Input() { params }: InputOf<typeof listDelegations>) {
    return this.receivers.list(actor, params.id);
  }

  @Serves(giveDelegation)
  async giveDelegation(
    @Me() actor: Actor,
    @Input() { params, body }: InputOf<typeof giveDelegation>,
  ): Promise<DelegationView> {
    const { to, ...given } = body;
    mustHold(actor, params.id, 'delegation.give');
    if (to.kind === 'person' && !(await this.receivers.isReceiver(params.id, to.id))) {
      throw new Problem('platform.not-found');
    }
    const receiver = to.kind === 'person' ? { person: to.id } : { receiver: to.id };
    await inTx(this.db, (tx) =>
      this.give.run(tx, actor, { ...given, ...receiver, producer: params.id, evidence: 'own-hand' }),
    );
    const made = await this.delegations.one(given.id);
    if (!made) throw new Problem('platform.not-found');
    return made;
  }

  @Serves(endDelegation)
  async endDelegation(@Me() actor: Actor, @Input() { params }: InputOf<typeof endDelegation>) {
    mustHold(actor, params.id, 'delegation.give');
    const known = await this.delegations.one(params.delegation);
    if (known?.producer !== params.id) throw new Problem('platform.not-found');
    await inTx(this.db, (tx) => this.end.run(tx, actor, params.delegation));
    return done;
  }

  @Serves(endDelegationFor)
  async endDelegationFor(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof endDelegationFor>) {
    await inTx(this.db, (tx) => this.end.byOfficer(tx, actor, params, body.reason));
    return done;
  }

  @Serves(listReceivedDelegations)
  async listReceivedDelegations(@Me() actor: Actor) {
    if (actor.kind !== 'person' || actor.id === null) return { items: [] };
    return { items: await this.delegations.heldBy(actor.id) };
  }

  @Serves(giveDelegationBack)
  async giveDelegationBack(@Me() actor: Actor, @Input() { params }: InputOf<typeof giveDelegationBack>) {
    await inTx(this.db, (tx) => this.end.run(tx, actor, params.id));
    return done;
  }

  @Serves(listActed)
  listActed(@Me() actor: Actor, @Input() { params }: InputOf<typeof listActed>) {
    return this.acted.list(actor, params.id);
  }
}
