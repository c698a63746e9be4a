import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rows } from '../platform/database.ts';
import { Words } from './vocabulary.rules.ts';

/** Milliseconds for which the words of this process are good enough: a new one needs not be mistyped at once. */
const fresh = 60_000;

/** The words that anything on sale is found by: some thousand, kept in memory. */
@Injectable()
export class Vocabulary {
  private reading: { at: number; words: Promise<Words> } | undefined;
  /** Another one after each reading. */
  state = 0;

  constructor(private readonly db: DataSource) {}

  now(): Promise<Words> {
    const now = performance.now();
    if (!this.reading || now - this.reading.at > fresh) {
      const words = this.read();
      this.reading = { at: now, words };
      this.state += 1;
      words.catch(() => this.forget());
    }
    return this.reading.words;
  }

  forget(): void {
    this.reading = undefined;
  }

  private async read(): Promise<Words> {
    const found = await rows<{ word: string }>(this.db, 'select word from search.word order by word limit 200000');
    return new Words(found.map(({ word }) => word));
  }
}
