import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';

/** Says under which number Zalo knows the text of a kind of message, from which day on. */
@Injectable()
export class SetTemplate {
  constructor(private readonly db: DataSource) {}

  /** Refuses a kind that never goes out, and a second number for the same day. */
  async run({ kind, template, from }: { kind: string; template: string; from: string }): Promise<void> {
    const [known] = await rows(this.db, 'select 1 from notifications.template where kind = $1 limit 1', [kind]);
    if (!known) throw new Error(`no message of the kind ${kind} goes out`);
    await rows(
      this.db,
      `insert into notifications.template (kind, valid_from, template_id, source) values ($1, $2, $3, 'operate')`,
      [kind, from, template],
    );
  }
}
