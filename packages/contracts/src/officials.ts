import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { SessionOpened, SixDigits } from './identity.ts';
import { roles } from './rights.ts';
import { CommuneCode, Done, Id, Instant, line, PageNumber, Phone, ProvinceCode, SearchWords } from './values.ts';

/** At least ten letters of anything, at most 128; what most people choose is refused by the API (`rule: common`). */
export const NewPassword = z.string().min(10).max(128);

/** The secret of a link by which an official begins. */
const StartKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What an authenticator app needs, once. */
export const NewAuthenticator = z
  .object({
    /** `otpauth://totp/…`, for the picture. */
    otpauth: z.string(),
    /** The same to be typed: letters and digits. */
    secret: z.string(),
  })
  .meta({ id: 'NewAuthenticator' });
export type NewAuthenticator = z.infer<typeof NewAuthenticator>;

/** Ten, shown once; each opens once where the authenticator would. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const beginOfficial = endpoint({
  method: 'POST',
  path: '/sign-in/officials/start',
  summary: 'What the link of a new official is about, and her authenticator to be',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ key: StartKey }).meta({ id: 'BeginOfficial' }),
  result: z
    .object({ name: z.string().nullable(), phone: z.string(), expiresAt: Instant, ...NewAuthenticator.shape })
    .meta({ id: 'OfficialBeginning' }),
});

export const startOfficial = endpoint({
  method: 'POST',
  path: '/sign-in/officials/start/done',
  summary: 'The first sign-in of an official: she chooses her password and shows her authenticator',
  needs: 'public',
  limit: { points: 60, seconds: 3600, by: 'address' },
  body: z.strictObject({ key: StartKey, password: NewPassword, totp: SixDigits }).meta({ id: 'StartOfficial' }),
  result: z.object({ ...SessionOpened.shape, ...RecoveryCodes.shape }).meta({ id: 'OfficialStarted' }),
});

export const mySecurity = endpoint({
  method: 'GET',
  path: '/me/security',
  summary: 'What the official who is signed in proves herself with',
  needs: 'session.own',
  reach: 'own',
  result: z
    .object({ changedAt: Instant, recoveryCodesLeft: z.int(), provedAt: Instant.nullable() })
    .meta({ id: 'MySecurity' }),
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/me/password',
  summary: 'Another password; signs the official out everywhere else',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  body: z.strictObject({ current: z.string().min(1).max(128), password: NewPassword }).meta({ id: 'ChangePassword' }),
  result: Done,
});

export const beginAuthenticator = endpoint({
  method: 'POST',
  path: '/me/authenticator',
  summary: 'A new authenticator, not yet in force',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  result: NewAuthenticator,
});

export const keepAuthenticator = endpoint({
  method: 'PUT',
  path: '/me/authenticator',
  summary: 'The new authenticator replaces the former one, once it has shown a code',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  body: z.strictObject({ totp: SixDigits }).meta({ id: 'KeepAuthenticator' }),
  result: Done,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/me/recovery-codes',
  summary: 'Ten new recovery codes; the former ones open nothing any more',
  needs: 'session.own',
  reach: 'own',
  fresh: true,
  result: RecoveryCodes,
});

const RoleName = z.enum(roles);

/** One role of somebody, and where it holds. */
export const RoleView = z
  .object({
    id: Id,
    person: Id,
    name: z.string().nullable(),
    phone: z.string(),
    kind: z.enum(['person', 'official']),
    role: RoleName,
    commune: CommuneCode.nullable(),
    province: ProvinceCode.nullable(),
    /** A helper's hamlets; null: all of the commune. */
    hamlets: z.array(z.string()).nullable(),
    since: Instant,
    /** Who gave it; null: a command of the operators. */
    by: z.string().nullable(),
    until: Instant.nullable(),
    /** An official who has not yet signed in for the first time. */
    isWaiting: z.boolean(),
    lastSeenAt: Instant.nullable(),
    isMe: z.boolean(),
  })
  .meta({ id: 'RoleOfPerson' });
export type RoleView = z.infer<typeof RoleView>;

export const listRoles = endpoint({
  method: 'GET',
  path: '/roles',
  summary: 'Who has which role in the area of the one who asks, since when and by whom',
  needs: 'official.appoint',
  reach: 'area',
  query: z.strictObject({
    role: RoleName.optional(),
    words: SearchWords.optional(),
    ended: z.literal('true').optional(),
    page: PageNumber,
  }),
  result: z
    .object({ items: z.array(RoleView), total: z.int(), page: z.int(), pages: z.int() })
    .meta({ id: 'RolesPage' }),
});

/** The link by which an official begins: shown once, good for seven days. */
export const StartLink = z.object({ link: z.url(), expiresAt: Instant }).meta({ id: 'StartLink' });
export type StartLink = z.infer<typeof StartLink>;

export const Appoint = z
  .strictObject({
    phone: Phone,
    name: line(80, 2),
    role: RoleName,
    commune: CommuneCode.optional(),
    province: ProvinceCode.optional(),
    /** A helper's; none: the whole commune. */
    hamlets: z
      .array(z.string().regex(/^[a-z0-9-]{1,80}$/))
      .min(1)
      .max(60)
      .optional(),
  })
  .meta({ id: 'Appoint' });

export const appointPerson = endpoint({
  method: 'POST',
  path: '/roles',
  summary: 'Give somebody a role in the own area; an official who is new gets a link to begin with',
  needs: 'official.appoint',
  reach: 'area',
  fresh: true,
  body: Appoint,
  result: z.object({ person: Id, start: StartLink.nullable() }).meta({ id: 'Appointed' }),
});

const Reason = z.strictObject({ reason: line(200, 3) });

export const endRole = endpoint({
  method: 'POST',
  path: '/roles/:id/end',
  summary: 'End a role; an official without any is signed out at once',
  needs: 'official.appoint',
  reach: 'area',
  fresh: true,
  params: z.strictObject({ id: Id }),
  body: Reason.meta({ id: 'EndRole' }),
  result: Done,
});

export const PersonOfArea = z
  .object({
    id: Id,
    name: z.string().nullable(),
    phone: z.string(),
    kind: z.enum(['person', 'official']),
    roles: z.array(RoleView),
    /** Who could take over what she has in hand: the same role in the same place. */
    colleagues: z.array(z.object({ id: Id, name: z.string().nullable() })),
  })
  .meta({ id: 'PersonOfArea' });

export const getPersonOfArea = endpoint({
  method: 'GET',
  path: '/people/:id',
  summary: 'Somebody with a role in the own area, and who could take over from her',
  needs: 'official.appoint',
  reach: 'area',
  params: z.strictObject({ id: Id }),
  result: PersonOfArea,
});

export const renewStart = endpoint({
  method: 'POST',
  path: '/people/:id/start',
  summary: 'A new link for an official who lost password and authenticator; signs her out everywhere',
  needs: 'official.appoint',
  reach: 'area',
  fresh: true,
  params: z.strictObject({ id: Id }),
  body: Reason.meta({ id: 'RenewStart' }),
  result: StartLink,
});

export const leaveOffice = endpoint({
  method: 'POST',
  path: '/people/:id/leave',
  summary: 'Somebody leaves: all her roles and sessions end, and what she had in hand goes to a colleague',
  needs: 'official.appoint',
  reach: 'area',
  fresh: true,
  params: z.strictObject({ id: Id }),
  body: z.strictObject({ handedTo: Id.nullable(), reason: line(200, 3) }).meta({ id: 'LeaveOffice' }),
  result: Done,
});
