import { Module } from '@nestjs/common';
import { Esms } from './esms.gateway.ts';
import { Zalo } from './zalo.gateway.ts';

/** The two companies that carry messages to phones. */
@Module({ providers: [Esms, Zalo], exports: [Esms, Zalo] })
export class MessagesModule {}
