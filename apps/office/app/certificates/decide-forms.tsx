import { Field, Form, Hidden, type Refusal, Submit } from '@chophien/ui';
import type { Certificate } from './certificate-words.ts';

interface Props {
  certificate: Certificate;
  next: string | null;
  refusal: Refusal | undefined;
}

const refusing = [
  'Ảnh mờ, không đọc được. Chụp lại đủ sáng, thẳng cả trang rồi khai lại.',
  'Số giấy không khớp với ảnh. Khai lại đúng như trên giấy.',
  'Ngày cấp không khớp với ảnh. Khai lại đúng như trên giấy.',
  'Giấy không phải của gian hàng này.',
  'Giấy không nói về món hàng đã chọn.',
];
const revoking = ['Cơ quan cấp đã thu hồi giấy.', 'Món hàng không còn như lúc được cấp giấy.'];

/** Found true in one tap; refused, or taken back later, only with a reason the household reads. */
export const DecideForms = ({ certificate: { id, may }, next, refusal }: Props) => {
  const revokes = may.includes('revoked');
  return (
    <section className="panel no-print grid gap-4">
      <h2>{revokes ? 'Thu hồi' : 'So với ảnh'}</h2>
      {may.includes('verified') && (
        <Form action={`/chung-nhan/${id}`}>
          <Hidden name="tiep" value={next ?? ''} />
          <Submit name="go" value="verified" wide>
            Đúng như trên giấy
          </Submit>
        </Form>
      )}
      <Form action={`/chung-nhan/${id}`}>
        {!revokes && <Hidden name="tiep" value={next ?? ''} />}
        <Field
          name="reason"
          label={revokes ? 'Vì sao thu hồi?' : 'Nếu không đúng: vì sao?'}
          hint="Hộ đọc được câu này."
          maxLength={300}
          suggest={revokes ? revoking : refusing}
          autoComplete="off"
          refusal={refusal}
        />
        <Submit kind="warn" name="go" value={revokes ? 'revoked' : 'refused'}>
          {revokes ? 'Thu hồi giấy này' : 'Không công nhận'}
        </Submit>
      </Form>
    </section>
  );
};
