import { Module } from '@nestjs/common';

/** Courses, who attended, and who has which skill. */
@Module({})
export class TrainingModule {}
