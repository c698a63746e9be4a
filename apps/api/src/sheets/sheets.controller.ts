import {
  closeGoodsSheet,
  completeGoodsRow,
  downloadGoodsTemplate,
  downloadWrongGoods,
  enterGoodsSheet,
  exportGoods,
  getGoodsSheet,
  type InputOf,
  leaveGoodsRow,
  listGoodsRows,
  listGoodsSheets,
  mapGoodsSheet,
  putGoodsSheet,
  undoGoodsSheet,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { CompleteRow } from './complete-row.ts';
import { DecideSheet } from './decide-sheet.ts';
import { type Format, GoodsFiles } from './goods-files.ts';
import { PutSheet } from './put-sheet.ts';
import { SheetQueries } from './sheet.queries.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const send = (reply: FastifyReply, format: Format, { name, bytes }: { name: string; bytes: Buffer }) =>
  reply
    .headers({
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(bytes);

@Controller()
export class SheetsController {
  constructor(
    private readonly put: PutSheet,
    private readonly decide: DecideSheet,
    private readonly complete: CompleteRow,
    private readonly sheets: SheetQueries,
    private readonly files: GoodsFiles,
  ) {}

  @Serves(putGoodsSheet)
  async putGoodsSheet(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof putGoodsSheet>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { producer, file, continues } = query;
    const view = await this.put.run(actor, { id: params.id, producer, fileName: file, continues, bytes });
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(view));
  }

  @Serves(listGoodsSheets)
  listGoodsSheets(@Me() actor: Actor, @Input() { query }: InputOf<typeof listGoodsSheets>) {
    return this.sheets.list(actor, query);
  }

  @Serves(getGoodsSheet)
  getGoodsSheet(@Me() actor: Actor, @Input() { params }: InputOf<typeof getGoodsSheet>) {
    return this.sheets.view(actor, params.id);
  }

  @Serves(mapGoodsSheet)
  mapGoodsSheet(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof mapGoodsSheet>) {
    return this.decide.map(actor, params.id, body);
  }

  @Serves(listGoodsRows)
  listGoodsRows(@Me() actor: Actor, @Input() { params, query }: InputOf<typeof listGoodsRows>) {
    return this.sheets.rows(actor, params.id, query);
  }

  @Serves(enterGoodsSheet)
  enterGoodsSheet(@Me() actor: Actor, @Input() { params }: InputOf<typeof enterGoodsSheet>) {
    return this.decide.enter(actor, params.id);
  }

  @Serves(closeGoodsSheet)
  closeGoodsSheet(@Me() actor: Actor, @Input() { params }: InputOf<typeof closeGoodsSheet>) {
    return this.decide.close(actor, params.id);
  }

  @Serves(undoGoodsSheet)
  undoGoodsSheet(@Me() actor: Actor, @Input() { params }: InputOf<typeof undoGoodsSheet>) {
    return this.decide.undo(actor, params.id);
  }

  @Serves(completeGoodsRow)
  completeGoodsRow(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof completeGoodsRow>) {
    return this.complete.run(actor, params.id, params.row, body.pictures);
  }

  @Serves(leaveGoodsRow)
  leaveGoodsRow(@Me() actor: Actor, @Input() { params }: InputOf<typeof leaveGoodsRow>) {
    return this.decide.leaveOut(actor, params.id, params.row);
  }

  @Serves(downloadWrongGoods)
  async downloadWrongGoods(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof downloadWrongGoods>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, query.format, await this.files.wrong(actor, params.id, query.format));
  }

  @Serves(downloadGoodsTemplate)
  async downloadGoodsTemplate(
    @Input() { query }: InputOf<typeof downloadGoodsTemplate>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, query.format, await this.files.template(query.format));
  }

  @Serves(exportGoods)
  async exportGoods(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof exportGoods>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, query.format, await this.files.all(actor, params.id, query.format));
  }
}
