import { vietnamDay } from '@chophien/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Clock } from '../platform/time.ts';
import type { Synonyms as Groups } from './question.rules.ts';
import { accentedWords } from './text.rules.ts';

/** Seconds for which what was read is still believed: they change from one day to another. */
const believed = 30;

/** The words that mean the same today. */
@Injectable()
export class Synonyms {
  private reading: { key: string; groups: Promise<Groups> } | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  now(): Promise<Groups> {
    const now = this.clock.now();
    const key = `${vietnamDay(now)} ${Math.floor(now.getTime() / (believed * 1_000))}`;
    if (this.reading?.key !== key) {
      const groups = this.read(vietnamDay(now));
      this.reading = { key, groups };
      groups.catch(() => this.forget());
    }
    return this.reading.groups;
  }

  forget(): void {
    this.reading = undefined;
  }

  private async read(day: string): Promise<Groups> {
    const found = await rows<{ words: string[] }>(
      this.db,
      'select words from search.synonym where valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by id',
      [day],
    );
    return found.map(({ words }) => words.map(accentedWords).filter((words) => words.length > 0));
  }
}
