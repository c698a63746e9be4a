import {
  answerClaim,
  type OrderClaim,
  decideClaim,
  done,
  getOrderClaim,
  type InputOf,
  listOrderClaims,
  listMyClaims,
  openClaim,
  putClaimPhoto,
  readClaimPhoto,
  readClaimPhotoOfArea,
  readMyClaimPhoto,
} from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, RawBody, Serves } from '../platform/serves.ts';
import { ClaimPhotos } from './claim-photos.ts';
import { type ClaimPage, ClaimQueries } from './claim.queries.ts';
import { DecideClaim } from './decide-claim.ts';
import { OpenClaim } from './open-claim.ts';

/** Claims: the buyer's word, the producer's answer, the official's decision. */
@Controller()
export class ClaimsController {
  constructor(
    private readonly photos: ClaimPhotos,
    private readonly claims: ClaimQueries,
    private readonly open: OpenClaim,
    private readonly decide: DecideClaim,
  ) {}

  @Serves(putClaimPhoto)
  async putClaimPhoto(
    @Input() { params, query }: InputOf<typeof putClaimPhoto>,
    @RawBody() bytes: Buffer,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.photos.put(params, query.key, bytes);
    await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(done));
  }

  @Serves(openClaim)
  openClaim(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof openClaim>): Promise<OrderClaim> {
    return this.open.run(actor, params, body);
  }

  @Serves(readClaimPhoto)
  async readClaimPhoto(
    @Input() { params, query }: InputOf<typeof readClaimPhoto>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.photos.forBuyer(params, query.key));
  }

  @Serves(listMyClaims)
  listMyClaims(@Me() actor: Actor, @Input() { query }: InputOf<typeof listMyClaims>): Promise<ClaimPage> {
    return this.claims.mine(actor, query);
  }

  @Serves(answerClaim)
  answerClaim(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof answerClaim>): Promise<OrderClaim> {
    return this.decide.answer(actor, params.id, body);
  }

  @Serves(readMyClaimPhoto)
  async readMyClaimPhoto(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof readMyClaimPhoto>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.photos.forProducer(actor, params));
  }

  @Serves(listOrderClaims)
  listOrderClaims(@Me() actor: Actor, @Input() { query }: InputOf<typeof listOrderClaims>): Promise<ClaimPage> {
    return this.claims.inArea(actor, query);
  }

  @Serves(getOrderClaim)
  getOrderClaim(@Me() actor: Actor, @Input() { params }: InputOf<typeof getOrderClaim>): Promise<OrderClaim> {
    return this.claims.one(actor, params.id);
  }

  @Serves(decideClaim)
  decideClaim(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof decideClaim>): Promise<OrderClaim> {
    return this.decide.decide(actor, params.id, body);
  }

  @Serves(readClaimPhotoOfArea)
  async readClaimPhotoOfArea(
    @Me() actor: Actor,
    @Input() { params }: InputOf<typeof readClaimPhotoOfArea>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, await this.photos.forArea(actor, params));
  }
}

/** A photograph as it goes out: our own drawing of it, to be looked at and kept nowhere. */
const send = async (reply: FastifyReply, bytes: Uint8Array): Promise<void> => {
  await reply
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="khieu-nai.jpg"',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(Buffer.from(bytes));
};
