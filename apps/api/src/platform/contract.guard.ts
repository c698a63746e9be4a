import { type Endpoint, mayDo, Problem } from '@chophien/contracts';
import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { actingHeader, narrowed } from './acting.ts';
import { type Actor, Authenticator } from './actor.ts';
import { type Visit, visitOf } from './address.ts';
import { checked } from './checked.ts';
import { Limits } from './limits.ts';
import { nameInLog } from './log.ts';
import { authentications } from './metrics.ts';
import { contractKey } from './serves.ts';
import { Clock } from './time.ts';

/** How long a proof lasts for what asks for a fresh one. */
const freshMs = 10 * 60_000;

/**
 * Every request that reaches a handler passes here, whatever its path or verb looked like: the contract must exist, the
 * caller must hold its right, and the input must have its shape.
 */
@Injectable()
export class ContractGuard implements CanActivate, OnApplicationBootstrap {
  private authenticator: Authenticator | undefined;

  constructor(
    private readonly modules: ModuleRef,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    try {
      this.authenticator = this.modules.get(Authenticator, { strict: false });
    } catch {
      this.authenticator = undefined; // nobody gives out tokens here, so no token opens anything
    }
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract: Endpoint | undefined = Reflect.getMetadata(contractKey, context.getHandler());
    if (!contract) throw new Problem('platform.not-found');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const visit = visitOf(request);
    if (contract.limit) await this.limits.take(`${contract.method} ${contract.path}`, visit.address, contract.limit);
    const actor = await this.actorOf(request, visit);
    request.actor = actor;
    nameInLog(actor);
    if (contract.needs !== 'public' && !mayDo(actor, contract.needs)) {
      throw actor.kind === 'guest'
        ? new Problem('identity.sign-in-needed')
        : new Problem('platform.not-allowed', { right: contract.needs });
    }
    if (contract.fresh && !this.isFresh(actor)) throw new Problem('identity.proof-needed');
    request.input = checked(contract, request);
    return true;
  }

  private isFresh({ provedAt }: Actor): boolean {
    return provedAt != null && this.clock.now().getTime() - provedAt.getTime() <= freshMs;
  }

  private async actorOf(request: FastifyRequest, visit: Visit): Promise<Actor> {
    const token = /^Bearer ([\w.~+/=-]{16,512})$/.exec(request.headers.authorization ?? '')?.[1];
    const who = token ? await this.authenticator?.authenticate(token) : undefined;
    if (token) authentications.inc({ outcome: who ? 'opened' : 'refused' });
    return who
      ? { ...who, grants: narrowed(who.grants, request.headers[actingHeader]), ...visit, requestId: request.id }
      : { kind: 'guest', id: null, grants: [], sessionId: null, ...visit, requestId: request.id };
  }
}
