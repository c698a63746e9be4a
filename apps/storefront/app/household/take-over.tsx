import { type ClaimView, getMe, listClaims, refuseClaim, takeProducerOver } from '@chophien/contracts';
import { check, optional, ownPath, text, visitor } from '@chophien/site';
import { Empty, ErrorSummary, Field, Form, Hidden, Note, Page, type Refusal, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/take-over';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const [{ items }, me] = await Promise.all([read(listClaims), read(getMe)]);
  return {
    items,
    name: me.name,
    next: ownPath(searchParams.get('next'), '/ban-hang'),
    done: text(searchParams, 'xong'),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const params = { id: text(form, 'id') };
      if (text(form, 'go') === 'khong') {
        await call(refuseClaim, { params });
        return redirect('/nhan-lai?xong=khong');
      }
      const body = check(takeProducerOver.body!, { name: optional(form, 'name') });
      await call(takeProducerOver, { params, body });
      return redirect(`/ban-hang/uy-quyen?ho=${params.id}`);
    },
    { name: 'Họ tên từ 2 đến 80 chữ.' },
  );
}

export default function TakeOver({ loaderData: { items, name, next, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Nhận lại hộ của tôi" narrow hidden refused={Boolean(actionData)}>
      <h1>Nhận lại hộ của tôi</h1>
      <ErrorSummary refusal={actionData} />
      {done === 'khong' && <Note tone="good">Đã bỏ số của bạn khỏi hộ đó và báo cán bộ xã.</Note>}
      {items.length === 0 && (
        <Empty title="Không có hộ nào ghi số của bạn">
          Cán bộ hoặc tổ công nghệ số ghi số nào thì đăng nhập bằng số đó mới thấy hộ.
        </Empty>
      )}
      {items.length > 0 && (
        <p>
          Có người đã ghi giúp {items.length > 1 ? `${items.length} hộ` : 'một hộ'} với số điện thoại của bạn. Xem kỹ
          rồi nhận, hoặc nói không phải.
        </p>
      )}
      {items.map((claim) => (
        <Claim
          key={claim.id}
          claim={claim}
          name={name}
          refusal={actionData?.typed.id === claim.id ? actionData : undefined}
        />
      ))}
      <p>
        <a className="inline-block py-3" href={next}>
          {items.length > 0 ? 'Để lúc khác' : 'Đi tiếp'}
        </a>
      </p>
    </Page>
  );
}

const how = { assisted: 'ghi giúp', imported: 'đưa vào từ danh sách của xã', self: 'ghi' } as const;

const Claim = ({ claim, name, refusal }: { claim: ClaimView; name: string | null; refusal: Refusal | undefined }) => (
  <section className="panel grid gap-3">
    <h2>{claim.name}</h2>
    <dl className="facts">
      {claim.head && (
        <div>
          <dt>{claim.kind === 'household' ? 'Chủ hộ' : 'Người đại diện'}</dt>
          <dd>{claim.head}</dd>
        </div>
      )}
      <div>
        <dt>Ở</dt>
        <dd>{[claim.subArea, claim.communeName].filter(Boolean).join(', ')}</dd>
      </div>
      {claim.phones.length > 0 && (
        <div>
          <dt>Số khác của hộ</dt>
          <dd>{claim.phones.join(', ')}</dd>
        </div>
      )}
      <div>
        <dt>Ai ghi</dt>
        <dd>
          {claim.enteredBy ?? 'Cán bộ'} {how[claim.enteredHow]} lúc {when(claim.enteredAt)}
        </dd>
      </div>
    </dl>
    {claim.delegations.length > 0 && (
      <div>
        <p className="font-bold">Đang được làm thay:</p>
        <ul className="grid gap-2">
          {claim.delegations.map(({ id, sentence }) => (
            <li key={id}>{sentence}</li>
          ))}
        </ul>
        <p className="field-hint">Nhận xong, bạn giữ lại hoặc thôi từng uỷ quyền ngay ở trang sau.</p>
      </div>
    )}
    <Form>
      <Hidden name="id" value={claim.id} />
      {!name && <Field name="name" label="Họ tên của bạn" autoComplete="name" maxLength={80} refusal={refusal} />}
      <Submit name="go" value="nhan" wide>
        Đúng hộ của tôi, tôi nhận
      </Submit>
      <Submit kind="plain" name="go" value="khong" wide>
        Không phải hộ của tôi
      </Submit>
    </Form>
  </section>
);
