import { Injectable } from '@nestjs/common';
import { log } from '../platform/log.ts';
import { Engines } from './engines.ts';
import { Synonyms } from './synonyms.ts';

/** Tells an engine that must be told which words mean the same today; a few minutes after each change and each midnight. */
@Injectable()
export class ApplySynonyms {
  private told = '';

  constructor(
    private readonly engines: Engines,
    private readonly synonyms: Synonyms,
  ) {}

  async run(): Promise<void> {
    const now = await this.synonyms.now();
    const text = JSON.stringify(now);
    if (text === this.told) return;
    for (const engine of this.engines.all) {
      try {
        await engine.know(now);
      } catch (error) {
        log.warn(
          { err: error, engine: engine.name },
          'the words that mean the same could not be told; it is tried again',
        );
        return;
      }
    }
    this.told = text;
  }
}
