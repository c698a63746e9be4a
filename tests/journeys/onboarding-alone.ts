import type { Page } from 'playwright-core';
import { choose, newNumber, toldBy, until } from './people.ts';
import { begin, handIn, type Household, introduce, open, prove, signIn, takeCash } from './register.ts';
import { isOnSale, letBeShown, putOnSale } from './sell.ts';
import { commune, type Phone, sheetOf, type Stage } from './stage.ts';
import type { Look, Step } from './step.ts';

/** A day as people type it, so many days from today. */
export const typedDay = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
};

/** Photographs a food safety certificate and copies what stands on it. Begins where the form for the picture is open. */
export const sendCertificate = async (page: Page, number: string, look: Look): Promise<void> => {
  const buffer = await sheetOf('GIẤY CHỨNG NHẬN (mẫu)', 'Đủ điều kiện an toàn thực phẩm', `Số ${number}`);
  await page.setInputFiles('[name=tep]', { name: 'giay.jpg', mimeType: 'image/jpeg', buffer });
  await look(page);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.waitForURL('**/so-lieu**');
  await page.fill('[name=number]', number);
  await page.fill('[name=issuer]', 'Chi cục Chất lượng (mẫu)');
  await page.fill('[name=issuedOn]', typedDay(-400));
  await page.fill('[name=expiresOn]', typedDay(200));
  await look(page);
  await page.getByRole('button', { name: 'Xong' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/so-lieu'));
};

/** A household alone on a phone without JavaScript, until others find its goods. */
export const alone = (stage: Stage, own: Phone): Step[] => {
  const { house, storefront, office, officer, buyer, run, alone: known } = stage;
  const { page } = own;
  const screen = () => page;
  known.stall = `Vườn một mình ${run}`;
  known.goods = `Rau muống Phúc Hòa ${run}`;
  known.number = newNumber();
  const household: Household = {
    stall: known.stall,
    head: 'Trần Thị Thử',
    commune: { words: commune.words, name: commune.name },
    subArea: 'Thôn Lân Thịnh',
    crop: 'asian_leafy',
    birth: { day: '5', month: '9', year: '1968' },
    citizenNumber: `024168${String(Date.now()).slice(-6)}`,
  };
  return [
    {
      name: 'a. Hộ đăng nhập bằng mã, tắt JavaScript, mở hồ sơ',
      screen,
      run: async (look) => {
        await signIn(page, house, known.number);
        await look(page);
        known.id = await begin(page, storefront, household, look);
        known.list = `${storefront}/ban-hang/ho-so/${known.id}`;
        await page.getByText('Còn 4 việc').waitFor();
        return `"${known.stall}" có danh sách việc cần làm`;
      },
    },
    {
      name: 'a. Hộ làm từng việc: căn cước bằng ảnh, giấy chứng nhận bằng ảnh',
      screen,
      run: async (look) => {
        await introduce(page, known.list, household, look);
        const [front, back] = await Promise.all([
          sheetOf('CĂN CƯỚC (mẫu)', household.head, 'Mặt trước'),
          sheetOf('CĂN CƯỚC (mẫu)', 'Mặt sau'),
        ]);
        await prove(page, known.list, household, { front, back }, look);
        await open(page, known.list, 'Chọn giấy an toàn thực phẩm');
        await choose(page, 'basis', 'certificate');
        await look(page);
        await page.getByRole('button', { name: 'Tiếp tục' }).click();
        await look(page);
        await page.getByRole('link', { name: /^Gửi: Giấy chứng nhận/ }).click();
        await sendCertificate(page, `01/${run}`, look);
        await takeCash(page, known.list, look);
        return 'mỗi màn hình một câu hỏi; hai ảnh căn cước, một giấy chứng nhận đã nhận';
      },
    },
    {
      name: 'a. Hộ đọc lại, đồng ý từng điều và gửi',
      screen,
      run: async (look) => {
        await handIn(page, known.list, look);
        return `"${known.stall}" đang chờ duyệt`;
      },
    },
    {
      name: 'a. Cán bộ nhận xem, mở ảnh căn cước, đối chiếu giấy',
      screen: () => officer.page,
      run: async (look) => {
        const desk = officer.page;
        await desk.goto(`${office}/ho-so`);
        await look(desk);
        await desk.getByRole('link', { name: known.stall }).first().click();
        await look(desk);
        await desk.getByRole('button', { name: 'Nhận xem' }).click();
        await desk.getByRole('link', { name: 'Mặt trước căn cước' }).first().click();
        await desk.locator('main img').first().waitFor();
        await look(desk);
        await desk.goto(`${office}/ho-so/${known.id}`);
        await desk.getByRole('button', { name: 'Đã kiểm tra căn cước' }).click();
        await desk.waitForLoadState();
        await checkPaper(stage, look);
        return 'căn cước đúng, giấy chứng nhận đúng';
      },
    },
    {
      name: 'a. Cán bộ duyệt; hộ được báo',
      screen: () => officer.page,
      run: async (look) => {
        const desk = officer.page;
        await until('nothing lacks', async () => {
          await desk.goto(`${office}/ho-so/${known.id}/duyet`);
          return desk.getByRole('button', { name: /^Đúng, duyệt/ }).isVisible();
        });
        await look(desk);
        await desk.getByRole('button', { name: /^Đúng, duyệt/ }).click();
        await desk.waitForURL('**/ho-so?**');
        return `tin Zalo ${await toldBy(house, known.number, 'producer-approved')}`;
      },
    },
    {
      name: 'a. Hộ bán được: đăng món, người khác tìm thấy',
      screen: () => buyer.page,
      run: async (look) => {
        await putOnSale(
          page,
          storefront,
          {
            name: known.goods,
            commodity: 'asian_leafy',
            price: '18.000',
            quantity: '40',
            description: 'Hái sáng sớm, rửa sạch.',
          },
          look,
        );
        await look(page);
        await letBeShown(officer.page, office, known.goods, look);
        await until('it is found', () => isOnSale(buyer.page, storefront, known.goods));
        return `tìm "${known.goods}" thấy một món`;
      },
    },
  ];
};

/** The officer compares the oldest certificate of the household that waits with its picture. */
export const checkPaper = async ({ office, officer: { page }, alone: { stall } }: Stage, look: Look): Promise<void> => {
  await page.goto(`${office}/giay-to`);
  await look(page);
  await page.locator('tr, li', { hasText: stall }).getByRole('link').first().click();
  await page.waitForURL(/giay-to\/[0-9a-f-]{36}/);
  await look(page);
  await page.getByRole('button', { name: 'Đúng', exact: true }).click();
  await page.waitForURL('**xong=1**');
};
