import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { Identity } from './identity.ts';
import { ProducerQueries } from './producer.queries.ts';

/** What others may ask of identity, without signing in and all that belongs to it. */
@Module({ imports: [CommunesModule], providers: [Identity, ProducerQueries], exports: [Identity, ProducerQueries] })
export class IdentityDoorModule {}
