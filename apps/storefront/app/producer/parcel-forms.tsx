import type { ParcelState, ProducerParcel } from '@chophien/contracts';
import { Field, Form, type Refusal, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';

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

const Waiting = ({ refusal }: Props) => (
  <>
    <Form>
      <Submit name="go" value="nhan" wide>
        Nhận đơn
      </Submit>
    </Form>
    <Otherwise title="Không nhận được" open={Boolean(typedGo(refusal, 'tu-choi'))}>
      <Form>
        <Field name="reason" label="Vì sao?" maxLength={200} refusal={typedGo(refusal, 'tu-choi')} />
        <Submit kind="warn" name="go" value="tu-choi">
          Từ chối đơn
        </Submit>
      </Form>
    </Otherwise>
  </>
);

const Confirmed = ({ today, refusal }: Props) => (
  <Form>
    <Field
      name="harvestedOn"
      label="Hàng thu hoạch ngày nào?"
      hint="Người mua đọc được ngày này khi quét mã trên gói."
      type="date"
      value={today}
      max={today}
      refusal={refusal}
    />
    <Submit name="go" value="dong-goi" wide>
      Đã đóng gói xong
    </Submit>
  </Form>
);

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
