import { randomUUID } from 'node:crypto';
import { giveDelegation, listDelegations } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, text, texts, visitor } from '@chophien/site';
import { Choices, Empty, ErrorSummary, Field, Form, Hidden, Page, Submit } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/give-delegation';
import { NoHousehold, ownHouseholds } from './own-households.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const { chosen } = await ownHouseholds(who, request);
  const given = chosen && (await who.read(listDelegations, { params: { id: chosen.id } }));
  return { chosen, given, id: randomUUID() as string };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const id = text(form, 'ho');
      const [kind, to] = text(form, 'to').split(' ');
      const body = check(giveDelegation.body!, {
        id: text(form, 'id'),
        to: { kind, id: to },
        rights: texts(form, 'rights'),
        until: text(form, 'until'),
      });
      await call(giveDelegation, { params: { id }, body });
      return redirect(`/ban-hang/uy-quyen?ho=${id}&xong=cho`);
    },
    { to: 'Chọn người hoặc tổ chức.', rights: 'Chọn ít nhất một việc.', until: 'Chọn ngày cuối cùng được làm thay.' },
    (field) => field.replace(/[.[].*$/, ''),
  );
}

export default function GiveDelegation({ loaderData: { chosen, given, id }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Cho người khác làm thay" narrow hidden refused={Boolean(actionData)}>
      <h1>Cho người khác làm thay</h1>
      <ErrorSummary refusal={actionData} />
      {(!chosen || !given) && <NoHousehold />}
      {chosen && given && given.receivers.length === 0 && (
        <Empty title="Chưa có ai để chọn">
          <p>
            Chọn được hợp tác xã, tổ hợp tác mà hộ tham gia, và người của tổ công nghệ số thôn bạn. Người trong nhà thì
            mời ở trang <a href={`/ban-hang/ho/thanh-vien?ho=${chosen.id}`}>Người trong gian hàng</a>.
          </p>
        </Empty>
      )}
      {chosen && given && given.receivers.length > 0 && (
        <Form>
          <Hidden name="ho" value={chosen.id} />
          <Hidden name="id" value={id} />
          <Choices
            name="to"
            legend="Cho ai?"
            refusal={actionData}
            options={given.receivers.map((one) => ({ value: `${one.kind} ${one.id}`, word: one.name }))}
          />
          <Choices
            name="rights"
            legend="Làm thay việc gì?"
            hint="Chỉ việc được chọn. Tiền bán hàng luôn về hộ."
            several
            refusal={actionData}
            options={given.rights.map(({ right, words }) => ({ value: right, word: capital(words) }))}
          />
          <Field
            name="until"
            label="Đến hết ngày nào?"
            hint={`Muộn nhất ${formatDay(given.latest)}. Muốn thôi sớm hơn lúc nào cũng được.`}
            type="date"
            max={given.latest}
            refusal={actionData}
          />
          <Submit wide>Cho làm thay</Submit>
        </Form>
      )}
      <p>
        <a className="inline-block py-3" href={`/ban-hang/uy-quyen${chosen ? `?ho=${chosen.id}` : ''}`}>
          Thôi, quay lại
        </a>
      </p>
    </Page>
  );
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
