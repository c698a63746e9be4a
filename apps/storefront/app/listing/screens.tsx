import { units, unitWord } from '@chophien/kernel';
import { Choices, Field, Form, Icon, type Refusal, Select, Submit, storage, Tick, TextArea } from '@chophien/ui';
import type { ReactNode } from 'react';
import type { Answers } from './answers.ts';
import { CheckAnswers } from './check-answers.tsx';
import { CropTiles } from './crop-tiles.tsx';
import { GuestDays } from './guest-days.tsx';
import { labelFields, withUsual } from './judge.ts';
import type { Crop, Kit } from './kit.ts';
import { type Step, stepPath } from './path.ts';
import { Photos } from './photos.tsx';
import { typedOf } from './typed.ts';
import { unitPriceWords } from './unit-price.ts';

export interface ScreenProps {
  step: Step;
  id: string;
  answers: Answers;
  kit: Kit;
  edits: boolean;
  refusal?: Refusal | undefined;
  /** The price others ask, in words; absent where too few sell. */
  hint?: string | undefined;
  /** Words by which a kind is looked for. */
  words?: string | undefined;
  /** The producer it is for. */
  producer?: string | undefined;
}

/** One thing to answer on a screen; every screen works as a plain form, and is what the phone shows without a line. */
export const StepScreen = (props: ScreenProps) => screens[props.step](props);

/** Where a screen's form goes: the page that shows it, with the listing it is about. */
export const hereOf = ({ step, id, edits }: Pick<ScreenProps, 'step' | 'id' | 'edits'>): string | undefined =>
  id ? stepPath(step, id, edits) : undefined;

/** The way on from a screen. */
export const Onwards = ({ edits, free }: { edits: boolean; free?: boolean }) => (
  <>
    <Submit wide>{edits ? 'Lưu, về trang xem lại' : 'Tiếp tục'}</Submit>
    {free && !edits && (
      <p className="field-hint" data-new="">
        Chưa rõ thì để trống rồi bấm Tiếp tục.
      </p>
    )}
  </>
);

const cropOf = ({ answers, kit }: ScreenProps): Crop | undefined =>
  kit.crops.find(({ id }) => id === answers.commodity);

const boxes = (props: ScreenProps) => {
  const typed = typedOf(props.step, withUsual(props.answers, cropOf(props)));
  return (name: string): string => typed[name]?.[0] ?? '';
};

const NameScreen = (props: ScreenProps) => {
  const { edits, refusal } = props;
  const value = boxes(props);
  return (
    <Form action={hereOf(props)}>
      <Field
        name="name"
        label="Tên món"
        hint="Người mua đọc tên này. Ví dụ: Vải thiều Lục Ngạn loại một."
        value={value('name') || cropOf(props)?.name}
        maxLength={120}
        refusal={refusal}
      />
      <Field
        name="variety"
        label="Giống (không bắt buộc)"
        hint="Ví dụ: u hồng, nếp nương, gà Mía."
        value={value('variety')}
        maxLength={80}
        refusal={refusal}
      />
      <Onwards edits={edits} />
    </Form>
  );
};

const ProcessScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <Choices
      name="process"
      legend="Chọn một"
      refusal={props.refusal}
      chosen={props.answers.process ? [props.answers.process] : []}
      options={[
        { value: 'fresh', word: choice('Hàng tươi', 'Hái, bắt, nhặt về bán luôn') },
        { value: 'prepared', word: choice('Đã sơ chế', 'Rửa, cắt, đóng túi, cấp đông') },
        { value: 'processed', word: choice('Đã chế biến', 'Sấy, ướp, nấu, ép, làm bánh') },
      ]}
    />
    <Onwards edits={props.edits} />
  </Form>
);

const choice = (word: string, long: string): ReactNode => (
  <>
    <b>{word}</b>
    <br />
    {long}
  </>
);

