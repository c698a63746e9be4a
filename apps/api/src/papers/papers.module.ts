import { Module } from '@nestjs/common';

/** Papers people handed in: sealed, checked, expiring. */
@Module({})
export class PapersModule {}
