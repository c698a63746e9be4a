import type { ProducerParcel } from '@chophien/contracts';
import { Form, Hidden, Submit, when } from '@chophien/ui';
import type { ReactNode } from 'react';

/** What most often stands in the way; each is one tap, told to the buyer as it is written. */
const reasons = ['Hết hàng', 'Hàng chưa thu hoạch được', 'Không kịp giao', 'Nhà có việc bận'];

/** Accept, or can't and why: two taps from the list or from the page, with the time that is left. */
export const Answer = ({
  parcel: { id, answerBy },
  open = false,
  children,
}: {
  parcel: Pick<ProducerParcel, 'id' | 'answerBy'>;
  open?: boolean;
  /** Another reason than those. */
  children?: ReactNode;
}) => {
  const action = `/ban-hang/don-hang/${id}`;
  return (
    <>
      {answerBy && (
        <p>
          Trả lời trước <b>{when(answerBy)}</b>, quá giờ đơn tự huỷ.
        </p>
      )}
      <Form action={action}>
        <Submit name="go" value="nhan" wide>
          Nhận đơn
        </Submit>
      </Form>
      <CannotDeliver action={action} title="Không giao được" open={open}>
        {children}
      </CannotDeliver>
    </>
  );
};

/** The way out, folded away so that nobody presses it by mistake; one tap on a reason is the whole answer. */
export const CannotDeliver = ({
  action,
  title,
  open = false,
  children,
}: {
  action: string;
  title: string;
  open?: boolean;
  children?: ReactNode;
}) => (
  <details open={open}>
    <summary className="chip">{title}</summary>
    <div className="panel mt-3 grid gap-3">
      <p>Bấm lý do là huỷ phần đơn này. Người mua được báo và được trả lại tiền.</p>
      <Form action={action}>
        <Hidden name="go" value="tu-choi" />
        {reasons.map((reason) => (
          <Submit key={reason} kind="warn" name="reason" value={reason} wide>
            {reason}
          </Submit>
        ))}
      </Form>
      {children}
    </div>
  </details>
);
