import type { ApplicationView } from '@chophien/contracts';
import { Field, Form, Note, type Refusal, Submit } from '@chophien/ui';
import type { ReactNode } from 'react';
import { ofForm } from '../attempt.ts';
import { ReturnForm } from './return-form.tsx';

interface Props {
  application: ApplicationView;
  /** The officer pressed approve and is asked whether that is meant. */
  asking: boolean;
  refusal: Refusal | undefined;
}

const Folded = ({ title, open, children }: { title: string; open: boolean; children: ReactNode }) => (
  <details open={open}>
    <summary className="chip">{title}</summary>
    <div className="panel mt-3">{children}</div>
  </details>
);

/** Asked twice on purpose: what is approved is on sale at once. */
const Approve = ({ application: { id, name }, asking }: Props) =>
  asking ? (
    <Note tone="warn">
      <h2>Duyệt hồ sơ của {name}?</h2>
      <p>Người bán đăng được hàng ngay và ai cũng thấy hàng. Việc duyệt được ghi lại cùng tên bạn.</p>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <form method="post" action={`/ho-so/${id}`}>
          <Submit name="go" value="duyet">
            Đúng, duyệt hồ sơ
          </Submit>
        </form>
        <a className="inline-block py-3" href={`/ho-so/${id}`}>
          Chưa, xem lại
        </a>
      </div>
    </Note>
  ) : (
    <form action={`/ho-so/${id}`}>
      <Submit name="hoi" value="duyet">
        Duyệt hồ sơ
      </Submit>
    </form>
  );

const Suspend = ({ application: { id }, refusal }: Props) => (
  <Folded title="Tạm ngừng gian hàng" open={Boolean(ofForm(refusal, 'tam-ngung'))}>
    <Form action={`/ho-so/${id}`}>
      <p>Hàng của gian hàng không còn hiện trên chợ. Đơn đã nhận vẫn giao tiếp.</p>
      <Field
        name="reason"
        label="Lý do"
        hint="Người bán đọc được lý do này."
        maxLength={300}
        refusal={ofForm(refusal, 'tam-ngung')}
      />
      <Submit kind="warn" name="go" value="tam-ngung">
        Tạm ngừng
      </Submit>
    </Form>
  </Folded>
);

const Reinstate = ({ application: { id } }: Props) => (
  <Form action={`/ho-so/${id}`}>
    <p>Gian hàng đang tạm ngừng. Cho bán lại thì hàng đang đăng hiện trở lại trên chợ ngay.</p>
    <div>
      <Submit name="go" value="ban-lai">
        Cho bán lại
      </Submit>
    </div>
  </Form>
);

/** What can be decided now. */
export const ApplicationForms = (props: Props) => {
  const { state, producerState } = props.application;
  if (state === 'returned' || producerState === 'closed') return null;
  return (
    <section className="no-print grid gap-4">
      <h2>Quyết định</h2>
      {state === 'submitted' && (
        <>
          <Approve {...props} />
          {!props.asking && (
            <Folded title="Trả lại để sửa" open={Boolean(ofForm(props.refusal, 'tra-lai'))}>
              <ReturnForm application={props.application} refusal={ofForm(props.refusal, 'tra-lai')} />
            </Folded>
          )}
        </>
      )}
      {state === 'approved' && producerState === 'approved' && <Suspend {...props} />}
      {producerState === 'suspended' && <Reinstate {...props} />}
    </section>
  );
};
