import { randomUUID } from 'node:crypto';
import {
  getMyListing,
  gradeWords,
  Id,
  listSupplies,
  receiveSupply,
  SupplyGrade,
  type SuppliesView,
  undoSupply,
} from '@chophien/contracts';
import { formatQuantity, parseQuantity, unitWord } from '@chophien/kernel';
import { check, text, visitor } from '@chophien/site';
import {
  Choices,
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  Select,
  Submit,
  Table,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { MINE } from '../listing/path.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/supplies';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [{ name, producer }, supplies] = await Promise.all([
    read(getMyListing, { params }),
    read(listSupplies, { params }),
  ]);
  const done = text(new URL(request.url).searchParams, 'xong');
  return { id: params.id, name, cooperative: producer, supplies, once: randomUUID() as string, done };
}

const sentences = {
  supplier: 'Chọn hộ đem hàng đến.',
  quantity: 'Ghi số lượng cân được, lớn hơn 0.',
  grade: 'Chọn loại.',
  note: 'Ghi chú dài nhất 120 chữ.',
  reason: 'Ghi lý do, ít nhất 3 chữ.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      if (text(form, 'go') === 'bo') {
        const supply = check(Id, text(form, 'supply'));
        const body = check(undoSupply.body!, { reason: text(form, 'reason') });
        await call(undoSupply, { params: { id: params.id, supply }, body });
        return redirect(`${MINE}/${params.id}/gop-hang?xong=bo`);
      }
      const note = text(form, 'note');
      const body = check(receiveSupply.body!, {
        id: text(form, 'id'),
        supplier: text(form, 'supplier'),
        grade: text(form, 'grade'),
        quantity: parseQuantity(text(form, 'quantity')),
        ...(note ? { note } : {}),
      });
      await call(receiveSupply, { params, body });
      return redirect(`${MINE}/${params.id}/gop-hang?xong=nhan`);
    },
    sentences,
  );
}

const told: Readonly<Record<string, string>> = {
  nhan: 'Đã ghi. Hộ nhận được tin báo và xem được ở trang của mình.',
  bo: 'Đã bỏ lần ghi đó và báo cho hộ.',
};

export default function Supplies({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, cooperative, supplies, once, done } = loaderData;
  return (
    <Page title={`Hàng xã viên góp: ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: MINE, word: 'Hàng của tôi' },
          { href: `${MINE}/${id}`, word: name },
        ]}
      />
      <h1>Nhận hàng của xã viên</h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      {supplies.members.length === 0 ? (
        <Empty title="Chưa có hộ thành viên">
          <p>Chỉ hộ là thành viên mới góp hàng được.</p>
          <p className="mt-3">
            <a className="button button-main" href={`/hop-tac-xa/${cooperative.id}`}>
              Mời hộ vào {cooperative.name}
            </a>
          </p>
        </Empty>
      ) : (
        <Receive supplies={supplies} once={once} refusal={actionData} />
      )}
      <Sums supplies={supplies} />
      <Deliveries supplies={supplies} refusal={actionData} />
      <Enhance />
    </Page>
  );
}

interface Props {
  supplies: SuppliesView;
  refusal: Refusal | undefined;
}

const Receive = ({ supplies: { members, unit }, once, refusal }: Props & { once: string }) => (
  <section className="panel grid gap-3">
    <Form>
      <Hidden name="id" value={once} />
      <Select
        name="supplier"
        label="Hộ nào đem hàng đến?"
        empty="Chọn hộ"
        options={members.map((member) => ({ value: member.id, word: member.name }))}
        refusal={refusal}
      />
      <Field
        name="quantity"
        label="Cân được"
        inputMode="decimal"
        autoComplete="off"
        after={unitWord(unit)}
        refusal={refusal}
      />
      <Choices
        name="grade"
        legend="Loại"
        wide
        options={SupplyGrade.options.map((grade) => ({ value: grade, word: gradeWords[grade] }))}
        refusal={refusal}
      />
      <Field
        name="note"
        label="Ghi chú (không bắt buộc)"
        hint="Ví dụ: độ ẩm, mẻ sấy. Hộ đọc được."
        maxLength={120}
        autoComplete="off"
        refusal={refusal}
      />
      <Submit name="go" value="nhan" wide>
        Nhận hàng
      </Submit>
    </Form>
  </section>
);

const Sums = ({ supplies: { sums, unit } }: Pick<Props, 'supplies'>) =>
  sums.length === 0 ? null : (
    <section className="panel">
      <Table
        caption="Mỗi hộ đã góp"
        rows={sums}
        idOf={({ supplier, grade }) => `${supplier.id} ${grade}`}
        columns={[
          { head: 'Hộ', cell: ({ supplier }) => supplier.name },
          { head: 'Loại', cell: ({ grade }) => gradeWords[grade] },
          { head: 'Tổng', number: true, cell: ({ quantity }) => formatQuantity(quantity, unit) },
        ]}
      />
    </section>
  );

const Deliveries = ({ supplies: { items, unit }, refusal }: Props) => (
  <section className="grid gap-3">
    <h2>Các lần nhận</h2>
    {items.length === 0 && <p>Chưa nhận của hộ nào. Nhận xong, từng lần hiện ở đây.</p>}
    <ul className="grid gap-3">
      {items.map(({ id, supplier, grade, quantity, note, at, undone }) => (
        <li key={id} className="panel grid gap-1">
          <p>
            {undone ? (
              <s>
                {supplier.name}: {formatQuantity(quantity, unit)}
              </s>
            ) : (
              <b>
                {supplier.name}: {formatQuantity(quantity, unit)}
              </b>
            )}
            , {gradeWords[grade].toLowerCase()}
          </p>
          <p className="field-hint">
            {when(at)}
            {note && `. ${note}`}
          </p>
          {undone ? (
            <p>
              Đã bỏ lúc {when(undone.at)}: {undone.reason}
            </p>
          ) : (
            <details open={refusal?.typed.supply === id}>
              <summary className="chip">
                Ghi nhầm<span className="sr-only"> lần này của {supplier.name}</span>
              </summary>
              <div className="pt-3">
                <Undo id={id} refusal={refusal?.typed.supply === id ? refusal : undefined} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  </section>
);

const Undo = ({ id, refusal }: { id: string; refusal: Refusal | undefined }) => {
  const wrong = refusal?.fields.reason;
  const box = `reason-${id}`;
  return (
    <Form>
      <Hidden name="supply" value={id} />
      <div className={wrong ? 'field wrong' : 'field'} id={wrong ? 'reason' : undefined}>
        <label className="field-name" htmlFor={box}>
          Vì sao bỏ lần ghi này?
        </label>
        {wrong && <p className="field-wrong">{wrong}</p>}
        <input className="input" id={box} name="reason" maxLength={200} aria-invalid={wrong ? true : undefined} />
      </div>
      <Submit kind="warn" name="go" value="bo">
        Bỏ lần ghi này
      </Submit>
    </Form>
  );
};
