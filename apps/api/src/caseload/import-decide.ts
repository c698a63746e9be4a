import { type BodyOf, type decideImportRows, type ImportView, type mapImport, Problem } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows, type Tx } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import { endImport } from './import-end.ts';
import { ready } from './import-enter.ts';
import { ImportFiles } from './import-files.ts';
import { ImportQueries } from './import.queries.ts';

type View = Promise<z.input<typeof ImportView>>;

/** What a person says of an import; the worker does it. Saying it again changes nothing. */
@Injectable()
export class DecideImport {
  constructor(
    private readonly db: DataSource,
    private readonly imports: ImportQueries,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem caseload.not-found, caseload.illegal-step, platform.invalid-input */
  async map(actor: Actor, id: string, { sheet, columns }: BodyOf<typeof mapImport>): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state !== 'mapping') throw new Problem('caseload.illegal-step', { from: one.state });
      const seen = one.sheets.find(({ name }) => name === sheet);
      const fields = columns.map(({ field }) => field);
      const unknown = columns.findIndex(({ column }) => !seen?.columns.some((one) => one.column === column));
      const twice = fields.findIndex((field, index) => fields.indexOf(field) !== index);
      const errors = [
        ...(seen ? [] : [{ field: 'sheet', rule: 'unknown', message: 'a sheet of the file' }]),
        ...(unknown < 0
          ? []
          : [{ field: `columns[${unknown}].column`, rule: 'unknown', message: 'a column of the sheet' }]),
        ...(twice < 0 ? [] : [{ field: `columns[${twice}].field`, rule: 'twice', message: 'each field once' }]),
        ...(fields.includes('head') || fields.includes('name')
          ? []
          : [{ field: 'columns', rule: 'required', message: 'a column that names the household' }]),
      ];
      if (!seen || errors.length > 0) throw new Problem('platform.invalid-input', { errors });
      await tx.query(
        `update caseload.import set state = 'checking', sheet = $2, mapping = $3, rows_done = 0, lease_until = null where id = $1`,
        [id, sheet, JSON.stringify({ headLine: seen.headLine, columns })],
      );
    });
    return this.imports.view(actor, id);
  }

  /** @throws Problem caseload.not-found, caseload.illegal-step */
  async decide(actor: Actor, id: string, { rows: marked, all, decision }: BodyOf<typeof decideImportRows>): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state !== 'checked') throw new Problem('caseload.illegal-step', { from: one.state });
      const places = marked.flatMap((mark) => {
        const [, part, line] = /^(\d{1,4})-(\d{1,7})$/.exec(mark) ?? [];
        return part && line ? [{ part: Number(part), line: Number(line) }] : [];
      });
      await tx.query(decideSome, [id, JSON.stringify(places), decision, actor.id]);
      if (all) await tx.query(decideAll, [id, all, decision, actor.id]);
    });
    return this.imports.view(actor, id);
  }

  /** @throws Problem caseload.not-found, caseload.illegal-step */
  async enter(actor: Actor, id: string): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'entering' || one.state === 'done') return;
      if (one.state !== 'checked') throw new Problem('caseload.illegal-step', { from: one.state });
      const [counted] = await rows<{ rows: number }>(
        tx,
        `select count(*)::int as rows from caseload.import_row where import = $1 and ${ready}`,
        [id],
      );
      if (!counted?.rows) throw new Problem('caseload.illegal-step', { from: one.state });
      await tx.query(
        `update caseload.import set state = 'entering', rows_total = $2, rows_done = 0, entered_by = $3, entered_at = $4,
           reason = null, lease_until = null where id = $1`,
        [id, counted.rows, actor.id, this.clock.now()],
      );
    });
    return this.imports.view(actor, id);
  }

  /** Before anything was entered it is given up; after that it is done. @throws Problem caseload.not-found, caseload.illegal-step */
  async close(actor: Actor, id: string): View {
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'cancelled' || one.state === 'done') return;
      if (one.state === 'entering' || one.state === 'undoing' || one.state === 'undone' || one.state === 'refused') {
        throw new Problem('caseload.illegal-step', { from: one.state });
      }
      await endImport(tx, { id, state: one.enteredAt ? 'done' : 'cancelled', at: this.clock.now() }, this.files);
    });
    await this.files.sweep(id);
    return this.imports.view(actor, id);
  }

  /** @throws Problem caseload.not-found, caseload.illegal-step, caseload.undo-too-late */
  async undo(actor: Actor, id: string): View {
    const { undoHours } = await this.files.limits();
    await inTx(this.db, async (tx) => {
      const one = await this.held(tx, actor, id);
      if (one.state === 'undoing' || one.state === 'undone') return;
      if ((one.state !== 'done' && one.state !== 'checked') || !one.enteredAt) {
        throw new Problem('caseload.illegal-step', { from: one.state });
      }
      const now = this.clock.now();
      if (now.getTime() > one.enteredAt.getTime() + undoHours * 3_600_000) throw new Problem('caseload.undo-too-late');
      await tx.query(
        `update caseload.import set state = 'undoing', rows_done = 0, entered_by = $2, lease_until = null,
           rows_total = (select count(*) from caseload.import_row where import = $1 and state = 'entered') where id = $1`,
        [id, actor.id],
      );
    });
    return this.imports.view(actor, id);
  }

  private async held(tx: Tx, actor: Actor, id: string) {
    await tx.query('select 1 from caseload.import where id = $1 for update', [id]);
    return this.imports.one(actor, id, tx);
  }
}

// A household of another commune is not hers to change: such a row can be entered or left out.
const decideSome = `update caseload.import_row r set decision = $3, decided_by = $4
  from jsonb_to_recordset($2::jsonb) as given (part int, line int)
  where r.import = $1 and r.part = given.part and r.line = given.line and r.state = 'flagged'`;
const decideAll = `update caseload.import_row set decision = $3, decided_by = $4
  where import = $1 and state = 'flagged' and decision is null and twins @> jsonb_build_array(jsonb_build_object('why', $2::text))`;
