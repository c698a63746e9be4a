import { listProvinces, listUnmet, type UnmetView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { text, visitor } from '@chophien/site';
import { type Column, Empty, Page, Select, Submit, Table } from '@chophien/ui';
import { may, needs } from '../official.ts';
import type { Route } from './+types/demand';

const path = '/nhu-cau';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'demand.read');
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const week = /^\d{4}-\d{2}-\d{2}$/.test(text(searchParams, 'tuan')) ? text(searchParams, 'tuan') : undefined;
  const province = /^\d{2}$/.test(text(searchParams, 'tinh')) ? text(searchParams, 'tinh') : undefined;
  const [found, provinces] = await Promise.all([read(listUnmet, { query: { week, province } }), read(listProvinces)]);
  return {
    ...found,
    province,
    provinces: provinces.items.map(({ code, name }) => ({ value: code, word: name })),
    writes: may(me, 'synonym.write'),
  };
}

const columns: Column<UnmetView>[] = [
  { head: 'Người mua gõ', cell: ({ words }) => <b>{words}</b> },
  { head: 'Số lần', number: true, cell: ({ times }) => times.toLocaleString('vi-VN') },
];

export default function Demand({
  loaderData: { week, weeks, items, province, provinces, writes },
}: Route.ComponentProps) {
  const chosen = [...new Set([week, ...weeks])].map((day) => ({ value: day, word: `Tuần từ ${formatDay(day)}` }));
  const where = provinces.find(({ value }) => value === province)?.word;
  return (
    <Page title="Nhu cầu chưa có hàng" hidden>
      <h1>Nhu cầu chưa có hàng</h1>
      <p>
        Những gì người mua tìm mà trên sàn chưa có. Chỉ đếm số lần, không ghi ai tìm; dưới 5 lần một tuần thì không
        hiện.
      </p>
      <form action={path} method="get">
        <div className="flex flex-wrap items-end gap-3">
          <Select name="tuan" label="Tuần" options={chosen} value={week} />
          <Select
            name="tinh"
            label="Nơi người mua chọn"
            options={[{ value: '', word: 'Cả nước' }, ...provinces]}
            value={province ?? ''}
          />
          <Submit kind="plain">Xem</Submit>
        </div>
      </form>
      {items.length === 0 ? (
        <Empty title={`Tuần này ${where ? `ở ${where} ` : ''}chưa có từ nào được tìm từ 5 lần trở lên`}>
          <p>Xem tuần khác, hoặc chọn cả nước.</p>
        </Empty>
      ) : (
        <Table caption="Những từ tìm không thấy hàng" columns={columns} rows={items} idOf={(row) => row.words} stack />
      )}
      {writes && (
        <p className="no-print">
          Hàng có thật nhưng bà con gọi tên khác? <a href="/tu-dong-nghia">Thêm từ cùng nghĩa</a>.
        </p>
      )}
    </Page>
  );
}
