import { Injectable } from '@nestjs/common';
import { ChangePassword } from './change-password.ts';
import { ChangePhone } from './change-phone.ts';
import { OfficialSecurity } from './official-security.ts';
import { Prove } from './prove.ts';
import { RecoveryQueries } from './recovery.queries.ts';
import { ReplaceAuthenticator } from './replace-authenticator.ts';
import { StopRecovery } from './stop-recovery.ts';

/** What one page of an account asks for, in one hand. */
@Injectable()
export class AccountActs {
  constructor(
    readonly prove: Prove,
    readonly phone: ChangePhone,
    readonly recoveries: RecoveryQueries,
    readonly stop: StopRecovery,
    readonly security: OfficialSecurity,
    readonly password: ChangePassword,
    readonly authenticator: ReplaceAuthenticator,
  ) {}
}
