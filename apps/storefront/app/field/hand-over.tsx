import { getFieldHousehold, Id, startHandOver } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Form, Hidden, Note, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { renderSVG } from 'uqr';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/hand-over';
import { stamp } from './entry-form.tsx';
import { householdPath } from './paths.ts';
import { HouseholdScreen } from './screen.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { read, env } = context.get(visitor);
  const household = await read(getFieldHousehold, { params: { id: params.id } });
  const address = `${env.PUBLIC_URL}/nhan-lai`;
  const square = `data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`;
  return { household, address, square, stamped: stamp() };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return attempt(form, async () => {
    const id = check(Id, params.id);
    await context.get(visitor).call(startHandOver, { params: { id }, body: { id: text(form, 'id') } });
    return redirect(householdPath(id, 'ban-giao'));
  });
}

export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const { household, address, square, stamped } = loaderData;
  const { handingOver, signedIn, phones } = household;
  return (
    <HouseholdScreen title="Bàn giao gian hàng" household={household} refusal={actionData}>
      {signedIn && (
        <Note tone="good">Hộ đã nhận gian hàng. Bạn không còn ghi thay được nữa; nhật ký của bạn vẫn còn.</Note>
      )}
      {!signedIn && phones.length === 0 && (
        <Note tone="warn">Hộ chưa có số điện thoại nên chưa nhận được. Hãy báo cán bộ xã thêm số cho hộ.</Note>
      )}
      {!signedIn && phones.length > 0 && !handingOver && (
        <>
          <p>Chủ hộ cầm điện thoại của mình, số {phones.join(' hoặc ')}. Nhận xong, bạn chỉ còn xem được nhật ký.</p>
          <Form>
            <Hidden name="id" value={stamped.id} />
            <Submit wide>Bắt đầu bàn giao</Submit>
          </Form>
        </>
      )}
      {!signedIn && handingOver && (
        <>
          <p>Bắt đầu lúc {when(handingOver)}. Làm trên điện thoại của hộ:</p>
          <ol className="list-decimal pl-6 grid gap-2">
            <li>Quét hình này, hoặc mở {address}</li>
            <li>Đăng nhập bằng số {phones.join(' hoặc ')}: mã sẽ gửi đến máy đó.</li>
            <li>Xem tên hộ rồi bấm nhận.</li>
          </ol>
          <img
            src={square}
            width="220"
            height="220"
            alt={`Mã QR mở trang ${address}`}
            className="mx-auto bg-white p-2"
          />
          <p>
            <a className="button w-full" href={householdPath(household.id, 'ban-giao')}>
              Hộ đã nhận chưa?
            </a>
          </p>
          <p className="field-hint">Số đang dùng cho gian hàng khác, hoặc hộ đổi số: báo cán bộ xã.</p>
        </>
      )}
    </HouseholdScreen>
  );
}
