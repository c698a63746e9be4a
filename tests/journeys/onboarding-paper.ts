import { checkPaper, sendCertificate } from './onboarding-alone.ts';
import { ask } from './helper.ts';
import { toldBy, until } from './people.ts';
import { isOnSale } from './sell.ts';
import { operate, type Phone, type Stage } from './stage.ts';
import type { Step } from './step.ts';

const kind = 'food-safety-certificate';

/** The last day of a paper passes: what depends on it is out of sight, until a new one holds. */
export const paperEnds = (stage: Stage, own: Phone): Step[] => {
  const { house, storefront, office, officer, buyer, alone: known, run } = stage;
  const { page } = own;
  return [
    {
      name: 'd. Giấy chứng nhận còn hạn: hàng đang bán',
      screen: () => page,
      run: async (look) => {
        await page.goto(`${storefront}/ban-hang/giay-to/${known.id}`);
        await page.getByText('Đúng, dùng được').first().waitFor();
        await look(page);
        if (!(await isOnSale(buyer.page, storefront, known.goods))) throw new Error('it is not on sale to begin with');
        return 'giấy "Đúng, dùng được", người mua thấy hàng';
      },
    },
    {
      // No screen moves the day of a paper that was found right, as it must not: it is moved in the database, to wait no year.
      name: 'd. Ngày cuối của giấy lùi về hôm qua (sửa thẳng trong cơ sở dữ liệu), đồng hồ chạy',
      screen: () => buyer.page,
      run: async () => {
        const moved = await ask(
          house,
          `update papers.paper set expires_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1
           where producer = $1 and kind = $2 and state = 'verified' returning 1`,
          [known.id, kind],
        );
        if (moved.length !== 1) throw new Error(`${moved.length} certificates held, not one`);
        const said = await operate(house, 'clock', 'run', 'expire-papers');
        await until('it is gone', async () => !(await isOnSale(buyer.page, storefront, known.goods)));
        return `${said}; người mua không còn thấy hàng`;
      },
    },
    {
      name: 'd. Màn hình của hộ nói vì sao; hộ được nhắn',
      screen: () => page,
      run: async (look) => {
        await page.goto(`${storefront}/ban-hang/san-pham`);
        const why = page.getByText(/Đang ẩn: giấy an toàn thực phẩm hết hiệu lực/).first();
        const reason = (await why.textContent()) ?? '';
        await look(page);
        await page.goto(known.list);
        await look(page);
        return `"${reason.trim()}"; tin Zalo ${await toldBy(house, known.number, 'paper-expired')}`;
      },
    },
    {
      name: 'd. Hộ gửi giấy mới, cán bộ xem: hàng tự hiện lại',
      screen: () => buyer.page,
      run: async (look) => {
        await page.goto(`${storefront}/ban-hang/giay-to/${known.id}`);
        await look(page);
        await page.getByText('Đã hết hạn').first().waitFor();
        await page.goto(`${storefront}/ban-hang/giay-to/${known.id}/them?kind=${kind}`);
        await sendCertificate(page, `02/${run}`, look);
        await checkPaper(stage, look);
        await until('it is back', () => isOnSale(buyer.page, storefront, known.goods));
        await officer.page.goto(`${office}/ho-so/${known.id}`);
        return 'không ai đăng lại, món hiện lại';
      },
    },
  ];
};