const PriceScreen = (props: ScreenProps) => {
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

/** One box that may be ticked already. */
const Once = ({ name, on, children }: { name: string; on: boolean; children: ReactNode }) =>
  on ? (
    <label className="choice">
      <input type="checkbox" id={name} name={name} value="1" defaultChecked />
      <span>{children}</span>
    </label>
  ) : (
    <Tick name={name}>{children}</Tick>
  );

const AmountScreen = (props: ScreenProps) => {
  const { answers, edits, refusal } = props;
  const value = boxes(props);
  const word = <span data-unit="">{answers.unit ? unitWord(answers.unit) : ''}</span>;
  const box = { inputMode: 'decimal', autoComplete: 'off', after: word, refusal } as const;
  return (
    <Form action={hereOf(props)}>
      <Field name="quantity" label="Có bao nhiêu để bán?" value={value('quantity')} {...box} />
      <details open={Boolean(refusal?.fields.minimum || refusal?.fields.increment)}>
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

/** Two days, the later never before the earlier. */
const Span = (props: ScreenProps & { from: string; to: string; labels: [string, string]; hint: string }) => {
  const value = boxes(props);
  const { from, to, labels, hint, refusal } = props;
  return (
    <>
      <Field name={from} label={labels[0]} hint={hint} type="date" value={value(from)} refusal={refusal} />
      <Field name={to} label={labels[1]} type="date" value={value(to)} refusal={refusal} />
    </>
  );
};

const HarvestScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <Span
      {...props}
      from="harvestFrom"
      to="harvestTo"
      labels={['Từ ngày', 'Đến ngày']}
      hint="Ngày hái, ngày bắt, ngày làm. Hàng có quanh năm thì để trống."
    />
    <Onwards edits={props.edits} free />
  </Form>
);

const SellingScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <Span
      {...props}
      from="sellFrom"
      to="sellTo"
      labels={['Bán từ ngày', 'Bán đến ngày']}
      hint="Để trống là bán ngay, tới khi hết."
    />
    <Once name="repeatsYearly" on={Boolean(props.answers.repeatsYearly)}>
      Mùa sau nhắc tôi: năm nào cũng bán vào dịp này
    </Once>
    <Onwards edits={props.edits} />
  </Form>
);

const OriginScreen = (props: ScreenProps) => {
  const value = boxes(props);
  return (
    <Form action={hereOf(props)}>
      <Choices
        name="origin"
        legend="Chọn một"
        refusal={props.refusal}
        chosen={[value('origin')]}
        options={[
          { value: 'self_produced', word: 'Nhà tôi tự trồng, tự làm' },
          { value: 'bought_in', word: 'Tôi thu mua trong vùng' },
        ]}
      />
      <Field
        name="growingArea"
        label="Mã số vùng trồng (không bắt buộc)"
        hint="Chép đúng như giấy cấp mã."
        maxLength={60}
        autoComplete="off"
        value={value('growingArea')}
        refusal={props.refusal}
      />
      <Onwards edits={props.edits} />
    </Form>
  );
};

const LabelScreen = (props: ScreenProps) => {
  const fields = labelFields(props.answers, cropOf(props));
  return (
    <Form action={hereOf(props)}>
      {props.refusal?.fields.label && <p className="field-wrong">{props.refusal.fields.label}</p>}
      <div className="grid gap-4" id="label" data-slot="label">
        {fields.map(({ name, words, hint }) => (
          <LabelBox key={name} name={name} words={words} hint={hint} value={props.answers.label?.[name] ?? ''} />
        ))}
      </div>
      <Onwards edits={props.edits} />
    </Form>
  );
};

/** One line of the label; the phone makes as many as the rules ask for. */
export const LabelBox = ({
  name,
  words,
  hint,
  value,
}: {
  name: string;
  words: string;
  hint: string;
  value: string;
}) => (
  <label className="field">
    <span className="field-name" data-slot="words">
      {words}
    </span>
    <span className="field-hint" data-slot="hint">
      {hint}
    </span>
    <input className="input" name={`label.${name}`} defaultValue={value} maxLength={600} autoComplete="off" />
  </label>
);

const KeepingScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <Choices
      name="storage"
      legend="Chọn một"
      refusal={props.refusal}
      chosen={[boxes(props)('storage')]}
      options={Object.entries(storage).map(([value, { word, long, icon }]) => ({
        value,
        word: (
          <>
            <Icon name={icon} /> {choice(word, long)}
          </>
        ),
      }))}
    />
    <Onwards edits={props.edits} />
  </Form>
);

const DeliveryScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <Choices
      name="delivery"
      legend="Chọn một"
      refusal={props.refusal}
      chosen={[boxes(props)('delivery')]}
      options={[
        { value: 'country', word: 'Giao cả nước' },
        { value: 'province', word: 'Chỉ giao trong tỉnh' },
        { value: 'pickup', word: 'Khách tới lấy' },
      ]}
    />
    <Onwards edits={props.edits} />
  </Form>
);

const CertificateScreen = (props: ScreenProps) => {
  const { kit, producer, answers, edits, refusal } = props;
  const own = kit.producers.find(({ id }) => id === producer)?.certificates ?? [];
  return (
    <Form action={hereOf(props)}>
      <p className="note" data-none="" hidden={own.length > 0}>
        Chưa có giấy chứng nhận nào (OCOP, VietGAP …) trong hồ sơ. Không có vẫn bán được; có thì nhờ cán bộ xã ghi vào
        hồ sơ rồi chọn ở đây sau.
      </p>
      <div data-slot="certificates">
        {own.length > 0 && (
          <Choices
            name="certificates"
            legend="Giấy nói về món này"
            several
            refusal={refusal}
            chosen={answers.certificates ?? []}
            options={own.map(({ id, words }) => ({ value: id, word: words }))}
          />
        )}
      </div>
      <Onwards edits={edits} />
    </Form>
  );
};

const StoryScreen = (props: ScreenProps) => (
  <Form action={hereOf(props)}>
    <TextArea
      name="description"
      label="Kể thêm về món này (không bắt buộc)"
      hint="Giống gì, trồng thế nào, ăn ra sao. Bấm hình micrô trên bàn phím là nói được."
      rows={5}
      maxLength={2000}
      value={props.answers.description}
      refusal={props.refusal}
    />
    <Onwards edits={props.edits} />
  </Form>
);

const screens: Record<Step, (props: ScreenProps) => ReactNode> = {
  anh: Photos,
  mon: CropTiles,
  ten: NameScreen,
  'che-bien': ProcessScreen,
  gia: PriceScreen,
  'so-luong': AmountScreen,
  ngay: GuestDays,
  'thu-hoach': HarvestScreen,
  'nguon-goc': OriginScreen,
  nhan: LabelScreen,
  'ban-tu': SellingScreen,
  'cach-giu': KeepingScreen,
  giao: DeliveryScreen,
  giay: CertificateScreen,
  'mo-ta': StoryScreen,
  'xem-lai': CheckAnswers,
};
