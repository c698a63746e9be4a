import { downloadMyData, type InputOf, whoLookedAtMe } from '@chophien/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { MyDataPages } from './my-data.pages.ts';

@Controller()
export class MyDataPagesController {
  constructor(private readonly data: MyDataPages) {}

  @Serves(downloadMyData)
  async downloadMyData(@Me() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { name, document } = await this.data.whole(actor);
    await reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(JSON.stringify(document, null, 2));
  }

  @Serves(whoLookedAtMe)
  async whoLookedAtMe(@Me() actor: Actor, @Input() { query }: InputOf<typeof whoLookedAtMe>) {
    return { ...(await this.data.looks(actor, query.page)), page: query.page };
  }
}
