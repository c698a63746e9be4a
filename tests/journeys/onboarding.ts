import type { Browser } from 'playwright-core';
import { signInOfficial } from './official.ts';
import { alone } from './onboarding-alone.ts';
import { cooperative } from './onboarding-cooperative.ts';
import { helped } from './onboarding-helped.ts';
import { paperEnds } from './onboarding-paper.ts';
import { suspension } from './onboarding-suspension.ts';
import { accountsOf, type House, phone } from './people.ts';
import { commune, type Phone, type Stage } from './stage.ts';
import type { Journey } from './step.ts';

/**
 * Getting ready to sell: a household alone, one that is helped, a cooperative from a sheet, a paper that ends, a stall that must
 * stop. Through the browser; where time must pass, the step says how.
 */
export const onboarding = async (browser: Browser, house: House): Promise<Journey> => {
  const { storefront, office } = house.urls as Record<'storefront' | 'office', string>;
  const account = (await accountsOf(house)).find(
    ({ role, note }) => role === 'commune-officer' && note?.includes(commune.code),
  );
  if (!account) throw new Error('the demonstration has no officer for Phúc Hòa');
  const phones: Phone[] = [];
  const open = async (settings?: { scripts?: boolean }) => {
    const one = await phone(browser, settings);
    phones.push(one);
    return one;
  };
  const own = await open({ scripts: false });
  const stage: Stage = {
    ...{ house, storefront, office, account, open },
    run: Date.now().toString(36).slice(-5),
    officer: await open(),
    buyer: await open({ scripts: false }),
    alone: { stall: '', number: '', id: '', list: '', goods: '' },
  };
  return {
    steps: [
      {
        name: 'Cán bộ xã đăng nhập',
        screen: () => stage.officer.page,
        run: async () => {
          await signInOfficial(stage.officer.page, office, account);
          return account.name;
        },
      },
      ...alone(stage, own),
      ...(await helped(stage)),
      ...(await cooperative(stage)),
      ...paperEnds(stage, own),
      ...suspension(stage, own),
    ],
    close: async () => void (await Promise.all(phones.map(({ context }) => context.close()))),
  };
};
