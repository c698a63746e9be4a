import type { Page } from 'playwright-core';
import { arrived } from './listing-offline.ts';
import { type House, until } from './people.ts';
import { photoOf } from './sell.ts';
import type { Step } from './step.ts';

interface Sheet {
  house: House;
  storefront: string;
  page: () => Page;
  run: string;
}

/** A price list as a cooperative keeps it: one row has no price. */
const priceList = (run: string): Buffer =>
  Buffer.from(
    [
      'STT,Tên hàng,Loại hàng,Giá bán,ĐVT,Số lượng,Nguồn gốc',
      `1,Vải bảng ${run} một,Vải thiều,30000,kg,50,nhà trồng`,
      `2,Vải bảng ${run} hai,Vải thiều,,kg,50,nhà trồng`,
      `3,Vải bảng ${run} ba,Vải thiều,32000,kg,20,nhà trồng`,
    ].join('\r\n'),
  );

/** Goods from a sheet: looked at first, what is wrong told row by row, and each gets its picture before it is handed in. */
export const sheet = ({ house, storefront, page, run }: Sheet): Step[] => [
  {
    name: 'Bảng hàng: xem thử, lỗi từng dòng bằng lời, ghi dòng đúng, thêm ảnh',
    screen: page,
    run: async (look) => {
      const at = page();
      await at.goto(`${storefront}/ban-hang/bang-tinh`);
      await look(at);
      await at.setInputFiles('[name=tep]', { name: 'bang-hang.csv', mimeType: 'text/csv', buffer: priceList(run) });
      await at.getByRole('button', { name: 'Gửi để xem thử' }).click();
      await at.waitForURL(/bang-tinh\/[0-9a-f-]{36}/);
      const here = at.url();
      const write = at.getByRole('button', { name: /^Đưa \d+ món lên/ });
      await until(
        'the sheet was read',
        async () => {
          await at.goto(here);
          return write.isVisible();
        },
        60,
      );
      await look(at);
      await write.click();
      await until(
        'the rows are written down',
        async () => {
          await at.goto(`${here.split('?')[0]}/anh`);
          return (await at.locator('[name=anh]').count()) > 0;
        },
        60,
      );
      await look(at);
      const buffer = await photoOf('lychee', 2);
      const row = at.locator('li.panel', { hasText: `Vải bảng ${run} một` });
      await row.locator('[name=anh]').setInputFiles(buffer);
      await row.getByRole('button', { name: 'Gửi duyệt món này' }).click();
      const there = await until('it is handed in', async () => {
        const found = await arrived(house, `Vải bảng ${run}`);
        return found.length > 0 && found;
      });
      await look(at);
      return `${there.length} món đã gửi duyệt sau khi có ảnh; dòng thiếu giá được nói bằng lời`;
    },
  },
];
