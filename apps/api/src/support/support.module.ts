import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { AnswerSupport } from './answer-support.ts';
import { AskSupport } from './ask-support.ts';
import { SupportController } from './support.controller.ts';
import './support.entity.ts';
import { SupportQueries } from './support.queries.ts';
import { Support } from './support.ts';

/** Requests: for help, by an authority, about one’s own data. */
@Module({
  imports: [CommunesModule, IdentityModule],
  controllers: [SupportController],
  providers: [AnswerSupport, AskSupport, Support, SupportQueries],
  exports: [Support],
})
export class SupportModule {}
