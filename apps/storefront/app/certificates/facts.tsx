import type { CertificateKind } from '@chophien/contracts';
import { certificateKinds, Choices, Field, Form, Hidden, type Refusal, Select, Submit } from '@chophien/ui';
import type { Choice } from './own.ts';

interface Props {
  id: string;
  kind: CertificateKind;
  action: string;
  sellers: readonly { id: string; name: string }[];
  listings: readonly Choice[];
  refusal: Refusal | undefined;
}

/** What stands on the paper, word by word, and which goods it is about. */
export const Facts = ({ id, kind, action, sellers, listings, refusal }: Props) => {
  const several = sellers.length > 1;
  const nameOf = (producer: string) => sellers.find((one) => one.id === producer)?.name ?? '';
  return (
    <Form action={action}>
      <Hidden name="id" value={id} />
      <p>
        <b>{certificateKinds[kind]}</b>. Chép đúng như trên giấy.
      </p>
      {several && (
        <Select
          name="producer"
          label="Giấy của gian hàng nào?"
          options={sellers.map((one) => ({ value: one.id, word: one.name }))}
          refusal={refusal}
        />
      )}
      {!several && <Hidden name="producer" value={sellers[0]?.id ?? ''} />}
      {kind === 'ocop' && (
        <Choices
          name="stars"
          legend="Mấy sao?"
          refusal={refusal}
          options={[3, 4, 5].map((stars) => ({ value: String(stars), word: `${stars} sao` }))}
        />
      )}
      <Field name="number" label="Số" hint="Ví dụ 1234/QĐ-UBND" maxLength={60} autoComplete="off" refusal={refusal} />
      <Field
        name="issuer"
        label="Nơi cấp"
        hint={kind === 'ocop' ? 'Ví dụ UBND tỉnh Bắc Ninh' : 'Tên cơ quan, tổ chức ghi trên giấy'}
        maxLength={120}
        autoComplete="off"
        refusal={refusal}
      />
      <Field name="issuedOn" label="Ngày cấp" hint="Ví dụ 15/3/2025" autoComplete="off" refusal={refusal} />
      {kind === 'ocop' ? (
        <p className="field-hint">Hạn của giấy OCOP được tính từ ngày cấp theo quy định, không phải ghi.</p>
      ) : (
        <Field
          name="validTo"
          label="Ngày hết hạn"
          hint="Không ghi trên giấy thì để trống"
          autoComplete="off"
          refusal={refusal}
        />
      )}
      {listings.length > 0 && (
        <Choices
          name="listings"
          legend={kind === 'ocop' ? 'Giấy là của món nào?' : 'Giấy nói về những món nào?'}
          hint="Chưa đăng món ấy thì để trống, chọn sau."
          several={kind !== 'ocop'}
          refusal={refusal}
          options={listings.map((one) => ({
            value: one.id,
            word: several ? `${one.name} (${nameOf(one.producer)})` : one.name,
          }))}
        />
      )}
      <Submit wide>Gửi cán bộ xem</Submit>
    </Form>
  );
};
