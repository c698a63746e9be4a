import { choose, toldBy, until } from './people.ts';
import { isOnSale } from './sell.ts';
import type { Phone, Stage } from './stage.ts';
import type { Step } from './step.ts';

/** An authority orders a stall to stop, and later it may go on. */
export const suspension = (stage: Stage, own: Phone): Step[] => {
  const { house, storefront, office, officer, buyer, alone: known, run } = stage;
  const desk = officer.page;
  const order = `12/QĐ-${run}`;
  return [
    {
      name: 'e. Cán bộ tạm ngừng theo văn bản: hàng biến mất ngay',
      screen: () => desk,
      run: async (look) => {
        await desk.goto(`${office}/ho-so/${known.id}/tam-ngung`);
        await choose(desk, 'way', 'order');
        await desk.fill('[name=order]', order);
        await desk.fill('[name=reason]', 'Chờ kết quả kiểm nghiệm mẫu rau');
        await look(desk);
        await desk.getByRole('button', { name: 'Tạm ngừng gian hàng' }).click();
        await desk.waitForURL('**xong=tam-ngung**');
        await until('it is gone', async () => !(await isOnSale(buyer.page, storefront, known.goods)));
        return `văn bản ${order}; người mua không còn thấy hàng`;
      },
    },
    {
      name: 'e. Hộ được nhắn, và đọc thấy vì sao',
      screen: () => own.page,
      run: async (look) => {
        const told = await toldBy(house, known.number, 'producer-suspended');
        await own.page.goto(known.list);
        await own.page.getByText('Gian hàng đang tạm ngừng').waitFor();
        await own.page.getByText('Chờ kết quả kiểm nghiệm mẫu rau').waitFor();
        await own.page.getByText(order).waitFor();
        await look(own.page);
        return `tin Zalo ${told}`;
      },
    },
    {
      name: 'e. Cán bộ mở lại: hàng hiện lại',
      screen: () => buyer.page,
      run: async (look) => {
        await desk.goto(`${office}/ho-so/${known.id}/mo-lai`);
        await desk.fill('[name=reason]', 'Mẫu rau đạt');
        await look(desk);
        await desk.getByRole('button', { name: 'Mở lại gian hàng' }).click();
        await desk.waitForURL('**xong=mo-lai**');
        await until('it is back', () => isOnSale(buyer.page, storefront, known.goods));
        await own.page.goto(known.list);
        await own.page.getByText('Gian hàng đang mở').waitFor();
        return 'người mua thấy lại hàng, hồ sơ của hộ ghi "đang mở"';
      },
    },
  ];
};
