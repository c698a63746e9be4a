import { correctStock, getStock, type InputOf, receiveStock, sellOut, undoSellOut } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { CorrectStock } from './correct-stock.ts';
import { ReceiveStock } from './receive-stock.ts';
import { SellOut } from './sell-out.ts';
import { StockQueries, type StockView } from './stock.queries.ts';

@Controller()
export class StockController {
  constructor(
    private readonly stock: StockQueries,
    private readonly receive: ReceiveStock,
    private readonly correct: CorrectStock,
    private readonly out: SellOut,
  ) {}

  @Serves(getStock)
  getStock(@Me() actor: Actor, @Input() { params }: InputOf<typeof getStock>): Promise<StockView> {
    return this.stock.get(actor, params.id);
  }

  @Serves(receiveStock)
  receiveStock(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof receiveStock>): Promise<StockView> {
    return this.receive.run(actor, params.id, body);
  }

  @Serves(correctStock)
  correctStock(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof correctStock>): Promise<StockView> {
    return this.correct.run(actor, params.id, body);
  }

  @Serves(sellOut)
  sellOut(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof sellOut>): Promise<StockView> {
    return this.out.run(actor, params.id, body.id);
  }

  @Serves(undoSellOut)
  undoSellOut(@Me() actor: Actor, @Input() { params }: InputOf<typeof undoSellOut>): Promise<StockView> {
    return this.out.undo(actor, params.id, params.movement);
  }
}
