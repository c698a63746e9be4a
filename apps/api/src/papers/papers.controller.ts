import {
  describePaper,
  done,
  type InputOf,
  listPapers,
  paperKinds,
  Problem,
  producersOf,
  putPaper,
  readOwnPaper,
  takeBackPaper,
} from '@chophien/contracts';
import { slug } from '@chophien/kernel';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { AcceptPaper } from './accept-paper.ts';
import { DescribePaper } from './describe-paper.ts';
import { PaperQueries } from './paper.queries.ts';
import { type OpenPage, ReadPage } from './read-page.ts';
import { TakeBackPaper } from './take-back-paper.ts';

/** One page as it goes out: our own type, to be looked at and nothing else, kept nowhere. */
export const sendPage = async (reply: FastifyReply, { kind, page, type, bytes }: OpenPage): Promise<void> => {
  const picture = type === 'image/jpeg';
  const name = `${slug(paperKinds[kind]).slice(0, 60)}-${page}.${picture ? 'jpg' : 'pdf'}`;
  await reply
    .headers({
      'content-type': type,
      'content-disposition': `${picture ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(bytes);
};

/** A producer's own papers. */
@Controller()
export class PapersController {
  constructor(
    private readonly db: DataSource,
    private readonly identity: Identity,
    private readonly accept: AcceptPaper,
    private readonly describe: DescribePaper,
    private readonly takeBack: TakeBackPaper,
    private readonly papers: PaperQueries,
    private readonly pages: ReadPage,
  ) {}

  @Serves(putPaper)
  async putPaper(
    @Me() actor: Actor,
    @Input() { params, query }: InputOf<typeof putPaper>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const producer = producersOf(actor, 'paper.hand-in').includes(params.producer)
      ? await this.identity.producer(this.db, params.producer)
      : undefined;
    if (!producer) throw new Problem('papers.not-found');
    const paper = await this.accept.run(actor, { ...params, ...query, commune: producer.commune, bytes });
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(paper));
  }

  @Serves(describePaper)
  describePaper(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof describePaper>) {
    return this.describe.run(actor, params, body);
  }

  @Serves(listPapers)
  async listPapers(@Me() actor: Actor, @Input() { params }: InputOf<typeof listPapers>) {
    return { items: await this.papers.mine(actor, params.producer) };
  }

  @Serves(takeBackPaper)
  async takeBackPaper(@Me() actor: Actor, @Input() { params }: InputOf<typeof takeBackPaper>) {
    await this.takeBack.run(actor, params.producer, params.id);
    return done;
  }

  @Serves(readOwnPaper)
  async readOwnPaper(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof readOwnPaper>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPage(reply, await this.pages.own(actor, params.producer, params.id, params.page));
  }
}
