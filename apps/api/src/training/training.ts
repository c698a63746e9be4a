import type { SkillSheet } from '@chophien/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { TrainingQueries } from './training.queries.ts';

/** What pages may ask of training. */
@Injectable()
export class Training {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly training: TrainingQueries,
  ) {}

  /** What is kept of these households: courses attended, skills shown. */
  async of(producers: readonly string[]): Promise<SkillSheet[]> {
    const households = await this.identity.producers(this.db, producers);
    return Promise.all([...households.values()].map((household) => this.training.sheet(household)));
  }
}
