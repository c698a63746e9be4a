import type { SealedColumn } from './platform/keys.commands.ts';

/** Where something sealed lies: every column that platform/sealed.ts wrote, so that keys can be changed. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'identity.credential', id: ['person'], column: 'totp_secret' },
  { table: 'identity.credential', id: ['person'], column: 'pending_totp' },
  { table: 'identity.official_start', id: ['person'], column: 'totp_secret' },
  { table: 'coldchain.device', id: ['id'], column: 'sealed_key' },
  { table: 'caseload.import_file', id: ['id'], column: 'key' },
  { table: 'onboarding.identity_proof', id: ['producer'], column: 'number_sealed' },
  { table: 'onboarding.payout', id: ['producer'], column: 'number_sealed' },
  { table: 'payments.attempt', id: ['id'], column: 'account_sealed' },
  { table: 'papers.page', id: ['paper', 'page'], column: 'key' },
  { table: 'sheets.sheet_file', id: ['id'], column: 'key' },
];
