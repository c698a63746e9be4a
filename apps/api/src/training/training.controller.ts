import {
  attendTraining,
  cancelTraining,
  enterAttendees,
  findTrainees,
  getAttendanceCode,
  getSkills,
  getTraining,
  type InputOf,
  listCourses,
  listTrainings,
  myTraining,
  planTraining,
  removeAttendee,
  signSkills,
  writeCourse,
} from '@chophien/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, Me } from '../platform/actor.ts';
import { Input, Serves } from '../platform/serves.ts';
import { AttendTraining } from './attend-training.ts';
import { CancelTraining } from './cancel-training.ts';
import { EnterAttendees } from './enter-attendees.ts';
import { FindTrainees } from './find-trainees.ts';
import { PlanTraining } from './plan-training.ts';
import { ShowCode } from './show-code.ts';
import { SignSkills } from './sign-skills.ts';
import { TrainingQueries } from './training.queries.ts';
import { WriteCourse } from './write-course.ts';

@Controller()
export class TrainingController {
  constructor(
    private readonly training: TrainingQueries,
    private readonly courses: WriteCourse,
    private readonly plan: PlanTraining,
    private readonly cancel: CancelTraining,
    private readonly show: ShowCode,
    private readonly attend: AttendTraining,
    private readonly attendees: EnterAttendees,
    private readonly find: FindTrainees,
    private readonly skills: SignSkills,
  ) {}

  @Serves(listCourses)
  async listCourses(@Me() actor: Actor) {
    return { items: await this.training.courses(actor) };
  }

  @Serves(writeCourse)
  writeCourse(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof writeCourse>) {
    return this.courses.run(actor, params.id, body);
  }

  @Serves(listTrainings)
  listTrainings(@Me() actor: Actor, @Input() { query }: InputOf<typeof listTrainings>) {
    return this.training.list(actor, query);
  }

  @Serves(planTraining)
  planTraining(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof planTraining>) {
    return this.plan.run(actor, params.id, body);
  }

  @Serves(getTraining)
  getTraining(@Me() actor: Actor, @Input() { params }: InputOf<typeof getTraining>) {
    return this.training.detail(actor, params.id);
  }

  @Serves(cancelTraining)
  cancelTraining(@Me() actor: Actor, @Input() { params }: InputOf<typeof cancelTraining>) {
    return this.cancel.run(actor, params.id);
  }

  @Serves(getAttendanceCode)
  getAttendanceCode(@Me() actor: Actor, @Input() { params }: InputOf<typeof getAttendanceCode>) {
    return this.show.run(actor, params.id);
  }

  @Serves(attendTraining)
  attendTraining(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof attendTraining>) {
    return this.attend.run(actor, params.id, body);
  }

  @Serves(enterAttendees)
  enterAttendees(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof enterAttendees>) {
    return this.attendees.run(actor, params.id, body.producers);
  }

  @Serves(removeAttendee)
  removeAttendee(@Me() actor: Actor, @Input() { params }: InputOf<typeof removeAttendee>) {
    return this.attendees.remove(actor, params.id, params.producer);
  }

  @Serves(findTrainees)
  findTrainees(@Me() actor: Actor, @Input() { query }: InputOf<typeof findTrainees>) {
    return this.find.run(actor, query);
  }

  @Serves(getSkills)
  getSkills(@Me() actor: Actor, @Input() { params }: InputOf<typeof getSkills>) {
    return this.skills.sheet(actor, params.id);
  }

  @Serves(signSkills)
  signSkills(@Me() actor: Actor, @Input() { params, body }: InputOf<typeof signSkills>) {
    return this.skills.run(actor, params.id, body.skills);
  }

  @Serves(myTraining)
  myTraining(@Me() actor: Actor) {
    return this.training.mine(actor);
  }
}
