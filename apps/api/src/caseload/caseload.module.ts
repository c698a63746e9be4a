import { Module } from '@nestjs/common';

/** Officers and helpers beside the households: lists, visits, entries from the field. */
@Module({})
export class CaseloadModule {}
