import {
  areaOf,
  type getStatement,
  type listStatements,
  Problem,
  type QueryOf,
  type ResultOf,
} from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { rows } from '../platform/database.ts';
import * as sql from './statement.sql.ts';

const pageSize = 20;

interface Row {
  id: string;
  provider: 'vnpay' | 'sepay' | 'payos' | 'carrier';
  day: string;
  fileName: string;
  at: Date;
  lines: number;
  differences: number;
  theirs: number;
}

/** Statements and where they differ from our books. */
@Injectable()
export class StatementQueries {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, { page }: QueryOf<typeof listStatements>): Promise<ResultOf<typeof listStatements>> {
    const { provinces } = areaOf(actor, 'payment.handle');
    const found = await rows<Row>(this.db, sql.statements, [provinces, pageSize + 1, (page - 1) * pageSize]);
    return { items: found.slice(0, pageSize).map(viewOf), page, more: found.length > pageSize };
  }

  async one(actor: Actor, id: string): Promise<ResultOf<typeof getStatement>> {
    const { provinces } = areaOf(actor, 'payment.handle');
    const [found] = await rows<Row>(this.db, sql.statementOf, [id, provinces]);
    if (!found) throw new Problem('payments.not-found');
    const differing = await rows<ResultOf<typeof getStatement>['differing'][number]>(this.db, sql.differencesOf, [id]);
    return { ...viewOf(found), differing };
  }
}

const viewOf = (row: Row) => ({ ...row, at: row.at.toISOString() });
