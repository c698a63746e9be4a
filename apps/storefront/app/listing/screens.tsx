import { Choices, Field, Form, Icon, storage, TextArea } from '@chophien/ui';
import type { ReactNode } from 'react';
import { CheckAnswers } from './check-answers.tsx';
import { CropTiles } from './crop-tiles.tsx';
import { GuestDays } from './guest-days.tsx';
import type { Step } from './path.ts';
import { Photos } from './photos.tsx';
import { AmountScreen, PriceScreen } from './price-screens.tsx';
import { LabelScreen, TraitScreen } from './row-screens.tsx';
import { boxes, cropOf, hereOf, Once, Onwards, type ScreenProps } from './screen-parts.tsx';

/** One thing to answer on a screen; every screen works as a plain form, and is what the phone shows without a line. */
export const StepScreen = (props: ScreenProps) => screens[props.step](props);

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
        Chưa khai giấy chứng nhận nào (OCOP, VietGAP …). Không có vẫn bán được.
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
      <p>
        <a className="inline-block py-2" href={declareFor(hereOf(props))}>
          Chụp, khai giấy chứng nhận mới
        </a>
      </p>
      <Onwards edits={edits} />
    </Form>
  );
};

/** Where a certificate is told of, and back to the form that asked. */
const declareFor = (next: string | undefined): string =>
  `/ban-hang/chung-nhan/them${next ? `?next=${encodeURIComponent(next)}` : ''}`;

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
  'chon-them': TraitScreen,
  'mo-ta': StoryScreen,
  'xem-lai': CheckAnswers,
};
