import {
  askFieldConsent,
  findFieldHouseholds,
  getFieldHousehold,
  getFieldKit,
  type InputOf,
  listFieldHouseholds,
  listFieldLog,
  putFieldSlip,
  sendFieldEntry,
  startHandOver,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { AskFieldConsent } from './field-code.ts';
import { StartHandOver } from './field-hand-over.ts';
import { SendFieldEntry } from './field-send.ts';
import { HandInSlip } from './field-slip.ts';
import { FieldQueries } from './field.queries.ts';

/** A helper in the field: what her phone reads, and the one way by which its queue comes in. */
@Controller()
export class FieldController {
  constructor(
    private readonly field: FieldQueries,
    private readonly send: SendFieldEntry,
    private readonly ask: AskFieldConsent,
    private readonly slip: HandInSlip,
    private readonly handOver: StartHandOver,
  ) {}

  @Serves(listFieldHouseholds)
  listFieldHouseholds(@Me() actor: Actor, @Input() { query }: InputOf<typeof listFieldHouseholds>) {
    return this.field.list(actor, query);
  }

  @Serves(findFieldHouseholds)
  findFieldHouseholds(@Me() actor: Actor, @Input() { body }: InputOf<typeof findFieldHouseholds>) {
    return this.field.find(actor, body.words);
  }

  @Serves(getFieldKit)
  getFieldKit(@Me() actor: Actor) {
    return this.field.kit(actor);
  }

  @Serves(getFieldHousehold)
  getFieldHousehold(@Me() actor: Actor, @Input() { params }: InputOf<typeof getFieldHousehold>) {
    return this.field.one(actor, params.id);
  }

  @Serves(askFieldConsent)
  askFieldConsent(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof askFieldConsent>) {
    return this.ask.run(actor, params.id, body.which);
  }

  @Serves(putFieldSlip)
  async putFieldSlip(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof putFieldSlip>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.slip.run(actor, { household: params.id, paper: params.paper, bytes });
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(paper));
  }

  @Serves(sendFieldEntry)
  sendFieldEntry(@Me() actor: Actor, @Input() { body }: InputOf<typeof sendFieldEntry>) {
    return this.send.run(actor, body);
  }

  @Serves(startHandOver)
  async startHandOver(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof startHandOver>) {
    return { startedAt: (await this.handOver.run(actor, params.id, body.id)).toISOString() };
  }

  @Serves(listFieldLog)
  listFieldLog(@Me() actor: Actor, @Input() { query }: InputOf<typeof listFieldLog>) {
    return this.field.log(actor, query.page);
  }
}
