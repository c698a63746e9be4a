import type { FieldTwin, getFieldKit, AnswerOf } from '@chophien/contracts';
import { Field, Hidden, Note, type Refusal, Select, Submit, Tick } from '@chophien/ui';
import { EntryForm, type Stamp } from './entry-form.tsx';
import { householdPath } from './paths.ts';

export type Kit = AnswerOf<typeof getFieldKit>;

interface Props {
  kit?: Kit | undefined;
  household?: string | undefined;
  stamped?: Stamp | undefined;
  refusal?: Refusal | undefined;
  twins?: readonly FieldTwin[];
}

/** A new household: who, how to reach it, which hamlet. Without a kit, the phone fills in the hamlets it took along. */
export const HouseholdForm = ({ kit, household, stamped, refusal, twins = [] }: Props) => (
  <EntryForm
    kind="household"
    household={household}
    stamped={stamped}
    next={household && householdPath(household, 'dong-y')}
  >
    {household && <Hidden name="household" value={household} />}
    {twins.length > 0 && <Twins twins={twins} refusal={refusal} />}
    <Field
      name="head"
      label="Họ tên chủ hộ"
      hint="Như trên căn cước. Ví dụ: Nguyễn Văn An."
      maxLength={80}
      autoComplete="off"
      refusal={refusal}
    />
    <Field
      name="phones"
      label="Số điện thoại của hộ"
      hint="Để hộ nhận tin và tự nhận lại gian hàng. Chưa có thì để trống."
      type="tel"
      inputMode="tel"
      autoComplete="off"
      maxLength={20}
      refusal={refusal}
    />
    <Select name="where" label="Thôn, bản" empty="Chọn thôn, bản" refusal={refusal} options={kit ? places(kit) : []} />
    {kit && (
      <Field
        name="citizenNumber"
        label="Số căn cước (không bắt buộc)"
        hint="Chỉ để biết hộ đã có chưa; số này không lưu lại. Đừng chụp căn cước."
        inputMode="numeric"
        autoComplete="off"
        maxLength={15}
        refusal={refusal}
      />
    )}
    <Submit wide>Lưu hộ này</Submit>
  </EntryForm>
);

/** The hamlets of her area; a whole commune also without one. */
const places = ({ communes }: Kit) =>
  communes.flatMap(({ code, name, hamlets }) => [
    ...hamlets.map((hamlet) => ({
      value: `${code}/${hamlet.slug}`,
      word: communes.length > 1 ? `${hamlet.name}, ${name}` : hamlet.name,
    })),
    { value: `${code}/`, word: `${name}, chưa rõ thôn` },
  ]);

export const whyTwin = {
  phone: 'cùng số điện thoại',
  citizen: 'cùng số căn cước',
  name: 'cùng tên, cùng thôn',
} as const;

const Twins = ({ twins, refusal }: { twins: readonly FieldTwin[]; refusal: Refusal | undefined }) => (
  <Note tone="warn">
    <h2>Có thể hộ này đã được nhập</h2>
    <ul className="grid gap-2 mt-2">
      {twins.map(({ household, why, name, place }, index) => (
        <li key={household ?? index}>
          {household ? (
            <a className="inline-block py-2" href={householdPath(household)}>
              Chọn hộ này: {name}
              {place && `, ${place}`}
            </a>
          ) : (
            'Một hộ ngoài địa bàn của bạn'
          )}{' '}
          ({whyTwin[why]})
        </li>
      ))}
    </ul>
    <Tick name="other" refusal={refusal}>
      Đây là hộ khác, vẫn nhập
    </Tick>
  </Note>
);
