import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { AttendTraining } from './attend-training.ts';
import { CancelTraining } from './cancel-training.ts';
import { EnterAttendees } from './enter-attendees.ts';
import { FindTrainees } from './find-trainees.ts';
import { PlanTraining } from './plan-training.ts';
import { ShowCode } from './show-code.ts';
import { SignSkills } from './sign-skills.ts';
import { TrainingController } from './training.controller.ts';
import './training.entity.ts';
import { TrainingQueries } from './training.queries.ts';
import { Training } from './training.ts';
import { WriteCourse } from './write-course.ts';

/** Courses, who attended, and who has which skill. */
@Module({
  imports: [CommunesModule, IdentityModule],
  controllers: [TrainingController],
  providers: [
    AttendTraining,
    CancelTraining,
    EnterAttendees,
    FindTrainees,
    PlanTraining,
    ShowCode,
    SignSkills,
    Training,
    TrainingQueries,
    WriteCourse,
  ],
  exports: [Training],
})
export class TrainingModule {}
