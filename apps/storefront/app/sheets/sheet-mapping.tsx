import { goodsFields, goodsRemarkWords, type GoodsSheetView } from '@chophien/contracts';
import { Form, Hidden, Note, type Refusal, Submit, typedOr } from '@chophien/ui';

interface Props {
  one: GoodsSheetView;
  /** The sheet somebody wants to see. */
  asked: string;
  here: string;
  refusal: Refusal | undefined;
}

/** What the columns are, when their heads do not say it by themselves. */
export const Mapping = ({ one, asked, here, refusal }: Props) => {
  const sheet =
    one.sheets.find(({ name }) => name === asked) ?? one.sheets.find(({ name }) => name === one.sheet) ?? one.sheets[0];
  if (!sheet) return null;
  return (
    <section className="panel grid gap-4">
      <h2>Chọn nội dung của từng cột</h2>
      <p>Có cột chưa hiểu được tên. Hãy cho biết mỗi cột là gì; cột không cần thì để “Bỏ qua”.</p>
      {one.notes.length > 0 && (
        <Note>
          {one.notes.map((note) => (
            <p key={`${note.code} ${note.about}`}>{goodsRemarkWords(note)}</p>
          ))}
        </Note>
      )}
      {one.sheets.length > 1 && (
        <nav className="filters" aria-label="Trang tính">
          {one.sheets.map(({ name }) => (
            <a
              key={name}
              className="chip"
              href={`${here}?trang-tinh=${encodeURIComponent(name)}`}
              aria-current={name === sheet.name ? 'page' : undefined}
            >
              Trang “{name}”
            </a>
          ))}
        </nav>
      )}
      <Form action={here}>
        <Hidden name="sheet" value={sheet.name} />
        <div id="columns" className="grid gap-4">
          {sheet.columns.map(({ column, head, examples, field }) => (
            <div key={column} className="field">
              <label className="field-name" htmlFor={`cot-${column}`}>
                {head || `Cột ${column + 1}`}
              </label>
              {examples.length > 0 && <span className="field-hint">Ví dụ: {examples.join(' · ')}</span>}
              <select
                className="input"
                id={`cot-${column}`}
                name={`cot-${column}`}
                defaultValue={typedOr(refusal, `cot-${column}`, field ?? '')}
              >
                <option value="">Bỏ qua</option>
                {Object.entries(goodsFields).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <Submit wide name="go" value="cot">
          Xem thử bảng
        </Submit>
      </Form>
      <Form action={here}>
        <div>
          <Submit kind="plain" name="go" value="dong">
            Bỏ tệp này
          </Submit>
        </div>
      </Form>
    </section>
  );
};
