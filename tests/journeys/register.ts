import type { Page } from 'playwright-core';
import { choose, type House, lastMessage } from './people.ts';
import { type Look, nobody } from './step.ts';

/** What a household says of itself when it registers. */
export interface Household {
  /** A household unless it says otherwise. */
  kind?: 'household' | 'cooperative';
  stall: string;
  head: string;
  /** What to search the commune by, and how it is then called. */
  commune: { words: string; name: string };
  subArea: string;
  crop: string;
  birth: { day: string; month: string; year: string };
  citizenNumber: string;
}

/** Signs a person in by the code that the sandbox's inbox got, and waits for the page she then begins with. */
export const signIn = async (page: Page, house: House, number: string, first = '**/ban-hang'): Promise<void> => {
  await page.goto(`${house.urls.storefront}/dang-nhap`);
  await page.fill('[name=phone]', number);
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  await page.waitForURL('**/dang-nhap/ma').catch(async (error: unknown) => {
    throw new Error(`no code for ${number}: ${await page.locator('main').innerText()}`, { cause: error });
  });
  const [code] = /\d{6}/.exec(await lastMessage(house, number, /\d{6}/))!;
  await page.fill('[name=code]', code);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(first);
};

const nextAfter =
  (look: Look) =>
  async (page: Page, name: string | RegExp = 'Lưu và tiếp tục'): Promise<void> => {
    await look(page);
    await page.getByRole('button', { name }).click();
  };

/** What is asked before there is a list of tasks. */
type Beginner = Pick<Household, 'kind' | 'stall' | 'head' | 'commune'>;

/** From “Đăng ký bán hàng” to the list of tasks. A name is asked only of who has none yet. */
export const begin = async (page: Page, storefront: string, who: Beginner, look: Look = nobody): Promise<string> => {
  const next = nextAfter(look);
  await page.goto(`${storefront}/dang-ky-ban`);
  await choose(page, 'kind', who.kind ?? 'household');
  await next(page, 'Tiếp tục');
  if (page.url().includes('ho-ten')) {
    await page.fill('[name=myName]', who.head);
    await next(page, 'Tiếp tục');
  }
  await page.fill('[name=name]', who.stall);
  await next(page, 'Tiếp tục');
  await page.fill('[name=tim]', who.commune.words);
  await next(page, 'Tìm');
  await page.getByText(who.commune.name).first().click();
  await page.waitForURL(/ho-so\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/')[3]!;
};

/** Opens a task of the list by its name. */
export const open = async (page: Page, list: string, task: string): Promise<void> => {
  await page.goto(list);
  await page.getByRole('link', { name: task }).first().click();
};

/** The first two tasks: what the stall is, and where. */
export const introduce = async (page: Page, list: string, who: Household, look: Look = nobody): Promise<void> => {
  const next = nextAfter(look);
  await open(page, list, 'Giới thiệu gian hàng');
  await page.fill('[name=head]', who.head);
  await next(page);
  await choose(page, 'crops', who.crop);
  await next(page);
  await page.fill('[name=story]', 'Nhà tôi trồng rau ven sông, cắt buổi sáng, giao trong ngày.');
  await next(page);
  await page.getByText('Xong việc: Giới thiệu gian hàng').waitFor();

  await open(page, list, 'Ghi nơi ở và sản xuất');
  await page.fill('[name=sub-area]', who.subArea);
  await next(page);
  await look(page);
  await page.getByRole('link', { name: 'Để sau' }).click();
};

/** Who the head is: two photographs of the card, or nothing, when it is taken to the commune. */
export const prove = async (
  page: Page,
  list: string,
  who: Household,
  card?: { front: Buffer; back: Buffer },
  look: Look = nobody,
): Promise<void> => {
  const next = nextAfter(look);
  await open(page, list, 'Cho biết bạn là ai');
  for (const [name, value] of Object.entries(who.birth)) await page.fill(`[name=${name}]`, value);
  await next(page, 'Tiếp tục');
  if (card) {
    for (const side of ['front', 'back'] as const) {
      const file = { name: `${side}.jpg`, mimeType: 'image/jpeg', buffer: card[side] };
      await page.setInputFiles(`[name=${side}]`, file);
    }
    await next(page, 'Gửi ảnh và tiếp tục');
  } else await page.getByRole('link', { name: 'Mang căn cước tới UBND xã' }).click();
  await page.fill('[name=citizenNumber]', who.citizenNumber);
  await next(page);
};

/** Where the money goes: in cash, which asks for no account. */
export const takeCash = async (page: Page, list: string, look: Look = nobody): Promise<void> => {
  await open(page, list, 'Ghi nơi nhận tiền');
  await choose(page, 'bank', 'khong');
  await nextAfter(look)(page, 'Tiếp tục');
  await page.getByRole('heading', { name: 'Đủ cả rồi' }).waitFor();
};

/** The five tasks, one question a page; identity and food safety are left for the officer to see. */
export const doTasks = async (page: Page, list: string, who: Household): Promise<void> => {
  const next = nextAfter(nobody);
  await introduce(page, list, who);
  await prove(page, list, who);

  await open(page, list, 'Chọn giấy an toàn thực phẩm');
  await choose(page, 'basis', 'commitment');
  await next(page, 'Tiếp tục');
  await next(page, 'Tôi sẽ ký ở UBND xã');

  await takeCash(page, list);
};

/** Reads through, agrees to what is required and to nothing else, hands in. */
export const handIn = async (page: Page, list: string, look: Look = nobody): Promise<void> => {
  const next = nextAfter(look);
  await page.goto(list);
  await page.getByRole('link', { name: 'Xem lại và gửi' }).click();
  await look(page);
  await page.getByRole('link', { name: 'Đúng cả, đi tiếp' }).click();
  for (const purpose of ['trading-rules', 'selling']) {
    await page.locator(`label:has(input[name="dong-y-${purpose}"])`).click();
  }
  await next(page, 'Gửi hồ sơ');
  await page.getByText('Đã gửi hồ sơ').waitFor();
};

/** The officer takes it, sees the card and the signed commitment, and approves: the stall may sell. */
export const review = async (page: Page, office: string, stall: string): Promise<void> => {
  const next = nextAfter(nobody);
  await page.goto(`${office}/ho-so`);
  await page.getByRole('link', { name: stall }).first().click();
  await next(page, 'Nhận xem');
  await next(page, 'Đã kiểm tra căn cước');
  await page.waitForLoadState();
  await page.locator('#yeu-cau-food-safety').getByRole('button', { name: 'Đã kiểm tra, đạt' }).click();
  await page.waitForLoadState();
  await next(page, 'Duyệt hồ sơ');
  // The office asks once more before anything is on sale.
  await next(page, /^Đúng, duyệt/);
  await page.waitForURL('**/ho-so?**');
};
