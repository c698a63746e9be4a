import { Choices, Field, Form, Hidden, type Refusal, Submit, TextArea } from '@chophien/ui';
import { ofForm } from '../attempt.ts';
import { outcomes } from './complaint-words.ts';

/** What an officer does: asks or answers, and in the end decides. */
export const Acting = ({ path, note, refusal }: { path: string; note: string; refusal: Refusal | undefined }) => {
  const ask = ofForm(refusal, 'viet');
  const decision = ofForm(refusal, 'quyet-dinh');
  return (
    <>
      <section className="panel no-print grid gap-4">
        <h2>Hỏi, trả lời</h2>
        <Form action={path}>
          <Hidden name="go" value="viet" />
          <Hidden name="note" value={typeof ask?.typed.note === 'string' ? ask.typed.note : note} />
          <TextArea
            name="text"
            label="Viết cho hai bên"
            hint="Cả người khiếu nại và người bán đọc được và được nhắn tin."
            maxLength={2000}
            refusal={ask}
          />
          <div>
            <Submit kind="plain">Gửi</Submit>
          </div>
        </Form>
      </section>
      <section className="panel no-print grid gap-4">
        <h2>Quyết định</h2>
        <Form action={path}>
          <Hidden name="go" value="quyet-dinh" />
          <Choices
            name="outcome"
            legend="Bạn quyết định thế nào?"
            options={Object.entries(outcomes).map(([value, word]) => ({ value, word }))}
            refusal={decision}
          />
          <Field
            name="authority"
            label="Nơi nhận (chỉ khi chuyển đơn đi)"
            maxLength={200}
            suggest={['Sở Công Thương', 'Đội Quản lý thị trường', 'Phòng Kinh tế xã']}
            refusal={decision}
          />
          <TextArea
            name="reason"
            label="Lý do"
            hint="Hai bên đọc được. Nói rõ căn cứ vào đâu."
            maxLength={1500}
            refusal={decision}
          />
          <div>
            <Submit>Ghi quyết định</Submit>
          </div>
        </Form>
      </section>
    </>
  );
};
