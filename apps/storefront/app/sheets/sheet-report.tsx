import {
  goodsFields,
  goodsRemarkWords,
  type GoodsRow,
  type GoodsRowState,
  type GoodsSheetView,
} from '@chophien/contracts';
import { isUnitId } from '@chophien/kernel';
import { Badge, Empty, Form, Hidden, Note, Price, type Refusal, Submit } from '@chophien/ui';
import { FileBox } from './file-box.tsx';
import { number, partOf, rowParts, sheetStates } from './sheet-words.ts';

interface Props {
  one: GoodsSheetView;
  items: GoodsRow[];
  state: GoodsRowState;
  /** The id of the next file. */
  next: string;
  refusal: Refusal | undefined;
}

/** What the dry run found, what was entered, and what still waits for a person. */
export const Report = ({ one, items, state, next, refusal }: Props) => {
  const { counts } = one;
  const here = `/ban-hang/bang-tinh/${one.id}`;
  const open = one.state === 'checked';
  if (one.state === 'refused') {
    return (
      <Note tone="bad">
        {one.reason && <p>{goodsRemarkWords(one.reason)}</p>}
        <p>
          <a className="inline-block py-2" href="/ban-hang/bang-tinh">
            Gửi tệp khác
          </a>
        </p>
      </Note>
    );
  }
  return (
    <>
      {one.reason && <Note tone="bad">{goodsRemarkWords(one.reason)}</Note>}
      {counts.waiting > 0 && (
        <Note tone="warn">
          <p>{number(counts.waiting)} món mới còn chờ ảnh. Có ảnh là gửi duyệt ngay.</p>
          <p>
            <a className="button button-main mt-2" href={`${here}/anh`}>
              Thêm ảnh
            </a>
          </p>
        </Note>
      )}
      <section className="panel grid gap-3">
        <h2>{open ? (one.enteredAt ? 'Đã đưa lên một phần' : 'Kết quả xem thử') : sheetStates[one.state].word}</h2>
        {one.notes.map((note) => (
          <p key={`${note.code} ${note.about}`} className="field-hint">
            {goodsRemarkWords(note)}
          </p>
        ))}
        {open && <Ways one={one} here={here} />}
        <Undo one={one} here={here} />
      </section>
      {open && counts.wrong + counts.failed > 0 && <Retry one={one} next={next} here={here} refusal={refusal} />}
      <section className="grid gap-3">
        <h2>Từng dòng</h2>
        <nav className="filters" aria-label="Dòng theo kết quả">
          {rowParts
            .filter((part) => counts[part.state] > 0 || part.state === state)
            .map((part) => (
              <a
                key={part.key}
                className="chip"
                href={`${here}?muc=${part.key}`}
                aria-current={part.state === state ? 'page' : undefined}
              >
                {part.word} ({number(counts[part.state])})
              </a>
            ))}
        </nav>
        {items.length === 0 && <Empty title="Không có dòng nào ở mục này" />}
        <ul className="grid gap-3">
          {items.map((row) => (
            <Row key={row.id} row={row} here={here} open={open} />
          ))}
        </ul>
      </section>
    </>
  );
};

/** What entering would do, in one sentence. */
const said = ({ counts }: GoodsSheetView): string =>
  [
    counts.new > 0 && `gửi duyệt ${number(counts.new)} món mới`,
    counts.photo > 0 && `giữ ${number(counts.photo)} món mới chờ ảnh`,
    counts.change > 0 && `sửa ${number(counts.change)} món đang có`,
  ]
    .filter(Boolean)
    .join(', ');

const Ways = ({ one, here }: { one: GoodsSheetView; here: string }) => (
  <div className="no-print grid gap-3">
    {one.ready > 0 && (
      <Form action={here}>
        <p>
          Bấm là {said(one)}.{one.counts.wrong > 0 && ' Dòng cần sửa để lại, không ảnh hưởng dòng khác.'}
        </p>
        <Submit wide name="go" value="ghi">
          Đưa {number(one.ready)} món lên
        </Submit>
      </Form>
    )}
    {one.ready === 0 && one.counts.wrong + one.counts.failed === 0 && !one.enteredAt && (
      <p>Bảng này giống hệt hàng đang có: không có gì để đưa lên.</p>
    )}
    <details>
      <summary className="chip">Kết thúc bảng này</summary>
      <div className="mt-3">
        <Form action={here}>
          <p>Những dòng chưa đưa lên sẽ bỏ qua. Món đã đưa lên và món chờ ảnh vẫn giữ.</p>
          <div>
            <Submit kind="plain" name="go" value="dong">
              Kết thúc, không đưa thêm
            </Submit>
          </div>
        </Form>
      </div>
    </details>
  </div>
);

