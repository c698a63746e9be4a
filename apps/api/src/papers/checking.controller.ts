import { decidePaper, getPaperToCheck, type InputOf, listPapersToCheck, readPaper } from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { DecidePaper } from './decide-paper.ts';
import { PaperQueries } from './paper.queries.ts';
import { sendPage } from './papers.controller.ts';
import { ReadPage } from './read-page.ts';

/** The papers of an official's area. */
@Controller()
export class CheckingController {
  constructor(
    private readonly papers: PaperQueries,
    private readonly pages: ReadPage,
    private readonly decide: DecidePaper,
  ) {}

  @Serves(listPapersToCheck)
  listPapersToCheck(@Me() actor: Actor, @Input() { query }: InputOf<typeof listPapersToCheck>) {
    return this.papers.queue(actor, query);
  }

  @Serves(getPaperToCheck)
  getPaperToCheck(@Me() actor: Actor, @Input() { params }: InputOf<typeof getPaperToCheck>) {
    return this.papers.toCheck(actor, params.id);
  }

  @Serves(readPaper)
  async readPaper(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof readPaper>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, await this.pages.official(actor, params.id, params.page));
  }

  @Serves(decidePaper)
  decidePaper(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decidePaper>) {
    return this.decide.run(actor, params.id, body);
  }
}
