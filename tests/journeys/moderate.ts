import type { Page } from 'playwright-core';
import { openWaiting } from './sell.ts';
import { type Look, nobody } from './step.ts';

interface Handing {
  office: string;
  name: string;
  /** By their names in the closed list. */
  reasons: readonly string[];
}

/** An official hands a listing that waits back, for these reasons. */
export const handBack = async (page: Page, { office, name, reasons }: Handing, look: Look = nobody): Promise<void> => {
  await openWaiting(page, { office, name });
  for (const reason of reasons) await page.check(`input[name="reason"][value="${reason}"]`);
  await look(page);
  await page.getByRole('button', { name: 'Trả lại để sửa' }).click();
  await page.waitForURL('**/mon-hang**xong=tra-lai');
};
