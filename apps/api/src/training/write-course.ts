import { areaOf, type BodyOf, type CourseView, Problem, type writeCourse } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../platform/actor.ts';
import { inTx, rows } from '../platform/database.ts';

/** Writes a course of the actor's province. One that was held is evidence: of it only the last day can still be set. */
@Injectable()
export class WriteCourse {
  constructor(private readonly db: DataSource) {}

  async run(actor: Actor, id: string, course: BodyOf<typeof writeCourse>): Promise<CourseView> {
    const { provinces, everywhere } = areaOf(actor, 'course.write');
    if (!everywhere && !provinces.includes(course.province)) throw new Problem('training.not-found');
    const { title, content, hours, province, validFrom, validTo, legalRef } = course;
    return inTx(this.db, async (tx) => {
      const [known] = await rows<{ province: string | null; held: boolean }>(
        tx,
        `select province, exists (select 1 from training.session s where s.course = c.id) as held
         from training.course c where id = $1 for update`,
        [id],
      );
      if (known && known.province !== province) throw new Problem('training.not-found');
      if (known?.held) {
        await tx.query('update training.course set valid_to = $2 where id = $1', [id, validTo]);
      } else {
        await tx.query(
          `insert into training.course (id, title, content, hours, province, valid_from, valid_to, legal_ref, written_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           on conflict (id) do update set title = excluded.title, content = excluded.content, hours = excluded.hours,
             valid_from = excluded.valid_from, valid_to = excluded.valid_to, legal_ref = excluded.legal_ref,
             written_by = excluded.written_by`,
          [id, title, content, hours, province, validFrom, validTo, legalRef, actor.id],
        );
      }
      const [written] = await rows<CourseView>(
        tx,
        `select id, title, content, hours::float8 as hours, province, valid_from as "validFrom", valid_to as "validTo",
                legal_ref as "legalRef" from training.course where id = $1`,
        [id],
      );
      return written as CourseView;
    });
  }
}
