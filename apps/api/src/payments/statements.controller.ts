import {
  getStatement,
  type InputOf,
  listStatements,
  putStatement,
  type ResultOf,
  StatementView,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { ImportStatement } from './import-statement.ts';
import { StatementQueries } from './statement.queries.ts';

@Controller()
export class StatementsController {
  constructor(
    private readonly take: ImportStatement,
    private readonly statements: StatementQueries,
  ) {}

  @Serves(putStatement)
  async putStatement(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof putStatement>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { provider, day, file: fileName } = query;
    const id = await this.take.run(actor, { id: params.id, provider, day, fileName, bytes });
    const view = StatementView.parse(await this.statements.one(actor, id));
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(view));
  }

  @Serves(listStatements)
  listStatements(
    @Me() actor: Actor,
    @Input() { query }: InputOf<typeof listStatements>,
  ): Promise<ResultOf<typeof listStatements>> {
    return this.statements.list(actor, query);
  }

  @Serves(getStatement)
  getStatement(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof getStatement>,
  ): Promise<ResultOf<typeof getStatement>> {
    return this.statements.one(actor, params.id);
  }
}
