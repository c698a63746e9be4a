import type { CommodityView } from '@chophien/contracts';
import { units } from '@chophien/kernel';
import {
  Choices,
  Field,
  Form,
  Icon,
  Picture,
  type Refusal,
  Select,
  Submit,
  storage,
  TextArea,
  typedQuantity,
} from '@chophien/ui';
import type { ReactNode } from 'react';
import { CheckAnswers } from './check-answers.tsx';
import type { ListingDraft } from './listing-draft.ts';
import type { Step } from './listing-path.ts';

export const titles: Record<Step, string> = {
  anh: 'Chụp ảnh món hàng',
  mon: 'Đây là món gì?',
  gia: 'Bán giá bao nhiêu?',
  'so-luong': 'Có bao nhiêu, hái khi nào?',
  'cach-giu': 'Giữ thế nào, từ đâu ra?',
  'xem-lai': 'Xem lại rồi đăng bán',
};

interface Props {
  step: Step;
  draft: ListingDraft;
  crops: readonly CommodityView[];
  /** The stalls one may sell in; with none there is nothing to press. */
  stalls: readonly { id: string; name: string }[];
  edits: boolean;
  refusal: Refusal | undefined;
}

/** One thing to answer on a screen; every screen works as a plain form. */
export const StepScreen = (props: Props) => screens[props.step](props);

const onwards = (edits: boolean): string => (edits ? 'Lưu, về trang xem lại' : 'Tiếp tục');

const PhotoScreen = ({ draft, edits, refusal }: Props) => (
  <>
    {draft.pictures.length > 0 && (
      <form method="post" encType="multipart/form-data">
        <ul className="grid grid-cols-2 gap-3">
          {draft.pictures.map((picture, index) => (
            <li key={picture.id} className="panel p-0 overflow-clip">
              <Picture picture={picture} alt={`Ảnh ${index + 1}`} sizes="50vw" />
              <button className="as-link px-3" type="submit" name="bo" value={picture.id}>
                Bỏ ảnh {index + 1}
              </button>
            </li>
          ))}
        </ul>
      </form>
    )}
    <Form files>
      <div className={refusal?.fields.pictures ? 'field wrong' : 'field'}>
        <label className="field-name" htmlFor="pictures">
          <Icon name="camera" /> {draft.pictures.length > 0 ? 'Thêm ảnh' : 'Ảnh món hàng'}
        </label>
        <span className="field-hint" id="pictures-hint">
          Chụp nơi sáng, thấy rõ hàng thật. Từ 1 đến 6 ảnh; ảnh đầu là ảnh bìa.
        </span>
        {refusal?.fields.pictures && <p className="field-wrong">{refusal.fields.pictures}</p>}
        <input
          className="input"
          id="pictures"
          name="pictures"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-describedby="pictures-hint"
          data-enhance="pictures"
        />
      </div>
      <Submit wide>{onwards(edits)}</Submit>
      <Submit kind="plain" name="go" value="them" wide>
        Gửi ảnh này rồi chọn thêm
      </Submit>
    </Form>
  </>
);

const WhatScreen = ({ draft, crops, edits, refusal }: Props) => (
  <Form>
    <Choices
      name="commodity"
      legend="Loại hàng"
      wide
      refusal={refusal}
      chosen={draft.commodity ? [draft.commodity] : []}
      options={crops.map(({ id, name }) => ({ value: id, word: name }))}
    />
    <Field
      name="name"
      label="Tên món"
      hint="Người mua đọc tên này. Ví dụ: Vải thiều Lục Ngạn loại một."
      value={draft.name}
      maxLength={120}
      refusal={refusal}
    />
    <Submit wide>{onwards(edits)}</Submit>
  </Form>
);

const PriceScreen = ({ draft, edits, refusal }: Props) => (
  <Form>
    <Field
      name="price"
      label="Giá"
      hint="Gõ 25000, 25.000 hay 25k đều được."
      inputMode="text"
      autoComplete="off"
      value={draft.price?.toString()}
      after="đồng"
      enhance="price"
      refusal={refusal}
    />
    <Select
      name="unit"
      label="Cho mỗi"
      value={draft.unit ?? 'kg'}
      refusal={refusal}
      options={units.map(({ id, word }) => ({ value: id, word }))}
    />
    <Submit wide>{onwards(edits)}</Submit>
  </Form>
);

const unitWordOf = (unit: string | undefined): string => units.find(({ id }) => id === unit)?.word ?? '';
const quantityOf = (quantity: number | undefined, otherwise: string): string =>
  quantity === undefined ? otherwise : typedQuantity(quantity);

const AmountScreen = ({ draft, edits, refusal }: Props) => (
  <Form>
    <Field
      name="quantity"
      label="Có bao nhiêu để bán?"
      inputMode="decimal"
      autoComplete="off"
      value={quantityOf(draft.quantity, '')}
      after={unitWordOf(draft.unit)}
      refusal={refusal}
    />
    <Field
      name="minimum"
      label="Mua ít nhất"
      inputMode="decimal"
      autoComplete="off"
      value={quantityOf(draft.minimum, '1')}
      after={unitWordOf(draft.unit)}
      refusal={refusal}
    />
    <Field
      name="increment"
      label="Mỗi nấc thêm"
      inputMode="decimal"
      autoComplete="off"
      value={quantityOf(draft.increment, '1')}
      after={unitWordOf(draft.unit)}
      refusal={refusal}
    />
    <Field
      name="harvestFrom"
      label="Thu hoạch từ ngày (không bắt buộc)"
      type="date"
      value={draft.harvestFrom ?? ''}
      refusal={refusal}
    />
    <Field
      name="harvestTo"
      label="Đến ngày (không bắt buộc)"
      type="date"
      value={draft.harvestTo ?? ''}
      refusal={refusal}
    />
    <Submit wide>{onwards(edits)}</Submit>
  </Form>
);

const KeepingScreen = ({ draft, crops, edits, refusal }: Props) => {
  const usual = crops.find(({ id }) => id === draft.commodity);
  return (
    <Form>
      <Choices
        name="storage"
        legend="Giữ hàng thế nào?"
        hint={usual && `${usual.name} thường: ${storage[usual.storage].word.toLowerCase()}.`}
        refusal={refusal}
        chosen={[draft.storage ?? usual?.storage ?? 'ambient']}
        options={Object.entries(storage).map(([value, { word, long, icon }]) => ({
          value,
          word: (
            <>
              <Icon name={icon} /> <b>{word}</b>
              <br />
              {long}
            </>
          ),
        }))}
      />
      <Choices
        name="origin"
        legend="Hàng từ đâu ra?"
        refusal={refusal}
        chosen={draft.origin ? [draft.origin] : []}
        options={[
          { value: 'self_produced', word: 'Nhà tôi tự trồng, tự làm' },
          { value: 'bought_in', word: 'Tôi thu mua trong vùng' },
        ]}
      />
      <TextArea
        name="description"
        label="Kể thêm về món hàng (không bắt buộc)"
        hint="Giống gì, trồng thế nào, ăn ra sao."
        rows={5}
        maxLength={2000}
        value={draft.description}
        refusal={refusal}
      />
      <Submit wide>{onwards(edits)}</Submit>
    </Form>
  );
};

const screens: Record<Step, (props: Props) => ReactNode> = {
  anh: PhotoScreen,
  mon: WhatScreen,
  gia: PriceScreen,
  'so-luong': AmountScreen,
  'cach-giu': KeepingScreen,
  'xem-lai': CheckAnswers,
};
