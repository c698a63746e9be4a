import { AccountActs } from './account-acts.ts';
import { AccountController } from './account.controller.ts';
import { Appoint } from './appoint.ts';
import { Authenticators } from './authenticators.ts';
import { ChangePassword } from './change-password.ts';
import { ChangePhone } from './change-phone.ts';
import { CreateOfficial } from './create-official.ts';
import { EndOfficial } from './end-official.ts';
import { EndRole } from './end-role.ts';
import { FinishRecoveries } from './finish-recoveries.ts';
import { LeaveOffice } from './leave-office.ts';
import { OfficialStart, PartnerKey, PhoneRecovery, RecoveryCode } from './official.entity.ts';
import { OfficialSecurity } from './official-security.ts';
import { OfficialStarts } from './official-starts.ts';
import { OpenOfficialSession } from './open-official-session.ts';
import { Operators } from './operators.ts';
import { PartnerKeys } from './partner-keys.ts';
import { ProveRecovery } from './prove-recovery.ts';
import { Prove } from './prove.ts';
import { PartnerKeysController, RecoveriesController } from './recoveries.controller.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { RecoveryQueries } from './recovery.queries.ts';
import { RenewStart } from './renew-start.ts';
import { ReplaceAuthenticator } from './replace-authenticator.ts';
import { RolePlaces } from './role-place.ts';
import { RoleQueries } from './role.queries.ts';
import { RolesController } from './roles.controller.ts';
import { RolesOf } from './roles-of.ts';
import { StartOfficial } from './start-official.ts';
import { StartRecovery } from './start-recovery.ts';
import { StopRecovery } from './stop-recovery.ts';
import { SuspendPerson } from './suspend-person.ts';
import { TellFormerNumbers } from './tell-former-numbers.ts';

/** Officials, roles, proofs, lost numbers and partners' keys, as the module takes them up. */
export const officialEntities = [OfficialStart, RecoveryCode, PhoneRecovery, PartnerKey];

export const officialControllers = [AccountController, RolesController, RecoveriesController, PartnerKeysController];

export const officialActs = [
  AccountActs,
  Appoint,
  Authenticators,
  ChangePassword,
  ChangePhone,
  CreateOfficial,
  EndOfficial,
  EndRole,
  FinishRecoveries,
  LeaveOffice,
  OfficialSecurity,
  OfficialStarts,
  OpenOfficialSession,
  Operators,
  PartnerKeys,
  Prove,
  ProveRecovery,
  RecoveryCodes,
  RecoveryQueries,
  RenewStart,
  ReplaceAuthenticator,
  RolePlaces,
  RoleQueries,
  RolesOf,
  StartOfficial,
  StartRecovery,
  StopRecovery,
  SuspendPerson,
  TellFormerNumbers,
];
