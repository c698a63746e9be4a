import { readFile } from 'node:fs/promises';
import { newNumber, until } from './people.ts';
import { begin, signIn } from './register.ts';
import { commune, type Stage } from './stage.ts';
import type { Step } from './step.ts';

const size = 12;
const wrongAt = 6;
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý'];
const given = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Mai', 'Nga', 'Oanh', 'Phúc', 'Quý', 'Sơn'];
const any = (words: readonly string[]): string => words[Math.floor(Math.random() * words.length)]!;

/** A cooperative whose members are brought in from a sheet, one row of which is wrong. */
export const cooperative = async (stage: Stage): Promise<Step[]> => {
  const { house, storefront, office, officer, run } = stage;
  const manager = await stage.open();
  const { page: desk } = officer;
  const name = `Hợp tác xã thử ${run}`;
  const known = { id: '', retry: '' };
  const first = Number(newNumber().slice(1));
  const phoneOf = (at: number) => `0${first + at + 1}`;
  const members = families.map((family, at) => ({
    head: `${family} ${any(given)} ${any(given)} ${any(given)}`,
    phone: at === wrongAt ? '0912 34' : phoneOf(at),
  }));
  const sheet = [
    'STT,Họ tên chủ hộ,Thôn,Số điện thoại,Sản phẩm',
    ...members.map(({ head, phone }, at) => `${at + 1},${head},Thôn Lân Thịnh,${phone},Vải thiều`),
  ].join('\r\n');
  const send = (text: string, file: string) =>
    desk.setInputFiles('[name=tep]', { name: file, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) });
  /** Waits for the page that comes again by itself until the work is done. */
  const worked = (words: RegExp) =>
    until(
      `the list says ${words}`,
      async () => {
        await desk.goto(desk.url().split('?')[0]!);
        return desk.getByText(words).first().isVisible();
      },
      40,
    );

  return [
    {
      name: 'c. Người quản lý mở gian hàng cho hợp tác xã',
      screen: () => manager.page,
      run: async (look) => {
        await signIn(manager.page, house, newNumber());
        const who = {
          kind: 'cooperative' as const,
          stall: name,
          head: 'Ngô Văn Quản',
          commune: { words: commune.words, name: commune.name },
        };
        known.id = await begin(manager.page, storefront, who, look);
        await manager.page.goto(`${storefront}/hop-tac-xa/${known.id}`);
        await manager.page.getByText('0 hộ thành viên').waitFor();
        return `${name}: chưa có thành viên`;
      },
    },
    {
      name: 'c. Cán bộ gửi danh sách 12 hộ: xem thử, một dòng sai',
      screen: () => desk,
      run: async (look) => {
        await until('the board knows the cooperative', async () => {
          const answer = await desk.goto(`${office}/ho-gia-dinh/${known.id}`);
          return answer?.ok();
        });
        await look(desk);
        await desk.getByRole('link', { name: 'Nhập danh sách hộ thành viên' }).click();
        await look(desk);
        await send(sheet, `thanh-vien-${run}.csv`);
        await desk.getByRole('button', { name: 'Gửi tệp để xem thử' }).click();
        await desk.waitForURL(/nhap\/[0-9a-f-]{36}/);
        await worked(/Kết quả xem thử/);
        await look(desk);
        await desk.getByText(`Ghi vào ${size - 1} dòng`).waitFor();
        await desk.getByText(members[wrongAt]!.head).first().waitFor();
        return `${size - 1} dòng ghi được, 1 dòng sai: "${members[wrongAt]!.phone}"`;
      },
    },
    {
      name: 'c. Cán bộ ghi các dòng đúng, tải tệp cần sửa',
      screen: () => desk,
      run: async (look) => {
        await desk.getByRole('button', { name: `Ghi vào ${size - 1} dòng` }).click();
        await worked(/Đã ghi một phần/);
        await look(desk);
        const download = desk.waitForEvent('download');
        await desk.getByRole('link', { name: 'tệp CSV' }).click();
        known.retry = await readFile(await (await download).path(), 'utf8');
        const lines = known.retry.trim().split(/\r?\n/);
        if (lines.length !== 2 || !lines[0]!.includes('Mã dòng')) throw new Error(`the file reads ${known.retry}`);
        return `tệp cần sửa có 1 dòng, có cột "Lỗi" và "Mã dòng"`;
      },
    },
    {
      name: 'c. Sửa dòng ấy, gửi lại, ghi nốt: đủ 12 hộ',
      screen: () => desk,
      run: async (look) => {
        const mended = known.retry.replace(members[wrongAt]!.phone, phoneOf(wrongAt));
        if (mended === known.retry) throw new Error(`the wrong cell is not in ${known.retry}`);
        await desk.setInputFiles('[name=tep]', {
          name: `thanh-vien-${run}-sua.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from(mended),
        });
        await desk.getByRole('button', { name: 'Gửi tệp đã sửa' }).click();
        await worked(/Ghi vào 1 dòng/);
        await look(desk);
        await desk.getByRole('button', { name: 'Ghi vào 1 dòng' }).click();
        await worked(/Đã ghi \(12\)/);
        return 'danh sách đã xong, 12 hộ';
      },
    },
    {
      name: 'c. Người quản lý thấy đủ 12 hộ thành viên',
      screen: () => manager.page,
      run: async (look) => {
        const { page } = manager;
        await until('there are twelve', async () => {
          await page.goto(`${storefront}/hop-tac-xa/${known.id}`);
          return page.getByText(`${size} hộ thành viên`).isVisible();
        });
        await look(page);
        for (const { head } of members) await page.getByText(head).first().waitFor();
        return 'đủ tên 12 hộ, kể cả hộ của dòng đã sửa';
      },
    },
  ];
};
