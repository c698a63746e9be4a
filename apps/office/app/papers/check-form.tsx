import { ErrorSummary, Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import type { Seen } from './paper.tsx';

const reasons = [
  'Ảnh mờ, không đọc được. Chụp lại đủ sáng, thẳng cả trang.',
  'Thiếu trang. Gửi đủ các trang.',
  'Giấy đã hết hạn. Gửi giấy còn hạn.',
  'Không phải loại giấy cần nộp.',
  'Tên trên giấy không phải của hộ.',
];

/** What stands on the paper, to compare with the picture and correct, and what checking it showed. */
export const CheckForm = ({ paper, refusal }: { paper: Seen['paper']; refusal: Refusal | undefined }) => (
  <section className="panel no-print grid gap-4">
    <h2>So với ảnh</h2>
    <ErrorSummary refusal={refusal} />
    <Form action={`/giay-to/${paper.id}`}>
      <Hidden name="tiep" value={paper.next ?? ''} />
      <Field name="number" label="Số" value={paper.number ?? ''} maxLength={60} autoComplete="off" refusal={refusal} />
      <Field
        name="issuer"
        label="Nơi cấp"
        value={paper.issuer ?? ''}
        maxLength={160}
        autoComplete="off"
        refusal={refusal}
      />
      <Field name="issuedOn" label="Ngày cấp" type="date" value={paper.issuedOn ?? ''} refusal={refusal} />
      <Field
        name="expiresOn"
        label="Ngày hết hạn"
        type="date"
        hint="Để trống khi giấy không ghi hạn"
        value={paper.expiresOn ?? ''}
        refusal={refusal}
      />
      <div>
        <Submit name="go" value="verified">
          Đúng
        </Submit>
      </div>
      <Field
        name="reason"
        label="Nếu không đúng: vì sao?"
        hint="Hộ đọc được câu này."
        maxLength={300}
        suggest={reasons}
        autoComplete="off"
        refusal={refusal}
      />
      <div>
        <Submit kind="plain" name="go" value="refused">
          Không đúng
        </Submit>
      </div>
    </Form>
  </section>
);
