import { photographSlip, takeAlong } from './helper.ts';
import { choose, newNumber, toldBy, until } from './people.ts';
import { signIn } from './register.ts';
import type { Stage } from './stage.ts';
import type { Step } from './step.ts';

const hamlet = 'Thôn Đồng Thử';
const told = 'Nhà tôi trồng vải ba đời, hái sáng sớm.';

/** A household that cannot do it alone: somebody of its commune does it with her, until she takes it into her own hands. */
export const helped = async (stage: Stage): Promise<Step[]> => {
  const { house, storefront, office, officer, run } = stage;
  const helper = await stage.open();
  const own = await stage.open();
  const field = `${storefront}/nhap-ho`;
  const head = `Bà Lê Thị Nhờ ${run}`;
  const helperName = `Tổ viên thử ${run}`;
  const numbers = { helper: '', own: '' };
  const known = { household: '' };
  const { page } = helper;

  const appointed: Step = {
    name: 'b. Cán bộ ghi thôn và giao vai trò tổ công nghệ số cho một người',
    screen: () => officer.page,
    run: async (look) => {
      const desk = officer.page;
      await desk.goto(`${office}/thon-ap`);
      if (!(await desk.locator('summary', { hasText: hamlet }).first().isVisible())) {
        await desk.fill('section.panel [name=name]', hamlet);
        await desk.getByRole('button', { name: 'Thêm', exact: true }).click();
        await desk.getByText('Đã thêm thôn, ấp.').waitFor();
      }
      await look(desk);
      numbers.helper = newNumber();
      await desk.goto(`${office}/can-bo/them`);
      await choose(desk, 'role', 'helper');
      await desk.fill('[name=name]', helperName);
      await desk.fill('[name=phone]', numbers.helper);
      await desk.locator('label', { hasText: hamlet }).first().click();
      await look(desk);
      await desk.getByRole('button', { name: 'Giao vai trò' }).click();
      await desk.getByText('Đã giao vai trò').waitFor();
      return `${helperName}, ${hamlet}`;
    },
  };

  const entered: Step = {
    name: 'b. Người giúp đăng nhập, thêm hộ, ghi đồng ý bằng phiếu có chữ ký',
    screen: () => page,
    run: async (look) => {
      await signIn(page, house, numbers.helper);
      const slip = await photographSlip(page);
      await takeAlong(page, house);
      await look(page);
      numbers.own = newNumber();
      await page.goto(`${field}/them`);
      await page.fill('[name=head]', head);
      await page.fill('[name=phones]', numbers.own);
      await page.selectOption('[name=where]', { label: hamlet });
      await look(page);
      await page.getByRole('button', { name: 'Lưu hộ này' }).click();
      await page.waitForURL('**/dong-y');
      known.household = new URL(page.url()).pathname.split('/')[3]!;
      await choose(page, 'rights', 'producer.prepare');
      for (const box of await page.locator('label:has([name=agreed])').all()) await box.click();
      await page.setInputFiles('[name=slip]', { name: 'phieu.jpg', mimeType: 'image/jpeg', buffer: slip });
      await page.getByText('Bấm nút dưới để gửi').waitFor();
      await look(page);
      await page.getByRole('button', { name: 'Ghi là hộ đồng ý' }).click();
      await page.waitForURL(/\/ho\/[0-9a-f-]{36}$/);
      return `${head}: đồng ý từng điều, phiếu đã khoá kín`;
    },
  };

  const written: Step = {
    name: 'b. Người giúp ghi gian hàng, nơi ở, buổi thăm; hộ được nhắn',
    screen: () => page,
    run: async (look) => {
      await page.goto(`${field}/ho/${known.household}/hoi/gian-hang`);
      await page.fill('[name=story]', told);
      await look(page);
      await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
      await page.waitForURL(/noi-o/);
      await page.fill('[name=address]', 'Cạnh nhà văn hoá');
      await look(page);
      await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
      await page.getByRole('link', { name: 'Buổi thăm', exact: true }).click();
      await page.fill('[name=done]', 'Đã chỉ cách chụp ảnh');
      await look(page);
      await page.getByRole('button', { name: 'Lưu buổi thăm' }).click();
      await until('everything arrived', () =>
        page.evaluate(() => Number(localStorage.getItem('nhap-ho.con') ?? 0) === 0).catch(() => false),
      );
      return `đã ghi; tin Zalo tới hộ ${await toldBy(house, numbers.own, 'delegation-given')}`;
    },
  };

  const handedOver: Step = {
    name: 'b. Bàn giao: chủ hộ đăng nhập bằng số của mình và nhận',
    screen: () => own.page,
    run: async (look) => {
      await page.goto(`${field}/ho/${known.household}/ban-giao`);
      await page.getByRole('button', { name: 'Bắt đầu bàn giao' }).click();
      await page.getByText('Quét hình này').waitFor();
      await look(page);
      await signIn(own.page, house, numbers.own, '**/nhan-lai**');
      await own.page.getByRole('heading', { name: head }).first().waitFor();
      await own.page.getByText(helperName).first().waitFor();
      await own.page.fill('[name=name]', 'Lê Thị Nhờ');
      await look(own.page);
      await own.page.getByRole('button', { name: 'Đúng hộ của tôi, tôi nhận' }).click();
      await own.page.waitForURL('**/ban-hang/uy-quyen**');
      return `trang nhận lại nói ${helperName} đã ghi giúp`;
    },
  };

  const ended: Step = {
    name: 'b. Chủ hộ xem ai đã làm gì thay mình, rồi thôi uỷ quyền',
    screen: () => own.page,
    run: async (look) => {
      const { page: hers } = own;
      await hers.goto(`${storefront}/ban-hang/da-lam-thay?ho=${known.household}`);
      await hers.locator('main li', { hasText: helperName }).first().waitFor();
      const acts = await hers.locator('main li', { hasText: helperName }).count();
      await look(hers);
      await hers.goto(`${storefront}/ban-hang/ho-so/${known.household}/ke-chuyen`);
      const story = await hers.inputValue('[name=story]');
      if (story !== told) throw new Error(`the story reads "${story}"`);
      await hers.goto(`${storefront}/ban-hang/uy-quyen?ho=${known.household}`);
      await look(hers);
      const stop = hers.getByRole('button', { name: 'Thôi uỷ quyền' });
      while ((await stop.count()) > 0) {
        await stop.first().click();
        await hers.getByText('Đã thôi uỷ quyền').waitFor();
      }
      await hers.getByText('Chưa ai được làm thay').waitFor();
      return `${acts} việc làm thay, có tên người làm; lời giới thiệu còn nguyên; không ai còn được làm thay`;
    },
  };

  const gone: Step = {
    name: 'b. Người giúp không còn làm được gì cho hộ',
    screen: () => page,
    run: async (look) => {
      await page.goto(`${storefront}/tai-khoan/lam-thay`);
      await page.getByText('Chưa hộ nào uỷ quyền cho bạn').waitFor();
      await page.goto(`${storefront}/ban-hang/ho-so/${known.household}`);
      await page.getByText(head).waitFor({ state: 'detached' });
      await page.goto(`${field}/ho/${known.household}`);
      await look(page);
      if (await page.getByRole('link', { name: 'Gian hàng', exact: true }).isVisible()) {
        throw new Error('the helper may still write');
      }
      if (await page.getByText(told).isVisible()) throw new Error('the helper still reads what was written');
      return 'không còn uỷ quyền, hồ sơ của hộ không mở được, chỉ còn nhật ký của mình';
    },
  };

  return [appointed, entered, written, handedOver, ended, gone];
};
