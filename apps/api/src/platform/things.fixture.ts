import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoint, type InputOf } from '@chophien/contracts';
import { Controller, Injectable, Res } from '@nestjs/common';
import type { FastifyReply, InjectOptions } from 'fastify';
import { z } from 'zod';
import { type Actor, Authenticator, Me } from './actor.ts';
import { answerOperations } from './operations.ts';
import { Input, RawBody, Serves } from './serves.ts';
import { testEnv, testWeb } from './testing.ts';

/** A house of a few contracts, to try what every contract is promised. */

const Basket = z.strictObject({
  lines: z.array(z.strictObject({ offer: z.uuid(), quantity: z.int().min(1) })).min(1),
  note: z.string().max(20).optional(),
});
export const list = endpoint({
  method: 'GET',
  path: '/things',
  summary: 'Things',
  needs: 'public',
  query: z.strictObject({
    sort: z.enum(['price', 'name']).optional(),
    page: z.coerce.number().pipe(z.int().min(1)).default(1),
  }),
  result: z.object({ page: z.number(), who: z.string() }),
});
const one = endpoint({
  method: 'GET',
  path: '/things/:id',
  summary: 'A thing',
  needs: 'listing.publish',
  params: z.strictObject({ id: z.string().max(10) }),
  result: z.object({ id: z.string() }),
});
const put = endpoint({
  method: 'POST',
  path: '/things',
  summary: 'New',
  needs: 'public',
  body: Basket,
  result: z.object({ lines: z.int() }),
  status: 201,
});
const act = endpoint({
  method: 'POST',
  path: '/things/act',
  summary: 'Nothing to say',
  needs: 'session.own',
  result: z.object({ id: z.string() }),
});
const hook = endpoint({ method: 'POST', path: '/hooks/bank', summary: 'Signed bytes', needs: 'public', raw: true });
const few = endpoint({
  method: 'GET',
  path: '/few',
  summary: 'Rarely',
  needs: 'public',
  limit: { points: 3, seconds: 60, by: 'address' },
  result: z.object({ address: z.string() }),
});
const broken = endpoint({
  method: 'GET',
  path: '/broken',
  summary: 'A fault of ours',
  needs: 'public',
  result: z.object({}),
});
const wrong = endpoint({
  method: 'GET',
  path: '/wrong',
  summary: 'Not what was promised',
  needs: 'public',
  result: z.object({ price: z.int() }),
});

/** What reached the handler behind a right. */
export const served: string[] = [];

@Controller()
export class Things {
  @Serves(list)
  list(@Me() actor: Actor, @Input() { query }: InputOf<typeof list>) {
    return { page: query.page, who: actor.kind, phone: '0900000991' };
  }
  @Serves(one)
  one(@Input() { params }: InputOf<typeof one>) {
    served.push(params.id);
    return { id: params.id, secret: 'x' };
  }
  @Serves(put)
  put(@Input() { body }: InputOf<typeof put>) {
    return { lines: body.lines.length };
  }
  @Serves(act)
  act(@Me() actor: Actor) {
    return { id: actor.id ?? '' };
  }
  @Serves(hook)
  hook(@RawBody() bytes: Buffer, @Res() reply: FastifyReply) {
    reply.type('text/plain').send(bytes.toString('hex'));
  }
  @Serves(few)
  few(@Me() actor: Actor) {
    return { address: actor.address };
  }
  @Serves(broken)
  broken() {
    throw new Error(`select password from people where phone = '0900000991'`);
  }
  @Serves(wrong)
  wrong() {
    return { price: 1.5 } as never;
  }
}

@Injectable()
class Tokens extends Authenticator {
  async authenticate(token: string) {
    if (token === 'seller-token-0001')
      return {
        id: 'seller',
        kind: 'person' as const,
        sessionId: 's',
        grants: [{ role: 'producer' as const, producer: 'p' }],
      };
    if (token === 'nobody-token-0001') return { id: 'nobody', kind: 'person' as const, sessionId: 's', grants: [] };
    if (token === 'odd-token-000001')
      return { id: 'odd', kind: 'person' as const, sessionId: 's', grants: [{ role: 'king' as never }] };
    return null;
  }
}

export const basket = { lines: [{ offer: '0197a000-0000-7000-8000-000000000001', quantity: 2 }] };

/** The web process with these contracts on the database at `url`, and ways to ask it. */
export const houseOfThings = async (url: string) => {
  const env = testEnv({ DATABASE_URL: url });
  const app = await testWeb(
    { controllers: [Things], providers: [{ provide: Authenticator, useClass: Tokens }] },
    answerOperations,
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.getHttpServer().address() as AddressInfo;
  const call = async (options: InjectOptions) => {
    const { statusCode: status, headers, body, json } = await app.inject(options);
    return { status, headers, body, json };
  };
  return {
    app,
    env,
    port,
    call,
    get: (path: string, token?: string) =>
      call({ method: 'GET', url: path, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) }),
    post: (path: string, payload: string | Buffer, type?: string, headers: Record<string, string> = {}) =>
      call({ method: 'POST', url: path, payload, headers: { ...(type ? { 'content-type': type } : {}), ...headers } }),
    /** The path as written, which a tidy client would change on the way. */
    plain: (method: string, path: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = httpRequest({ port, method, path, agent: false }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        asked.on('error', reject).end();
      }),
  };
};
