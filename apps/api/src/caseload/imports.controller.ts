import {
  closeImport,
  decideImportRows,
  downloadImportTemplate,
  downloadWrongRows,
  enterImport,
  getImport,
  type InputOf,
  listImportRows,
  listImports,
  mapImport,
  putImport,
  undoImport,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { DecideImport } from './import-decide.ts';
import { PutImport } from './import-put.ts';
import { type Format, ImportSheets } from './import-retry.ts';
import { ImportQueries } from './import.queries.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const send = (reply: FastifyReply, { name, format, bytes }: { name: string; format: Format; bytes: Buffer }) =>
  reply
    .headers({
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(bytes);

@Controller()
export class ImportsController {
  constructor(
    private readonly put: PutImport,
    private readonly decide: DecideImport,
    private readonly imports: ImportQueries,
    private readonly sheets: ImportSheets,
  ) {}

  @Serves(putImport)
  async putImport(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof putImport>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { commune, file, cooperative, continues } = query;
    const view = await this.put.run(actor, { id: params.id, commune, fileName: file, cooperative, continues, bytes });
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(view));
  }

  @Serves(listImports)
  listImports(@Me() actor: Actor, @Input() { query }: InputOf<typeof listImports>) {
    return this.imports.list(actor, query);
  }

  @Serves(getImport)
  getImport(@Me() actor: Actor, @Input() { params }: InputOf<typeof getImport>) {
    return this.imports.view(actor, params.id);
  }

  @Serves(mapImport)
  mapImport(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof mapImport>) {
    return this.decide.map(actor, params.id, body);
  }

  @Serves(listImportRows)
  listImportRows(@Me() actor: Actor, @Input() { params, query }: InputOf<typeof listImportRows>) {
    return this.imports.rows(actor, params.id, query);
  }

  @Serves(decideImportRows)
  decideImportRows(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decideImportRows>) {
    return this.decide.decide(actor, params.id, body);
  }

  @Serves(enterImport)
  enterImport(@Me() actor: Actor, @Input() { params }: InputOf<typeof enterImport>) {
    return this.decide.enter(actor, params.id);
  }

  @Serves(closeImport)
  closeImport(@Me() actor: Actor, @Input() { params }: InputOf<typeof closeImport>) {
    return this.decide.close(actor, params.id);
  }

  @Serves(undoImport)
  undoImport(@Me() actor: Actor, @Input() { params }: InputOf<typeof undoImport>) {
    return this.decide.undo(actor, params.id);
  }

  @Serves(downloadWrongRows)
  async downloadWrongRows(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadWrongRows>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format } = query;
    await send(reply, { ...(await this.sheets.wrong(actor, params.id, format)), format });
  }

  @Serves(downloadImportTemplate)
  async downloadImportTemplate(
    @Input() { query }: InputOf<typeof downloadImportTemplate>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { format } = query;
    await send(reply, { name: `mau-danh-sach-ho.${format}`, format, bytes: this.sheets.template(format) });
  }
}
