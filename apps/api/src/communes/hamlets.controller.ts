import { addHamlet, type InputOf, listHamlets, mergeHamlet, renameHamlet, type ResultOf } from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { Hamlets } from './hamlets.ts';
import { KeepHamlet } from './keep-hamlet.ts';

@Controller()
export class HamletsController {
  constructor(
    private readonly hamlets: Hamlets,
    private readonly keep: KeepHamlet,
  ) {}

  @Serves(listHamlets)
  async listHamlets(@Input() { params }: InputOf<typeof listHamlets>): Promise<ResultOf<typeof listHamlets>> {
    return { items: await this.hamlets.of(params.commune) };
  }

  @Serves(addHamlet)
  addHamlet(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof addHamlet>) {
    return this.keep.add(actor, params.commune, body);
  }

  @Serves(renameHamlet)
  renameHamlet(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof renameHamlet>) {
    return this.keep.rename(actor, params.commune, params.slug, body);
  }

  @Serves(mergeHamlet)
  mergeHamlet(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof mergeHamlet>) {
    return this.keep.merge(actor, params.commune, params.slug, body.into);
  }
}
