import { units, unitWord } from '@chophien/kernel';
import { Field, Form, Select } from '@chophien/ui';
import { boxes, hereOf, Once, Onwards, type ScreenProps } from './screen-parts.tsx';
import { unitPriceWords } from './unit-price.ts';

export const PriceScreen = (props: ScreenProps) => {
  const { answers, edits, refusal, hint } = props;
  const value = boxes(props);
  const { price = 0, unit = 'kg', pack } = answers;
  return (
    <Form action={hereOf(props)}>
      <Field
        name="price"
        label="Giá"
        hint="Gõ 25000, 25.000 hay 25k đều được."
        inputMode="text"
        autoComplete="off"
        value={value('price')}
        after="đồng"
        enhance="price"
        refusal={refusal}
      />
      <p className="flex flex-wrap gap-2" data-chips="" hidden>
        {[-1_000, 1_000, 5_000, 10_000].map((more) => (
          <button key={more} type="button" className="chip" data-add={more}>
            {more < 0 ? '−' : '+'}
            {Math.abs(more / 1_000)} nghìn
          </button>
        ))}
      </p>
      <p className="note empty:hidden" data-slot="hint">
        {hint}
      </p>
      <fieldset className={refusal?.fields.unit ? 'field wrong' : 'field'} id="unit">
        <legend className="field-name">Cho mỗi</legend>
        {refusal?.fields.unit && <p className="field-wrong">{refusal.fields.unit}</p>}
        <div className="grid grid-cols-3 gap-2 mt-1">
          {units.map(({ id, word }) => (
            <label key={id} className="choice gap-2 px-2">
              <input type="radio" name="unit" value={id} defaultChecked={id === value('unit')} />
              <span>{word}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4" data-pack="">
        <Field
          name="packQuantity"
          label="Mỗi hộp, gói, con … có bao nhiêu? (không bắt buộc)"
          hint="Ví dụ: hộp 0,5 kg, vỉ 10 trái. Bán theo cân thì để trống."
          inputMode="decimal"
          autoComplete="off"
          value={value('packQuantity')}
          refusal={refusal}
        />
        <Select
          name="packUnit"
          label="Tính bằng"
          value={value('packUnit')}
          refusal={refusal}
          options={units.filter(({ id }) => contents.includes(id)).map(({ id, word }) => ({ value: id, word }))}
        />
      </div>
      <div data-weight="">
        <Once name="catchWeight" on={value('catchWeight') === '1'}>
          Bán theo cân nhưng từng con, từng miếng nặng nhẹ khác nhau: cân lại khi đóng hàng
        </Once>
      </div>
      <p role="status" className="font-bold empty:hidden" data-slot="unit-price">
        {unitPriceWords({ price, unit, pack })}
      </p>
      <Onwards edits={edits} />
    </Form>
  );
};
const contents: readonly string[] = ['kg', 'lit', 'trai', 'con', 'cai', 'bo', 'goi', 'hop'];

export const AmountScreen = (props: ScreenProps) => {
  const { answers, edits, refusal } = props;
  const value = boxes(props);
  const word = <span data-unit="">{answers.unit ? unitWord(answers.unit) : ''}</span>;
  const box = { inputMode: 'decimal', autoComplete: 'off', after: word, refusal } as const;
  return (
    <Form action={hereOf(props)}>
      {!answers.of && (
        <div data-quantity="">
          <Field name="quantity" label="Có bao nhiêu để bán?" value={value('quantity')} {...box} />
        </div>
      )}
      <details open={Boolean(answers.of) || Boolean(refusal?.fields.minimum || refusal?.fields.increment)}>
        <summary className="chip">Bán lẻ ít nhất bao nhiêu?</summary>
        <div className="grid gap-4 pt-3">
          <Field name="minimum" label="Mua ít nhất" value={value('minimum')} {...box} />
          <Field name="increment" label="Mỗi nấc thêm" value={value('increment')} {...box} />
        </div>
      </details>
      <Onwards edits={edits} />
    </Form>
  );
};
