import { type AnswerOf, getWithholding, Month, percentWords, taxKindWords } from '@chophien/contracts';
import { formatDong } from '@chophien/kernel';
import { notFound, visitor } from '@chophien/site';
import { Badge, type Column, Crumbs, Empty, Note, Page, Table } from '@chophien/ui';
import { monthWords } from '../month.ts';
import { needs } from '../official.ts';
import { provinceOf } from './province.ts';
import type { Route } from './+types/withholding';

type Row = AnswerOf<typeof getWithholding>['rows'][number];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { grants } = await needs(context, 'month.close');
  const month = Month.safeParse(params.month);
  if (!month.success) return notFound(context);
  return context.get(visitor).read(getWithholding, { params: { province: provinceOf(grants), month: month.data } });
}

const columns: Column<Row>[] = [
  { head: 'Người bán', cell: ({ name }) => name },
  { head: 'Mã số thuế', cell: ({ taxCode }) => taxCode ?? <Badge tone="wait">Chưa ghi</Badge> },
  { head: 'Loại', cell: ({ kind }) => taxKindWords[kind] ?? kind },
  { head: 'Số kiện', number: true, cell: ({ sales }) => sales },
  { head: 'Doanh thu', number: true, cell: ({ revenue }) => formatDong(revenue) },
  { head: 'Thuế GTGT', number: true, cell: ({ vat, vatBp }) => `${formatDong(vat)} (${percentWords(vatBp)})` },
  { head: 'Thuế TNCN', number: true, cell: ({ pit, pitBp }) => `${formatDong(pit)} (${percentWords(pitBp)})` },
];

export default function Withholding({ loaderData }: Route.ComponentProps) {
  const { month, rows, totals, ledger, nameless } = loaderData;
  const path = `/doi-soat/khoa-so/${month}`;
  const same = totals.vat === ledger.vat && totals.pit === ledger.pit;
  return (
    <Page title={`Thuế khấu trừ ${monthWords(month)}`} hidden>
      <Crumbs
        links={[
          { href: '/doi-soat', word: 'Đối soát' },
          { href: '/doi-soat/khoa-so', word: 'Khoá sổ' },
          { href: path, word: monthWords(month) },
        ]}
      />
      <h1>Thuế khấu trừ {monthWords(month)}</h1>
      <p>
        Nền tảng có chức năng thanh toán khấu trừ, kê khai và nộp thay cho hộ và cá nhân bán hàng, từng giao dịch; hàng
        trả lại được trừ ra ở tháng trả lại (Nghị định 252/2026/NĐ-CP, Điều 44 và 45). Hợp tác xã tự khai.
      </p>
      {rows.length === 0 ? (
        <Empty title="Tháng này không có khoản nào phải khấu trừ" />
      ) : (
        <>
          <dl className="sums panel">
            <dt>Doanh thu của các dòng dưới</dt>
            <dd>{formatDong(totals.revenue)}</dd>
            <dt>Thuế GTGT</dt>
            <dd>{formatDong(totals.vat)}</dd>
            <dt>Thuế TNCN</dt>
            <dd>{formatDong(totals.pit)}</dd>
            <dt className="total">Phải nộp</dt>
            <dd className="total">{formatDong(totals.vat + totals.pit)}</dd>
          </dl>
          <Note tone={same ? 'good' : 'bad'}>
            {same ? 'Khớp với sổ cái.' : 'Không khớp với sổ cái. Báo người vận hành ngay.'}
          </Note>
          {nameless > 0 && (
            <Note tone="warn">
              {nameless} người bán chưa ghi mã số thuế. Nhắc họ ghi trong hồ sơ trước khi nộp tờ khai.
            </Note>
          )}
          <p className="no-print flex flex-wrap gap-3">
            <a className="button" href={`${path}/thue/xlsx`}>
              Tải bảng Excel
            </a>
            <a className="button" href={`${path}/thue/csv`}>
              Tải tệp CSV
            </a>
          </p>
          <section className="panel">
            <Table
              caption="Theo người bán và loại hàng"
              columns={columns}
              rows={rows}
              idOf={({ producer, kind, legalRef }) => `${producer} ${kind} ${legalRef}`}
              stack
            />
          </section>
        </>
      )}
    </Page>
  );
}
