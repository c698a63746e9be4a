import { Module } from '@nestjs/common';

/** Requests: for help, by an authority, about one’s own data. */
@Module({})
export class SupportModule {}
