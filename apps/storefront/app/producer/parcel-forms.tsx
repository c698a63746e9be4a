import type { ParcelState, ProducerParcel } from '@chophien/contracts';
import { formatQuantity, ONE, unitWord } from '@chophien/kernel';
import { Field, Form, type Refusal, Select, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';
import { Answer, CannotDeliver } from './answer.tsx';
import { packedField, reasonField, reasonOptions } from './packing-fields.ts';

interface Props {
  parcel: ProducerParcel;
  today: string;
  refusal: Refusal | undefined;
}

const typedGo = (refusal: Refusal | undefined, go: string): Refusal | undefined =>
  refusal && (refusal.typed.go === go || refusal.typed.go === undefined) ? refusal : undefined;

/** The other way a step can go, folded away so that nobody presses it by mistake. */
const Otherwise = ({ title, open, children }: { title: string; open: boolean; children: ReactNode }) => (
  <details open={open}>
    <summary className="chip">{title}</summary>
    <div className="panel mt-3">{children}</div>
  </details>
);

const Waiting = (props: Props) => (
  <Answer parcel={props.parcel} open={Boolean(typedGo(props.refusal, 'tu-choi'))}>
    <Refuse {...props} />
  </Answer>
);

/** Another reason, in her own words. */
const Refuse = ({ refusal }: Props) => (
  <Form>
    <Field name="reason" label="Lý do khác" maxLength={200} refusal={typedGo(refusal, 'tu-choi')} />
    <Submit kind="warn" name="go" value="tu-choi">
      Không giao được đơn này
    </Submit>
  </Form>
);

const Confirmed = (props: Props) => (
  <>
    <Form>
      <Field
        name="harvestedOn"
        label="Hàng thu hoạch ngày nào?"
        hint="Người mua đọc được ngày này khi quét mã trên gói."
        type="date"
        value={props.today}
        max={props.today}
        refusal={typedGo(props.refusal, 'dong-goi')}
      />
      <Submit name="go" value="dong-goi" wide>
        Đủ hết, đã đóng gói xong
      </Submit>
    </Form>
    <Otherwise title="Thiếu hàng, hoặc cân khác" open={Boolean(typedGo(props.refusal, 'dong-goi-khac'))}>
      <PackedOtherwise {...props} />
    </Otherwise>
    <CannotDeliver
      action={`/ban-hang/don-hang/${props.parcel.id}`}
      title="Không giao được đơn này"
      open={Boolean(typedGo(props.refusal, 'tu-choi'))}
    >
      <Refuse {...props} />
    </CannotDeliver>
  </>
);

/** What went into the parcel, line by line; the numbers stand there as they were ordered. */
const PackedOtherwise = ({ parcel, today, refusal: any }: Props) => {
  const refusal = typedGo(any, 'dong-goi-khac');
  return (
    <Form>
      <p>Sửa số đã đóng. Thiếu thì chọn lý do; cân lệch chút ít thì không cần. Người mua trả theo số này.</p>
      {parcel.lines.map(({ offer, name, quantity, unit }) => (
        <fieldset key={offer} className="grid gap-3">
          <legend className="field-name">
            {name}: đặt {formatQuantity(quantity, unit)}
          </legend>
          <Field
            name={packedField(offer)}
            label="Đã đóng"
            value={plainQuantity(quantity)}
            inputMode="decimal"
            autoComplete="off"
            after={unitWord(unit)}
            refusal={refusal}
          />
          <Select
            name={reasonField(offer)}
            label="Vì sao thiếu?"
            options={reasonOptions}
            empty="Không thiếu"
            refusal={refusal}
          />
        </fieldset>
      ))}
      <Field name="ngay" label="Hàng thu hoạch ngày nào?" type="date" value={today} max={today} refusal={refusal} />
      <Submit kind="plain" name="go" value="dong-goi-khac" wide>
        Ghi số đã đóng
      </Submit>
    </Form>
  );
};

/** `1500` → `1,5`: as it is typed. */
const plainQuantity = (quantity: number): string => (quantity / ONE).toString().replace('.', ',');

const Packed = ({ parcel, refusal }: Props) => {
  const cold = parcel.storage === 'chilled' || parcel.storage === 'frozen';
  return (
    <Form>
      <Field
        name="device"
        label={cold ? 'Mã máy đo nhiệt độ' : 'Mã máy đo nhiệt độ (nếu có)'}
        hint="Dán trên máy, ví dụ LOG-0001. Bật máy rồi để vào gói."
        autoComplete="off"
        maxLength={32}
        refusal={refusal}
      />
      <Submit name="go" value="len-duong" wide>
        Đã giao cho xe
      </Submit>
    </Form>
  );
};

const Shipped = ({ parcel, refusal }: Props) => (
  <>
    <Form>
      <Field
        name="receivedBy"
        label="Ai đã nhận?"
        value={parcel.deliverTo.name}
        maxLength={80}
        refusal={typedGo(refusal, 'da-giao')}
      />
      {parcel.cashToCollect > 0 && (
        <Field
          name="cashCollected"
          label="Đã thu bao nhiêu tiền?"
          value={parcel.cashToCollect.toString()}
          inputMode="numeric"
          autoComplete="off"
          after="đồng"
          enhance="price"
          refusal={typedGo(refusal, 'da-giao')}
        />
      )}
      <Submit name="go" value="da-giao" wide>
        Đã giao xong
      </Submit>
    </Form>
    <Otherwise title="Không giao được" open={refusal?.typed.go === 'khong-giao-duoc'}>
      <Form>
        <Field name="reason" label="Vì sao?" maxLength={200} refusal={typedGo(refusal, 'khong-giao-duoc')} />
        <Submit kind="warn" name="go" value="khong-giao-duoc">
          Ghi là không giao được
        </Submit>
      </Form>
    </Otherwise>
  </>
);

const forms: Partial<Record<ParcelState, (props: Props) => ReactNode>> = {
  waiting: Waiting,
  confirmed: Confirmed,
  packed: Packed,
  shipped: Shipped,
};

/** What can be done with a parcel now: one main button, and the way out folded beside it. */
export const ParcelForms = (props: Props) => {
  const Show = props.parcel.held ? undefined : forms[props.parcel.state];
  return Show ? (
    <section className="panel grid gap-4">
      <h2 className="sr-only">Việc tiếp theo</h2>
      <Show {...props} />
    </section>
  ) : null;
};
