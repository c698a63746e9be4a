import { Logger } from '@nestjs/common';
import type { INestApplicationContext } from '@nestjs/common';
import { env } from './env.ts';

/** Says whether this system holds accounts made for showing it. Identity binds the implementation. */
export abstract class DemoAccounts {
  abstract any(): Promise<boolean>;
}

/** A production start with accounts whose passwords are printed in the README does not happen. */
export const refuseDemoInProduction = async (app: INestApplicationContext): Promise<void> => {
  if (env().DEPLOYMENT !== 'production') return;
  let accounts: DemoAccounts | undefined;
  try {
    accounts = app.get(DemoAccounts, { strict: false });
  } catch {
    Logger.warn('nobody can say whether there are demo accounts');
  }
  if (await accounts?.any()) throw new Error('DEPLOYMENT is production, but the database holds demo accounts');
};
