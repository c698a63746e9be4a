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

/**
 * How a code travels: on its way, taken by Zalo, taken by SMS, by SMS because Zalo would not or did not answer, not sent at
 * all, and seen on the phone.
 */
export const CodeDelivery = z.enum(['sending', 'zalo', 'sms', 'fell-back', 'failed', 'delivered']);
export type CodeDelivery = z.infer<typeof CodeDelivery>;

/** What the house knows a browser by between two codes: it made it, so nobody can choose one. */
const DeviceToken = z.string().regex(/^[\w.-]{1,120}$/);

export const CodeSent = z
  .object({
    id: Id,
    /** The number with its middle hidden. */
    sentTo: z.string(),
    delivery: CodeDelivery,
    expiresAt: Instant,
    resendAt: Instant,
    /** To be kept by the browser and sent along the next time. */
    device: DeviceToken.nullable(),
  })
  .meta({ id: 'CodeSent' });
export type CodeSent = z.infer<typeof CodeSent>;

export const SixDigits = z.string().regex(/^\d{6}$/, 'six digits');

/** By SMS when Zalo has not brought it; otherwise the house tries Zalo first. */
export const bySms = z.literal('sms').optional();

export const requestCode = endpoint({
  method: 'POST',
  path: '/sign-in/codes',
  summary: 'Send a one-time code to a phone; the answer is the same for known and unknown numbers',
  needs: 'public',
  limit: { points: 30, seconds: 3600, by: 'address' },
  body: z.strictObject({ phone: Phone, by: bySms, device: DeviceToken.optional() }).meta({ id: 'RequestCode' }),
  result: CodeSent,
});

export const codeDelivery = endpoint({
  method: 'GET',
  path: '/sign-in/codes/:id',
  summary: 'Whether a code has reached its phone; says nothing of the phone or the code',
  needs: 'public',
  limit: { points: 300, seconds: 3600, by: 'address' },
  params: z.strictObject({ id: Id }),
  result: z.object({ delivery: CodeDelivery }).meta({ id: 'CodeDeliveryView' }),
});

export const noteSmsDelivery = endpoint({
  method: 'GET',
  path: '/messages/esms/:id/:key',
  summary: 'eSMS says what became of a message (its CallbackUrl); the key shows that we gave it the address',
  needs: 'public',
  limit: { points: 6000, seconds: 60, by: 'address' },
  params: z.strictObject({ id: Id, key: z.string().regex(/^[\w-]{43}$/) }),
  query: z.looseObject({
    SendStatus: z.string().max(10).optional(),
    SendSuccess: z.string().max(10).optional(),
    SendFailed: z.string().max(10).optional(),
  }),
  result: Done,
});

export const openSession = endpoint({
  method: 'POST',
  path: '/sign-in/sessions',
  summary: 'Exchange phone and code for a session (90 days); the first time, the person is registered',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ phone: Phone, code: SixDigits, name: line(80).optional() }).meta({ id: 'OpenSession' }),
  result: SessionOpened,
});

export const openOfficialSession = endpoint({
  method: 'POST',
  path: '/sign-in/officials',
  summary: 'Sign in as an official: password, and a code from the authenticator or a recovery code (8 hours)',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z
    .strictObject({
      phone: Phone,
      password: z.string().min(1).max(128),
      totp: SixDigits.optional(),
      /** One of ten, each good once, for who lost the authenticator. */
      recovery: z.string().min(1).max(40).optional(),
    })
    .refine(({ totp, recovery }) => (totp === undefined) !== (recovery === undefined), {
      path: ['totp'],
      message: 'a code from the authenticator, or a recovery code',
    })
    .meta({ id: 'OpenOfficialSession' }),
  result: SessionOpened,
});

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, and what they may do where',
  needs: 'session.own',
  reach: 'own',
  result: MeView,
});

export const renameMe = endpoint({
  method: 'PUT',
  path: '/me/name',
  summary: 'Say or change the name of the person who is signed in',
  needs: 'session.own',
  reach: 'own',
  body: z.strictObject({ name: line(80) }).meta({ id: 'RenameMe' }),
  result: MeView,
});

export const SessionView = z
  .object({
    id: Id,
    /** Where, as people say it: `Điện thoại Samsung, Chrome`. */
    label: z.string(),
    address: z.string(),
    openedAt: Instant,
    lastSeenAt: Instant,
    expiresAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where this person is signed in',
  needs: 'session.own',
  reach: 'own',
  result: z.object({ items: z.array(SessionView) }),
});

export const closeSession = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:id',
  summary: 'Sign out of one place; `current` is here, `others` everywhere else, `all` everywhere',
  needs: 'session.own',
  reach: 'own',
  params: z.strictObject({ id: z.union([Id, z.enum(['current', 'others', 'all'])]) }),
  result: Done,
});

export const askProof = endpoint({
  method: 'POST',
  path: '/me/proof/codes',
  summary: 'Send a code to the phone of the person who is signed in, to prove that it is still she',
  needs: 'session.own',
  reach: 'own',
  body: z.strictObject({ by: bySms }).meta({ id: 'AskProof' }),
  result: CodeSent,
});

export const prove = endpoint({
  method: 'POST',
  path: '/me/proof',
  summary: 'Prove again who is here: a person by the code sent to her phone, an official by her authenticator',
  needs: 'session.own',
  reach: 'own',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ code: SixDigits }).meta({ id: 'Prove' }),
  result: z.object({ provedAt: Instant }).meta({ id: 'Proved' }),
});

export const askPhoneCode = endpoint({
  method: 'POST',
  path: '/me/phone/codes',
  summary: 'Send a code to the number that a person wants to sign in with from now on',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  body: z.strictObject({ phone: Phone, by: bySms }).meta({ id: 'AskPhoneCode' }),
  result: CodeSent,
});

export const changePhone = endpoint({
  method: 'PUT',
  path: '/me/phone',
  summary: 'Sign in with another number from now on: the former one proved freshly, the new one by its code',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  body: z.strictObject({ phone: Phone, code: SixDigits }).meta({ id: 'ChangePhone' }),
  result: MeView,
});
