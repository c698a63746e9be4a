import type { ImportRow, ImportView } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Badge, Form, Hidden, Submit, Table } from '@chophien/ui';
import { whyWords } from './import-states.ts';

interface Side {
  key: string;
  who: string;
  name: string | null;
  head: string | null;
  hamlet: string | null;
  phones: readonly string[];
}

/** A row beside the households it may be. */
const FlaggedRow = ({ row }: { row: ImportRow }) => {
  const sides: Side[] = [
    {
      key: 'dong',
      who: `Dòng ${row.line} trong tệp`,
      name: row.name,
      head: row.head,
      hamlet: row.hamlet,
      phones: row.phones,
    },
    ...row.twins.map((twin, index) => ({
      key: `${index}`,
      who: `${twin.elsewhere ? 'Hộ ở xã khác' : twin.line ? `Dòng ${twin.line} trong tệp` : 'Hộ đã có'} (${whyWords[twin.why].toLowerCase()})`,
      name: twin.elsewhere ? 'Không xem được' : twin.name,
      head: twin.head,
      hamlet: twin.hamlet,
      phones: twin.phones,
    })),
  ];
  const links = new Map(row.twins.map((twin, index) => [`${index}`, twin.producer]));
  return (
    <Table
      caption={`${row.head ?? row.name ?? ''}: ${[...new Set(row.twins.map(({ why }) => whyWords[why].toLowerCase()))].join(', ')}`}
      rows={sides}
      idOf={({ key }) => key}
      stack
      columns={[
        { head: 'Bên nào', cell: ({ who }) => <b>{who}</b> },
        {
          head: 'Tên gian hàng',
          cell: ({ key, name }) =>
            links.get(key) ? <a href={`/ho-gia-dinh/${links.get(key)}`}>{name ?? '–'}</a> : (name ?? '–'),
        },
        { head: 'Chủ hộ', cell: ({ head }) => head ?? '–' },
        { head: 'Thôn', cell: ({ hamlet }) => hamlet ?? '–' },
        { head: 'Điện thoại', cell: ({ phones }) => phones.map(localPhone).join(', ') || '–' },
      ]}
    />
  );
};

/** Rows that may be somebody who is there: each beside whom it may be, and one choice for all of a kind. */
export const Flagged = ({ one, items, page }: { one: ImportView; items: ImportRow[]; page: number }) => {
  const here = `/ho-gia-dinh/nhap/${one.id}`;
  const reasons = (['citizen', 'phone', 'name'] as const).filter((why) =>
    items.some(({ twins }) => twins.some((twin) => twin.why === why)),
  );
  return (
    <section className="grid gap-4">
      <h2>Có thể trùng: một người phải quyết định</h2>
      <details className="no-print">
        <summary className="chip">Chọn một lần cho nhiều dòng</summary>
        <div className="panel mt-3 grid gap-3">
          {reasons.map((why) => (
            <Form key={why} action={here}>
              <Hidden name="all" value={why} />
              <Hidden name="go" value="quyet" />
              <p>
                <b>{whyWords[why]}</b>: tất cả các dòng chưa chọn
              </p>
              <div className="flex flex-wrap gap-3">
                <Submit kind="plain" name="decision" value="same">
                  Cùng một hộ
                </Submit>
                <Submit kind="plain" name="decision" value="other">
                  Khác hộ
                </Submit>
                <Submit kind="plain" name="decision" value="leave-out">
                  Bỏ các dòng này
                </Submit>
              </div>
            </Form>
          ))}
        </div>
      </details>
      {items.map((row) => (
        <article key={row.id} className="panel grid gap-3" id={`dong-${row.id}`}>
          <FlaggedRow row={row} />
          <Form action={here}>
            <Hidden name="row" value={row.id} />
            <Hidden name="go" value="quyet" />
            <Hidden name="muc" value="trung" />
            <Hidden name="trang" value={page} />
            <div className="no-print flex flex-wrap items-center gap-3">
              {row.twins.some(({ elsewhere }) => !elsewhere) && (
                <Submit kind="plain" name="decision" value="same">
                  Cùng một hộ: bổ sung vào hộ có sẵn
                </Submit>
              )}
              <Submit kind="plain" name="decision" value="other">
                Khác hộ: ghi hộ mới
              </Submit>
              <Submit kind="plain" name="decision" value="leave-out">
                Bỏ dòng này
              </Submit>
              {row.decision && (
                <Badge tone="good">
                  Đã chọn: {{ same: 'cùng một hộ', other: 'khác hộ', 'leave-out': 'bỏ dòng này' }[row.decision]}
                </Badge>
              )}
            </div>
          </Form>
        </article>
      ))}
    </section>
  );
};
