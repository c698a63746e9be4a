import type { ApplicationView, CommuneView } from '@chophien/contracts';
import { Choices, Field, Form, Hidden, type Refusal, Submit, TextArea, Tick } from '@chophien/ui';

interface Props {
  id: string;
  commune: CommuneView;
  crops: readonly { id: string; name: string }[];
  myName: string;
  /** The application that came back, if it is to be mended rather than made. */
  returned: ApplicationView | undefined;
  refusal: Refusal | undefined;
}

/** The application itself, once its commune is known. What an officer remarked stands right at its field. */
export const ApplyForm = ({ id, commune, crops, myName, returned, refusal }: Props) => {
  const remark = (item: ApplicationView['remarks'][number]['item']) => {
    const reason = returned?.remarks.find((entry) => entry.item === item)?.reason;
    return reason && <b>Cán bộ xã ghi: {reason}</b>;
  };
  return (
    <Form action={`/dang-ky-ban?xa=${commune.code}`}>
      <Hidden name="id" value={returned?.id ?? (typeof refusal?.typed.id === 'string' ? refusal.typed.id : id)} />
      {returned && <Hidden name="amend" value="1" />}
      <Hidden name="commune" value={commune.code} />
      <p>
        Gian hàng ở{' '}
        <b>
          {commune.fullName}, {commune.province.name}
        </b>
        . <a href="/dang-ky-ban?doi=1">Chọn xã khác</a>
      </p>
      {remark('commune')}
      {!returned && (
        <Field
          name="applicant"
          label="Họ tên của bạn"
          value={myName}
          autoComplete="name"
          maxLength={80}
          refusal={refusal}
        />
      )}
      <Choices
        name="kind"
        legend="Bạn bán với tư cách nào?"
        hint={remark('kind')}
        chosen={returned ? [returned.kind] : []}
        refusal={refusal}
        options={[
          { value: 'household', word: 'Hộ gia đình' },
          { value: 'cooperative', word: 'Hợp tác xã' },
        ]}
      />
      <Field
        name="name"
        label="Tên gian hàng"
        hint={remark('name') ?? 'Người mua đọc tên này. Ví dụ: Vườn nhà Hoa, Hợp tác xã Bình Minh.'}
        value={returned?.name}
        maxLength={80}
        refusal={refusal}
      />
      <Field
        name="subArea"
        label="Thôn, bản (không bắt buộc)"
        hint={remark('sub-area') ?? 'Hoặc tên xã cũ, nếu người mua quen tên đó.'}
        value={returned?.subArea ?? ''}
        maxLength={80}
        refusal={refusal}
      />
      <Field
        name="address"
        label="Địa chỉ (không bắt buộc)"
        hint={remark('address') ?? 'Chỉ cán bộ và người giao hàng thấy.'}
        value={returned?.address ?? ''}
        autoComplete="street-address"
        maxLength={200}
        refusal={refusal}
      />
      <Choices
        name="crops"
        legend="Bạn định bán gì?"
        hint={remark('crops') ?? 'Chọn một hoặc nhiều loại.'}
        several
        wide
        chosen={returned?.crops ?? []}
        refusal={refusal}
        options={crops.map((crop) => ({ value: crop.id, word: crop.name }))}
      />
      <TextArea
        name="note"
        label="Nhắn cán bộ xã (không bắt buộc)"
        hint={remark('note')}
        rows={3}
        value={returned?.note ?? ''}
        maxLength={500}
        refusal={refusal}
      />
      {!returned && (
        <Tick name="consent" refusal={refusal}>
          Tôi đồng ý với <a href="/chinh-sach/quy-che">quy chế mua bán</a> và việc{' '}
          <a href="/chinh-sach/du-lieu-ca-nhan">dùng dữ liệu cá nhân để bán hàng</a>.
        </Tick>
      )}
      <Submit wide>{returned ? 'Gửi lại hồ sơ' : 'Gửi hồ sơ'}</Submit>
    </Form>
  );
};
