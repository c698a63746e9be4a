import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import type { Account } from './people.ts';

const period = 30_000;

/** Signs an official in. A code that opened the door once does not open it again: then it waits for the next one. */
export const signInOfficial = async (page: Page, office: string, account: Account): Promise<void> => {
  const secret = Secret.fromBase32(account.totpSecret!);
  for (let tries = 0; tries < 3; tries++) {
    await page.goto(`${office}/dang-nhap`);
    await page.fill('[name=phone]', account.phone);
    await page.fill('[name=password]', account.password!);
    await page.fill('[name=totp]', new TOTP({ secret }).generate());
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForLoadState();
    if (new URL(page.url()).pathname !== '/dang-nhap') return;
    await new Promise((resume) => setTimeout(resume, period - (Date.now() % period) + 500));
  }
  throw new Error(`${account.name} could not sign in: ${await page.locator('main').textContent()}`);
};
