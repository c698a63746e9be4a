import {
  type ContributionsView,
  type InputOf,
  listContributions,
  listSupplies,
  receiveSupply,
  type SuppliesView,
  undoSupply,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { ReceiveSupply } from './receive-supply.ts';
import { SupplyQueries } from './supply.queries.ts';
import { UndoSupply } from './undo-supply.ts';

@Controller()
export class SuppliesController {
  constructor(
    private readonly supplies: SupplyQueries,
    private readonly receive: ReceiveSupply,
    private readonly undo: UndoSupply,
  ) {}

  @Serves(listSupplies)
  listSupplies(@Me() actor: Actor, @Input() { params }: InputOf<typeof listSupplies>): Promise<SuppliesView> {
    return this.supplies.to(actor, params.id);
  }

  @Serves(receiveSupply)
  receiveSupply(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof receiveSupply>): Promise<SuppliesView> {
    return this.receive.run(actor, params.id, body);
  }

  @Serves(undoSupply)
  undoSupply(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof undoSupply>): Promise<SuppliesView> {
    return this.undo.run(actor, params.id, params.supply, body.reason);
  }

  @Serves(listContributions)
  listContributions(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof listContributions>,
  ): Promise<ContributionsView> {
    return this.supplies.by(actor, params.producer);
  }
}
