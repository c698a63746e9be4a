import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bySms, CodeSent, SixDigits } from './identity.ts';
import { CommuneCode, Done, Id, Instant, line, PageNumber, Phone } from './values.ts';

/** A number that somebody says she lost, being moved to another by an officer. */
export const MovingNumber = z
  .object({
    id: Id,
    /** With their middles hidden. */
    oldPhone: z.string(),
    newPhone: z.string(),
    startedAt: Instant,
    /** Null until the new number was proved and the former one told. */
    takesEffectAt: Instant.nullable(),
    state: z.enum(['unproved', 'waiting', 'done', 'stopped']),
  })
  .meta({ id: 'MovingNumber' });
export type MovingNumber = z.infer<typeof MovingNumber>;

export const listMyRecoveries = endpoint({
  method: 'GET',
  path: '/me/recoveries',
  summary: 'Whether an officer is moving the number of the person who is signed in',
  needs: 'session.own',
  reach: 'own',
  result: z.object({ items: z.array(MovingNumber) }),
});

export const stopMyRecovery = endpoint({
  method: 'POST',
  path: '/me/recoveries/:id/stop',
  summary: 'Stop it: the number is not lost',
  needs: 'session.own',
  reach: 'own',
  params: z.strictObject({ id: Id }),
  result: Done,
});

/** What stands in the message to the former number. */
const StopKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

export const showRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/by-link',
  summary: 'What the link in the message to the former number is about',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ key: StopKey }).meta({ id: 'RecoveryLink' }),
  result: MovingNumber,
});

export const stopRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/stop',
  summary: 'Stop the moving of a number, by the link in the message to the former one',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ key: StopKey }).meta({ id: 'StopRecovery' }),
  result: MovingNumber,
});

/** A recovery as the officers of its commune see it. */
export const RecoveryView = z
  .object({
    ...MovingNumber.shape,
    person: Id,
    name: z.string().nullable(),
    commune: CommuneCode,
    producers: z.array(z.string()),
    reason: z.string(),
    by: z.string().nullable(),
    stoppedBy: z.enum(['holder', 'officer']).nullable(),
  })
  .meta({ id: 'Recovery' });
export type RecoveryView = z.infer<typeof RecoveryView>;

export const listRecoveries = endpoint({
  method: 'GET',
  path: '/recoveries',
  summary: 'Numbers being moved in the own area, newest first',
  needs: 'person.recover',
  reach: 'area',
  query: z.strictObject({ page: PageNumber }),
  result: z
    .object({ items: z.array(RecoveryView), total: z.int(), page: z.int(), pages: z.int() })
    .meta({ id: 'RecoveriesPage' }),
});

export const getRecovery = endpoint({
  method: 'GET',
  path: '/recoveries/:id',
  summary: 'One of them',
  needs: 'person.recover',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: RecoveryView,
});

export const startRecovery = endpoint({
  method: 'POST',
  path: '/recoveries',
  summary: 'Begin to move a lost number, for somebody of a household of the own area whose card was checked',
  needs: 'person.recover',
  reach: 'area',
  fresh: true,
  body: z
    .strictObject({
      /** Made by whoever sends it. */
      id: Id,
      oldPhone: Phone,
      newPhone: Phone,
      reason: line(200, 3),
      /** The officer compared her face with her citizen card. */
      cardSeen: z.literal(true),
    })
    .meta({ id: 'StartRecovery' }),
  result: RecoveryView,
});

export const askRecoveryCode = endpoint({
  method: 'POST',
  path: '/recoveries/:id/codes',
  summary: 'Send a code to the new number',
  needs: 'person.recover',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ by: bySms }).meta({ id: 'AskRecoveryCode' }),
  result: CodeSent,
});

export const proveRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/:id/proof',
  summary: 'The new number is proved by its code; it takes effect a day later unless the former one stops it',
  needs: 'person.recover',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ code: SixDigits }).meta({ id: 'ProveRecovery' }),
  result: RecoveryView,
});

export const dropRecovery = endpoint({
  method: 'POST',
  path: '/recoveries/:id/stop',
  summary: 'The officer takes it back',
  needs: 'person.recover',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ reason: line(200, 3) }).meta({ id: 'DropRecovery' }),
  result: RecoveryView,
});
