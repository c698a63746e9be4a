import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CommuneCode, Day, Id, Instant, line, PageNumber, prose, ProvinceCode } from './values.ts';

/** A course that is held in sessions. Dated: what is taught, and on which paper's ground. */
export const CourseView = z
  .object({
    id: Id,
    title: z.string(),
    content: z.string(),
    hours: z.number(),
    /** Null: for every province. */
    province: ProvinceCode.nullable(),
    validFrom: Day,
    validTo: Day.nullable(),
    legalRef: z.string(),
  })
  .meta({ id: 'Course' });
export type CourseView = z.infer<typeof CourseView>;

export const TrainingState = z.enum(['planned', 'held', 'cancelled']);

const session = {
  id: Id,
  course: z.object({ id: Id, title: z.string(), hours: z.number() }),
  commune: z.object({ code: CommuneCode, fullName: z.string() }),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  trainer: z.object({ id: Id, name: z.string().nullable() }),
  state: TrainingState,
  attended: z.int(),
};

export const TrainingSession = z.object(session).meta({ id: 'TrainingSession' });
export type TrainingSession = z.infer<typeof TrainingSession>;

export const TrainingSessionDetail = z
  .object({
    ...session,
    attendees: z.array(
      z.object({
        producer: Id,
        name: z.string(),
        hamlet: z.string().nullable(),
        how: z.enum(['qr', 'list']),
        at: Instant,
      }),
    ),
    /** Whether the one who asks may still change who was there. */
    open: z.boolean(),
  })
  .meta({ id: 'TrainingSessionDetail' });
export type TrainingSessionDetail = z.infer<typeof TrainingSessionDetail>;

export const SkillView = z
  .object({
    id: z.string(),
    title: z.string(),
    hint: z.string(),
    /** When a trainer saw it done; null: not yet. */
    shownAt: Instant.nullable(),
    shownTo: z.string().nullable(),
  })
  .meta({ id: 'Skill' });

/** What a household can do by itself, as a trainer saw it. */
export const SkillSheet = z
  .object({
    producer: Id,
    name: z.string(),
    skills: z.array(SkillView),
    complete: z.boolean(),
    signedAt: Instant.nullable(),
    courses: z.array(z.object({ title: z.string(), day: Day })),
  })
  .meta({ id: 'SkillSheet' });
export type SkillSheet = z.infer<typeof SkillSheet>;

export const listCourses = endpoint({
  method: 'GET',
  path: '/training/courses',
  summary: 'The courses that can be held in my area today',
  needs: 'training.read',
  reach: 'area',
  result: z.object({ items: z.array(CourseView) }),
});

export const writeCourse = endpoint({
  method: 'PUT',
  path: '/training/courses/:id',
  summary: 'Write a course; one that was held is ended and written anew, never changed',
  needs: 'course.write',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      title: line(120, 3),
      content: prose(4000),
      hours: z.number().min(0.5).max(80),
      province: ProvinceCode,
      validFrom: Day,
      validTo: Day.nullable(),
      legalRef: line(300, 3),
    })
    .meta({ id: 'WriteCourse' }),
  result: CourseView,
});

export const listTrainings = endpoint({
  method: 'GET',
  path: '/training/sessions',
  summary: 'Sessions of my area, the next one first; or those that were',
  needs: 'training.read',
  reach: 'area',
  query: z.strictObject({
    show: z.enum(['coming', 'past']).default('coming'),
    commune: CommuneCode.optional(),
    page: PageNumber,
  }),
  result: z.object({ items: z.array(TrainingSession), total: z.int(), page: z.int(), pages: z.int() }),
});

const ofSession = z.strictObject({ id: Id });

export const planTraining = endpoint({
  method: 'PUT',
  path: '/training/sessions/:id',
  summary: 'Plan a session, or change one that was not held yet',
  needs: 'training.hold',
  reach: 'area',
  params: ofSession,
  body: z
    .strictObject({
      course: Id,
      commune: CommuneCode,
      place: line(160, 3),
      startsAt: Instant,
      endsAt: Instant,
      /** Absent: whoever plans it. */
      trainer: Id.optional(),
    })
    .meta({ id: 'PlanTraining' }),
  result: TrainingSessionDetail,
});

export const getTraining = endpoint({
  method: 'GET',
  path: '/training/sessions/:id',
  summary: 'One session and who was there',
  needs: 'training.read',
  reach: 'area',
  params: ofSession,
  result: TrainingSessionDetail,
});

export const cancelTraining = endpoint({
  method: 'POST',
  path: '/training/sessions/:id/cancellation',
  summary: 'Call off a session nobody attended yet',
  needs: 'training.hold',
  reach: 'area',
  params: ofSession,
  result: TrainingSessionDetail,
});

export const getAttendanceCode = endpoint({
  method: 'GET',
  path: '/training/sessions/:id/code',
  summary:
    'The code to show in the room now; a new one every five minutes, so that a photograph of it is no use at home',
  needs: 'training.hold',
  reach: 'area',
  params: ofSession,
  result: z.object({ code: z.string(), path: z.string(), expiresAt: Instant }),
});

export const attendTraining = endpoint({
  method: 'POST',
  path: '/training/sessions/:id/attendance',
  summary: 'I am here, with my household: the code on the wall says so',
  needs: 'training.attend',
  reach: 'producer',
  params: ofSession,
  body: z
    .strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits'), producer: Id })
    .meta({ id: 'AttendTraining' }),
  result: z.object({ course: z.string(), day: Day }),
});

export const enterAttendees = endpoint({
  method: 'POST',
  path: '/training/sessions/:id/attendees',
  summary: 'Enter households from the paper list',
  needs: 'training.hold',
  reach: 'area',
  params: ofSession,
  body: z.strictObject({ producers: z.array(Id).min(1).max(200) }).meta({ id: 'EnterAttendees' }),
  result: TrainingSessionDetail,
});

export const removeAttendee = endpoint({
  method: 'DELETE',
  path: '/training/sessions/:id/attendees/:producer',
  summary: 'Take back an entry made by mistake, within a week of the session',
  needs: 'training.hold',
  reach: 'area',
  params: z.strictObject({ id: Id, producer: Id }),
  result: TrainingSessionDetail,
});

export const findTrainees = endpoint({
  method: 'GET',
  path: '/training/households',
  summary: 'Households of my communes by name, for the list and for the skills',
  needs: 'training.hold',
  reach: 'area',
  query: z.strictObject({ q: z.string().max(100).default(''), page: PageNumber }),
  result: z.object({
    items: z.array(
      z.object({ id: Id, name: z.string(), hamlet: z.string().nullable(), trained: z.boolean(), skilled: z.boolean() }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});

export const getSkills = endpoint({
  method: 'GET',
  path: '/training/households/:id/skills',
  summary: 'What one household can do by itself',
  needs: 'training.read',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: SkillSheet,
});

export const signSkills = endpoint({
  method: 'PUT',
  path: '/training/households/:id/skills',
  summary: 'Sign what was seen done; skills left out are not taken back',
  needs: 'skills.sign',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({
      skills: z
        .array(z.string().regex(/^[a-z-]{2,40}$/))
        .min(1)
        .max(20),
    })
    .meta({ id: 'SignSkills' }),
  result: SkillSheet,
});

export const myTraining = endpoint({
  method: 'GET',
  path: '/me/training',
  summary: 'Coming sessions of my communes, courses my households attended, and what they can do',
  needs: 'training.attend',
  reach: 'own',
  result: z.object({ coming: z.array(TrainingSession), sheets: z.array(SkillSheet) }),
});
