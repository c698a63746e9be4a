import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { roles } from './rights.ts';
import { CommuneCode, Done, Id, Instant, line, Phone, ProvinceCode } from './values.ts';

export const SessionToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const GrantView = z
  .object({
    role: z.enum(roles),
    producer: Id.nullable(),
    commune: CommuneCode.nullable(),
    province: ProvinceCode.nullable(),
  })
  .meta({ id: 'Grant' });

export const MeView = z
  .object({
    id: Id,
    name: z.string().nullable(),
    phone: z.string().nullable(),
    kind: z.enum(['person', 'official']),
    grants: z.array(GrantView),
  })
  .meta({ id: 'Me' });
export type MeView = z.infer<typeof MeView>;

export const SessionOpened = z
  .object({ token: SessionToken, expiresAt: Instant, me: MeView })
  .meta({ id: 'SessionOpened' });

export const requestCode = endpoint({
  method: 'POST',
  path: '/sign-in/codes',
  summary: 'Send a one-time code to a phone; the answer is the same for known and unknown numbers',
  needs: 'public',
  limit: { points: 30, seconds: 3600, by: 'address' },
  body: z.strictObject({ phone: Phone }).meta({ id: 'RequestCode' }),
  result: z.object({ sentTo: z.string(), expiresAt: Instant, resendAt: Instant }).meta({ id: 'CodeSent' }),
});

export const openSession = endpoint({
  method: 'POST',
  path: '/sign-in/sessions',
  summary: 'Exchange phone and code for a session (90 days); the first time, the person is registered',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z
    .strictObject({ phone: Phone, code: z.string().regex(/^\d{6}$/, 'six digits'), name: line(80).optional() })
    .meta({ id: 'OpenSession' }),
  result: SessionOpened,
});

export const openOfficialSession = endpoint({
  method: 'POST',
  path: '/sign-in/officials',
  summary: 'Sign in as an official: password and a code from the authenticator (8 hours)',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z
    .strictObject({
      phone: Phone,
      password: z.string().min(1).max(128),
      totp: z.string().regex(/^\d{6}$/, 'six digits'),
    })
    .meta({ id: 'OpenOfficialSession' }),
  result: SessionOpened,
});

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, and what they may do where',
  needs: 'session.own',
  result: MeView,
});

export const renameMe = endpoint({
  method: 'PUT',
  path: '/me/name',
  summary: 'Say or change the name of the person who is signed in',
  needs: 'session.own',
  body: z.strictObject({ name: line(80) }).meta({ id: 'RenameMe' }),
  result: MeView,
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where this person is signed in',
  needs: 'session.own',
  result: z.object({
    items: z.array(
      z
        .object({ id: Id, openedAt: Instant, lastSeenAt: Instant, expiresAt: Instant, current: z.boolean() })
        .meta({ id: 'Session' }),
    ),
  }),
});

export const closeSession = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:id',
  summary: 'Sign out of one place; `current` is here',
  needs: 'session.own',
  params: z.strictObject({ id: z.union([Id, z.literal('current')]) }),
  result: Done,
});
