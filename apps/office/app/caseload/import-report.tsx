import { type ImportRow, type ImportRowState, type ImportView, remarkWords } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Empty, Form, Hidden, Note, type Refusal, Submit, Table, when } from '@chophien/ui';
import { Flagged } from './import-flagged.tsx';
import { importStates, rowParts, rowStates } from './import-states.ts';

interface Props {
  one: ImportView;
  items: ImportRow[];
  state: ImportRowState;
  page: number;
  /** The id of the next file. */
  next: string;
  refusal: Refusal | undefined;
}

/** What the dry run found, what was entered, and what still waits for a person. */
export const Report = ({ one, items, state, page, next, refusal }: Props) => {
  const { counts } = one;
  const here = `/ho-gia-dinh/nhap/${one.id}`;
  const open = one.state === 'checked';
  const waiting = counts.flagged - (one.cooperative ? Math.max(0, one.decided - counts.known) : one.decided);
  return (
    <>
      {one.reason && (
        <Note tone="bad">
          <p>{remarkWords(one.reason)}</p>
          {one.state === 'refused' && (
            <p>
              <a className="inline-block py-2" href="/ho-gia-dinh/nhap">
                Gửi tệp khác
              </a>
            </p>
          )}
        </Note>
      )}
      {one.state !== 'refused' && (
        <section className="panel grid gap-3">
          <h2>
            {open
              ? counts.entered + counts.merged > 0
                ? 'Đã ghi một phần'
                : 'Kết quả xem thử'
              : importStates[one.state].word}
          </h2>
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
                  {rowStates[part.state].word} ({counts[part.state].toLocaleString('vi-VN')})
                </a>
              ))}
          </nav>
          {one.notes.map((note) => (
            <p key={`${note.code} ${note.about}`} className="field-hint">
              {remarkWords(note)}
            </p>
          ))}
          {open && <Ways one={one} waiting={Math.max(0, waiting)} />}
          {one.undoUntil && (
            <details className="no-print">
              <summary className="chip">Huỷ những hộ đã ghi</summary>
              <div className="mt-3">
                <Form action={here}>
                  <p>
                    Các hộ vừa ghi mà chưa ai động tới sẽ bị xoá. Làm được đến {when(one.undoUntil)}; hộ đã có người
                    nhận hoặc đã làm hồ sơ thì giữ lại.
                  </p>
                  <div>
                    <Submit kind="warn" name="go" value="huy">
                      Huỷ các hộ đã ghi
                    </Submit>
                  </div>
                </Form>
              </div>
            </details>
          )}
        </section>
      )}
      {open && counts.wrong > 0 && <Retry one={one} next={next} refusal={refusal} />}
      {one.state !== 'refused' && <Rows one={one} items={items} state={state} page={page} />}
    </>
  );
};

const Ways = ({ one, waiting }: { one: ImportView; waiting: number }) => (
  <div className="no-print grid gap-3">
    {one.ready > 0 && (
      <Form action={`/ho-gia-dinh/nhap/${one.id}`}>
        {waiting > 0 && (
          <p>{waiting.toLocaleString('vi-VN')} dòng có thể trùng chưa quyết định sẽ chờ lại, không ghi lần này.</p>
        )}
        <div>
          <Submit name="go" value="ghi">
            Ghi vào {one.ready.toLocaleString('vi-VN')} dòng
          </Submit>
        </div>
      </Form>
    )}
    <details>
      <summary className="chip">Kết thúc danh sách này</summary>
      <div className="mt-3">
        <Form action={`/ho-gia-dinh/nhap/${one.id}`}>
          <p>Những dòng chưa ghi sẽ bỏ qua và tệp được xoá. Muốn nhập tiếp thì phải gửi tệp mới.</p>
          <div>
            <Submit kind="plain" name="go" value="dong">
              Kết thúc, không ghi thêm
            </Submit>
          </div>
        </Form>
      </div>
    </details>
  </div>
);

const Retry = ({ one, next, refusal }: { one: ImportView; next: string; refusal: Refusal | undefined }) => (
  <section className="panel no-print grid gap-3">
    <h2>Sửa {one.counts.wrong.toLocaleString('vi-VN')} dòng sai rồi gửi lại</h2>
    {one.kept && (
      <p>
        1. Tải các dòng sai, có cột “Lỗi”:{' '}
        <a className="inline-block py-2" href={`/ho-gia-dinh/nhap/${one.id}/can-sua?dang=xlsx`}>
          tệp Excel
        </a>{' '}
        hoặc{' '}
        <a className="inline-block py-2" href={`/ho-gia-dinh/nhap/${one.id}/can-sua?dang=csv`}>
          tệp CSV
        </a>
        . 2. Sửa trong tệp, giữ cột “Mã dòng”. 3. Gửi lại ở đây:
      </p>
    )}
    <Form files action={`/ho-gia-dinh/nhap/${one.id}`}>
      <Hidden name="id" value={next} />
      <Hidden name="commune" value={one.commune.code} />
      {one.cooperative && <Hidden name="cooperative" value={one.cooperative.id} />}
      <div className={refusal?.fields.tep ? 'field wrong' : 'field'}>
        <label className="field-name" htmlFor="tep">
          Tệp đã sửa
        </label>
        {refusal?.fields.tep && <p className="field-wrong">{refusal.fields.tep}</p>}
        <input className="input" type="file" id="tep" name="tep" accept=".xlsx,.csv" />
      </div>
      <div>
        <Submit kind="plain" name="go" value="tep">
          Gửi tệp đã sửa
        </Submit>
      </div>
    </Form>
  </section>
);

const Rows = ({
  one,
  items,
  state,
  page,
}: {
  one: ImportView;
  items: ImportRow[];
  state: ImportRowState;
  page: number;
}) => {
  if (items.length === 0) return <Empty title="Không có dòng nào ở mục này" />;
  const bare = items.every(({ name, producer }) => !name && producer);
  if (state === 'flagged' && one.state === 'checked') return <Flagged one={one} items={items} page={page} />;
  return (
    <section className="panel">
      <Table
        caption={rowStates[state].word}
        rows={items}
        idOf={({ id }) => id}
        stack
        columns={[
          {
            head: 'Hộ',
            cell: ({ name, head, producer }) => {
              const word = head ?? name ?? 'Xem hộ';
              return producer ? (
                <a href={`/ho-gia-dinh/${producer}`}>{word}</a>
              ) : (
                (head ?? name ?? '(không đọc được tên)')
              );
            },
          },
          { head: 'Dòng', cell: ({ line, part }) => (part > 1 ? `${line} (tệp ${part})` : line) },
          ...(bare
            ? []
            : [
                { head: 'Thôn', cell: ({ hamlet }: ImportRow) => hamlet ?? '–' },
                { head: 'Điện thoại', cell: ({ phones }: ImportRow) => phones.map(localPhone).join(', ') || '–' },
                {
                  head: state === 'wrong' ? 'Lỗi' : 'Ghi chú',
                  cell: ({ problems, notes, twins, state: at }: ImportRow) => (
                    <ul className="grid gap-1">
                      {[...problems, ...notes.filter(({ code }) => at === 'new' || code !== 'new-hamlet')].map(
                        (remark) => (
                          <li key={`${remark.cell} ${remark.code}`}>{remarkWords(remark)}</li>
                        ),
                      )}
                      {at === 'known' && twins[0] && <li>Đã có: {twins[0].name ?? 'hộ ở xã khác'}</li>}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
    </section>
  );
};
