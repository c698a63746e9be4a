import type { Browser, Page } from 'playwright-core';
import { signInOfficial } from './official.ts';
import { accountsOf, choose, type House, lastMessage, newNumber, phone, until } from './people.ts';
import { begin, doTasks, handIn, type Household, review, signIn } from './register.ts';
import { isOnSale, letBeShown, productLink, putOnSale } from './sell.ts';
import type { Journey, Step } from './step.ts';

const commune = '07330';
const goods = 'Rau cải mơ Phúc Hòa';
const kilos = 2;
const price = 24_000;

/** From a household that registers to a commune's numbers: the whole chain, through the browser and public HTTP alone. */
export const mainJob = async (browser: Browser, house: House): Promise<Journey> => {
  const farmer = await phone(browser);
  const buyer = await phone(browser, { scripts: false });
  const officer = await phone(browser);
  const { storefront, office, sandbox } = house.urls as Record<'storefront' | 'office' | 'sandbox', string>;
  const account = (await accountsOf(house)).find(
    ({ role, note }) => role === 'commune-officer' && note?.includes(commune),
  );
  if (!account) throw new Error('the demonstration has no officer for Phúc Hòa');
  const run = Date.now().toString(36).slice(-5);
  const stall = `Vườn thử nhà ${run}`;
  const product = `${goods} ${run}`;
  const farmerPhone = newNumber();
  const device = `LOG-${run.toUpperCase()}`;
  const known = { salesBefore: 0, key: '', order: '', parcel: '', parcelPage: '', payUrl: '', list: '' };
  const household: Household = {
    stall,
    head: 'Trần Thị Thử',
    commune: { words: 'phuc hoa', name: 'Xã Phúc Hòa, Bắc Ninh' },
    subArea: 'Thôn Lân Thịnh',
    crop: 'asian_leafy',
    birth: { day: '5', month: '9', year: '1968' },
    citizenNumber: `024168${String(Date.now()).slice(-6)}`,
  };

  const farmerSteps: Step[] = [
    {
      name: 'Hộ đăng nhập bằng số điện thoại và mã',
      screen: () => farmer.page,
      run: async () => {
        await signIn(farmer.page, house, farmerPhone);
        return 'mã sáu số trong hộp thư SMS, vào được trang bán hàng';
      },
    },
    {
      name: 'Hộ mở hồ sơ: bốn câu hỏi',
      screen: () => farmer.page,
      run: async () => {
        const id = await begin(farmer.page, storefront, household);
        known.list = `${storefront}/ban-hang/ho-so/${id}`;
        await farmer.page.getByText('Còn 4 việc').waitFor();
        return `hồ sơ "${stall}" có danh sách việc cần làm`;
      },
    },
    {
      name: 'Hộ làm năm việc, mỗi màn hình một câu hỏi',
      screen: () => farmer.page,
      run: async () => {
        await doTasks(farmer.page, known.list, household);
        return 'căn cước mang tới xã, cam kết an toàn thực phẩm ký tại xã, nhận tiền mặt';
      },
    },
    {
      name: 'Hộ xem lại, đồng ý từng điều và gửi hồ sơ',
      screen: () => farmer.page,
      run: async () => {
        await handIn(farmer.page, known.list);
        return `hồ sơ "${stall}" đang chờ duyệt`;
      },
    },
  ];

  const officerSteps: Step[] = [
    {
      name: 'Cán bộ xã đăng nhập bằng mật khẩu và mã xác thực',
      screen: () => officer.page,
      run: async () => {
        await signInOfficial(officer.page, office, account);
        known.salesBefore = await sales(officer.page, office);
        return `${account.name}; doanh số tháng này ${known.salesBefore.toLocaleString('vi-VN')} đ`;
      },
    },
    {
      name: 'Cán bộ xem căn cước và bản cam kết, rồi duyệt',
      screen: () => officer.page,
      run: async () => {
        await review(officer.page, office, stall);
        return 'hồ sơ đã duyệt, gian hàng mở bán';
      },
    },
  ];

  const listing: Step[] = [
    {
      name: 'Hộ đăng bán rau từ điện thoại, ảnh trước',
      screen: () => farmer.page,
      run: async () => {
        await putOnSale(farmer.page, storefront, {
          name: product,
          commodity: 'asian_leafy',
          price: price.toLocaleString('vi-VN'),
          quantity: '30',
          description: 'Rau cắt sáng, làm mát ngay.',
        });
        return '6 màn hình, món chờ duyệt trong "Hàng của tôi"';
      },
    },
    {
      name: 'Cán bộ xã xem món hàng và duyệt cho hiện',
      screen: () => officer.page,
      run: async () => {
        await letBeShown(officer.page, office, product);
        return `"${product}" hiện trên chợ`;
      },
    },
    {
      name: 'Tìm không dấu thấy món hàng',
      screen: () => buyer.page,
      run: async () => {
        const words = `rau cai mo phuc hoa ${run}`;
        await until('the product is found', () => isOnSale(buyer.page, storefront, product, words));
        return `"${words}" → ${product}`;
      },
    },
  ];

  const buying: Step[] = [
    {
      name: 'Người mua đặt 2 kg và trả qua VNPay (không JavaScript)',
      screen: () => buyer.page,
      run: async () => {
        const { page } = buyer;
        await productLink(page, product).click();
        await page.fill('[name=quantity]', String(kilos));
        await page.getByRole('button', { name: 'Mua ngay' }).click();
        if (new URL(page.url()).pathname === '/gio-hang') await page.goto(`${storefront}/dat-hang`);
        await page.fill('[name=tim]', 'cao lanh');
        await page.getByRole('button', { name: 'Tìm' }).last().click();
        await page.locator('main form button.choice').first().click();
        await page.fill('[name=name]', 'Anh Mua Thử (mẫu)');
        await page.fill('[name=phone]', newNumber());
        await page.fill('[name=address]', 'Số 5, đường Thử');
        await page.getByRole('button', { name: 'Tiếp tục' }).click();
        await choose(page, 'payment', 'vnpay');
        await page.getByRole('button', { name: /^Đặt hàng/ }).click();
        await page.waitForURL(/vpcpay\.html|thanh-toan/);
        if (page.url().startsWith(storefront)) await page.getByRole('button').last().click();
        await page.waitForURL(/vpcpay\.html/);
        known.payUrl = page.url();
        await page.locator('main button, form button').first().click();
        await page.waitForURL('**/thanh-toan/vnpay/ket-qua**');
        await until('the payment is recorded', async () => {
          await page.reload();
          return page.getByRole('heading', { name: 'Đã nhận tiền' }).isVisible();
        });
        await page.getByRole('link', { name: 'Xem đơn hàng' }).click();
        known.order = new URL(page.url()).pathname.split('/').at(-1)!;
        return `đơn ${known.order}, VNPay báo 00, "Đã nhận tiền"`;
      },
    },
    {
      name: 'Hàng đợi chuyển đơn: đơn đã thanh toán, người bán được báo',
      screen: () => buyer.page,
      run: async () => {
        await until('the order is paid', async () => {
          await buyer.page.reload();
          return (
            (await buyer.page.getByText(/, đã trả/).isVisible()) &&
            !(await buyer.page.getByText('chờ thanh toán').isVisible())
          );
        });
        const text = await lastMessage(house, farmerPhone, new RegExp(known.order));
        return `tin nhắn tới người bán: "${text.replace(/\s+/g, ' ').slice(0, 60)}…"`;
      },
    },
  ];

  const carrying: Step[] = [
    {
      name: 'Hộ nhận đơn và đóng gói',
      screen: () => farmer.page,
      run: async () => {
        const { page } = farmer;
        await page.goto(`${storefront}/ban-hang/don-hang`);
        await page.locator('li, article', { hasText: known.order }).getByRole('link').first().click();
        await page.waitForURL(/don-hang\/[0-9a-f-]{36}/);
        known.parcelPage = page.url();
        await page.getByRole('button', { name: 'Nhận đơn' }).click();
        await page.getByText('Đã nhận đơn').first().waitFor();
        await page.getByRole('button', { name: 'Đã đóng gói xong' }).click();
        await page.getByText('Đã ghi là đóng gói xong').waitFor();
        const link = await page.getByRole('link', { name: /Trang nguồn gốc/ }).getAttribute('href');
        known.parcel = link!.split('/').at(-1)!;
        return `gói ${known.parcel}`;
      },
    },
    {
      name: 'Cán bộ đăng ký nhiệt kế; gói lạnh lên đường cùng nhiệt kế',
      screen: () => farmer.page,
      run: async () => {
        known.key = await registerLogger(officer.page, office, device);
        const { page } = farmer;
        await until('the shipment is ready', async () => {
          await page.goto(known.parcelPage);
          await page.fill('[name=device]', device);
          await page.getByRole('button', { name: 'Đã giao cho xe' }).click();
          await page.waitForLoadState();
          return page.getByText('Đã ghi là giao cho xe').isVisible();
        });
        return `nhiệt kế ${device}`;
      },
    },
    {
      name: 'Nhiệt kế gửi số đo; tủ hỏng giữa đường, gói bị giữ',
      screen: () => officer.page,
      run: async () => {
        const answer = await fetch(`${sandbox}/_control/loggers/play`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ deviceId: device, key: known.key, trace: 'breakdown', stepSeconds: 300, target: 3 }),
        });
        const played = (await answer.json()) as { accepted: boolean };
        if (!played.accepted) throw new Error(`the logger was refused: ${JSON.stringify(played).slice(0, 300)}`);
        const page = officer.page;
        await until(
          'the parcel is held',
          async () => {
            await page.goto(`${office}/kien-hang/${known.parcel}`);
            return page
              .getByText(/đang (bị )?giữ|Đang giữ/i)
              .first()
              .isVisible();
          },
          40,
        );
        await page.locator('svg').first().waitFor();
        return 'biểu đồ nhiệt độ có đoạn vượt ngưỡng, gói đang giữ';
      },
    },
    {
      name: 'Cán bộ xem hàng và cho đi tiếp',
      screen: () => officer.page,
      run: async () => {
        await release(officer.page, 'Đã mở gói xem: rau tươi, không dập, cho giao tiếp');
        await until('the hold is lifted', async () => {
          await farmer.page.goto(known.parcelPage);
          return !(await farmer.page.getByText('đang bị giữ').isVisible());
        });
        return 'lệnh giữ được gỡ, có ghi kết luận';
      },
    },
    {
      name: 'Gói được giao; người mua thấy đơn hoàn thành',
      screen: () => buyer.page,
      run: async () => {
        const { page } = farmer;
        await until('the parcel is delivered', async () => {
          await page.goto(known.parcelPage);
          const button = page.getByRole('button', { name: 'Đã giao xong' });
          if (!(await button.isVisible())) return false;
          await button.click();
          await page.waitForLoadState();
          return page.getByText('Đã ghi là giao xong').isVisible();
        });
        await until('the order is complete', async () => {
          await buyer.page.reload();
          return (
            (await buyer.page
              .getByText(/Hoàn tất/)
              .first()
              .isVisible()) && buyer.page.getByText('Nhiệt độ trên đường').isVisible()
          );
        });
        return 'đơn hoàn thành, có nhiệt độ trên đường';
      },
    },
    {
      name: 'Trang mã QR kể đường đi của gói',
      screen: () => buyer.page,
      run: async () => {
        await buyer.page.goto(`${storefront}/truy-xuat/${known.parcel}`);
        await buyer.page.getByText(stall).first().waitFor();
        const scripts = await buyer.page.locator('script').count();
        return `người bán, ngày thu hoạch, các chặng, nhiệt độ; ${scripts} thẻ script`;
      },
    },
  ];

  const counting: Step[] = [
    {
      name: 'Số liệu của xã nhúc nhích',
      screen: () => officer.page,
      run: async () => {
        const expected = known.salesBefore + kilos * price;
        const now = await until('the sales value moved', async () => {
          const seen = await sales(officer.page, office);
          return seen >= expected && seen;
        });
        return `doanh số ${known.salesBefore.toLocaleString('vi-VN')} → ${now.toLocaleString('vi-VN')} đ (+${(kilos * price).toLocaleString('vi-VN')})`;
      },
    },
    {
      name: 'Con số mở ra các sự kiện đứng sau',
      screen: () => officer.page,
      run: async () => {
        await officer.page.goto(`${office}/so-lieu/${commune}/sales-value`);
        await officer.page.getByText(stall).first().waitFor();
        return 'giao dịch vừa xong nằm trong danh sách sự kiện';
      },
    },
  ];

  return {
    steps: [...farmerSteps, ...officerSteps, ...listing, ...buying, ...carrying, ...counting],
    close: async () => void (await Promise.all([farmer, buyer, officer].map(({ context }) => context.close()))),
  };
};

/** The commune's sales value of this month in whole đồng, as its dashboard shows it. */
const sales = async (page: Page, office: string): Promise<number> => {
  await page.goto(`${office}/so-lieu/${commune}`);
  const text = await page.locator('[data-indicator="sales-value"] [data-value]').first().getAttribute('data-value');
  return Number(text ?? 'NaN') || 0;
};

const registerLogger = async (page: Page, office: string, device: string): Promise<string> => {
  await page.goto(`${office}/nhiet-ke`);
  await page.fill('[name=deviceId]', device);
  await page.fill('[name=model]', 'Nhiệt kế thử (sandbox)');
  const place = page.locator('[name=commune]');
  if (await place.isVisible()) await place.fill(commune).catch(() => place.selectOption(commune));
  await page.getByRole('button', { name: /Đăng ký/ }).click();
  const key = await page.locator('[data-device-key]').first().textContent();
  if (!key) throw new Error('the office showed no key');
  return key.trim();
};

const release = async (page: Page, finding: string): Promise<void> => {
  await page.fill('[name=finding]', finding);
  await page
    .getByRole('button', { name: /đi tiếp|Gỡ|Cho/ })
    .first()
    .click();
  await page.waitForLoadState();
};
