import {
  askRecoveryCode,
  done,
  dropRecovery,
  getRecovery,
  type InputOf,
  listPartnerKeys,
  listRecoveries,
  makePartnerKey,
  proveRecovery,
  revokePartnerKey,
  showRecovery,
  startRecovery,
  stopRecovery,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { PartnerKeys } from './partner-keys.ts';
import { ProveRecovery } from './prove-recovery.ts';
import { moving, RecoveryQueries } from './recovery.queries.ts';
import { StartRecovery } from './start-recovery.ts';
import { StopRecovery } from './stop-recovery.ts';

/** Lost numbers, at the counter and by the message to the former one. */
@Controller()
export class RecoveriesController {
  constructor(
    private readonly db: DataSource,
    private readonly recoveries: RecoveryQueries,
    private readonly start: StartRecovery,
    private readonly prove: ProveRecovery,
    private readonly stop: StopRecovery,
  ) {}

  @Serves(listRecoveries)
  listRecoveries(@Me() actor: Actor, @Input() { query }: InputOf<typeof listRecoveries>) {
    return this.recoveries.list(actor, query);
  }

  @Serves(getRecovery)
  getRecovery(@Me() actor: Actor, @Input() { params }: InputOf<typeof getRecovery>) {
    return this.recoveries.get(actor, params.id);
  }

  @Serves(startRecovery)
  startRecovery(@Me() actor: Actor, @Input() { body }: InputOf<typeof startRecovery>) {
    return this.start.run(actor, body);
  }

  @Serves(askRecoveryCode)
  askRecoveryCode(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof askRecoveryCode>) {
    return this.prove.ask(actor, params.id, body.by);
  }

  @Serves(proveRecovery)
  proveRecovery(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof proveRecovery>) {
    return this.prove.run(actor, params.id, body.code);
  }

  @Serves(dropRecovery)
  dropRecovery(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof dropRecovery>) {
    return this.stop.byOfficer(actor, params.id, body.reason);
  }

  @Serves(showRecovery)
  async showRecovery(@Input() { body }: InputOf<typeof showRecovery>) {
    return moving(await this.recoveries.byKey(this.db, body.key));
  }

  @Serves(stopRecovery)
  stopRecovery(@Me() actor: Actor, @Input() { body }: InputOf<typeof stopRecovery>) {
    return this.stop.byLink(actor, body.key);
  }
}

/** Keys of partners, for operators. */
@Controller()
export class PartnerKeysController {
  constructor(private readonly keys: PartnerKeys) {}

  @Serves(listPartnerKeys)
  async listPartnerKeys() {
    return { items: await this.keys.list() };
  }

  @Serves(makePartnerKey)
  makePartnerKey(@Me() actor: Actor, @Input() { body }: InputOf<typeof makePartnerKey>) {
    return this.keys.make(actor, body);
  }

  @Serves(revokePartnerKey)
  async revokePartnerKey(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof revokePartnerKey>) {
    await this.keys.revoke(actor, params.id, body.reason);
    return done;
  }
}