const Undo = ({ one, here }: { one: GoodsSheetView; here: string }) =>
  one.undoable > 0 && (
    <details className="no-print">
      <summary className="chip">Rút lại món mới</summary>
      <div className="mt-3">
        <Form action={here}>
          <p>
            {number(one.undoable)} món mới chưa ai mua sẽ được cất đi. Món đã có người mua thì giữ; giá và số lượng đã
            sửa không đổi lại.
          </p>
          <div>
            <Submit kind="warn" name="go" value="rut">
              Rút lại {number(one.undoable)} món
            </Submit>
          </div>
        </Form>
      </div>
    </details>
  );

const Retry = ({ one, next, here, refusal }: Omit<Props, 'items' | 'state'> & { here: string }) => (
  <section className="panel no-print grid gap-3">
    <h2>Sửa {number(one.counts.wrong + one.counts.failed)} dòng rồi gửi lại</h2>
    <p>
      Tải các dòng này, có cột “Lỗi” cho biết sửa gì:{' '}
      <a className="inline-block py-2" href={`${here}/can-sua?dang=xlsx`}>
        tệp Excel
      </a>{' '}
      hoặc{' '}
      <a className="inline-block py-2" href={`${here}/can-sua?dang=csv`}>
        CSV
      </a>
      . Sửa trong tệp, giữ cột “Mã dòng”, rồi gửi lại ở đây.
    </p>
    <Form files action={here}>
      <Hidden name="id" value={next} />
      <FileBox label="Tệp đã sửa" refusal={refusal} />
      <div>
        <Submit kind="plain" name="go" value="tep">
          Gửi tệp đã sửa
        </Submit>
      </div>
    </Form>
  </section>
);

const Row = ({ row, here, open }: { row: GoodsRow; here: string; open: boolean }) => (
  <li className="panel grid gap-2">
    <div className="flex flex-wrap items-baseline justify-between gap-2">
      <h3>
        {row.listing ? (
          <a className="inline-block py-2" href={`/ban-hang/san-pham/${row.listing}`}>
            {row.name ?? 'Xem món'}
          </a>
        ) : (
          (row.name ?? '(chưa đọc được tên)')
        )}
      </h3>
      <Badge tone="quiet">
        dòng {row.line}
        {row.part > 1 && `, tệp ${row.part}`}
      </Badge>
    </div>
    {row.price !== null && row.unit !== null && isUnitId(row.unit) && <Price dong={row.price} unit={row.unit} />}
    {row.changes.length > 0 && (
      <dl className="grid gap-1">
        {row.changes.map(({ field, from, to, review }) => (
          <div key={field}>
            <dt className="field-hint">
              {goodsFields[field]}
              {review && ' (chờ cán bộ xem rồi mới hiện)'}
            </dt>
            <dd>
              <del>{from || 'chưa ghi'}</del> → <ins>{to || 'để trống'}</ins>
            </dd>
          </div>
        ))}
      </dl>
    )}
    {row.problems.length > 0 && (
      <ul className="grid gap-1 field-wrong">
        {row.problems.map((remark) => (
          <li key={`${remark.cell} ${remark.code}`}>{goodsRemarkWords(remark)}</li>
        ))}
      </ul>
    )}
    {row.notes.length > 0 && (
      <ul className="grid gap-1 field-hint">
        {row.notes.map((remark) => (
          <li key={`${remark.cell} ${remark.code}`}>{goodsRemarkWords(remark)}</li>
        ))}
      </ul>
    )}
    {row.state === 'waiting' && (
      <p>
        <a className="button" href={`${here}/anh#mon-${row.id}`}>
          Thêm ảnh
        </a>
      </p>
    )}
    {open && leavable.has(row.state) && (
      <form method="post" action={here} className="no-print">
        <Hidden name="row" value={row.id} />
        <Hidden name="muc" value={partOf(row.state)?.key ?? ''} />
        <Submit kind="plain" name="go" value="bo">
          Bỏ dòng này
        </Submit>
      </form>
    )}
  </li>
);

const leavable: ReadonlySet<GoodsRowState> = new Set(['new', 'photo', 'change', 'wrong', 'failed'] as const);
