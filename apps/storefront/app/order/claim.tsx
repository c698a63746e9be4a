import { Id, openClaim, orderPage } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { check, notFound, optional, text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Note, Page, Submit, TextArea } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt, refuse } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/claim';
import { claimKinds } from './claim-words.ts';
import { orderKey } from './order-key.ts';
import { sendClaimPhotos } from './send-claim-photos.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const key = orderKey(request);
  const page = await context.get(visitor).read(orderPage, { params: { code: params.code }, query: { key } });
  const parcel = page.order.parcels.find(({ id }) => id === params.parcel);
  if (!parcel) return notFound(context);
  const given = Id.safeParse(new URL(request.url).searchParams.get('ma'));
  const id = given.success ? given.data : crypto.randomUUID();
  return { code: page.order.code, parcel, key, id, open: page.claimable.includes(parcel.id) };
}

export async function action({ context, params: { code, parcel }, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const key = orderKey(request);
  const id = check(Id, new URL(request.url).searchParams.get('ma'));
  const { form, problem } = await sendClaimPhotos(who, request, { code, id, key });
  if (problem) return refuse(problem, form);
  return attempt(form, async () => {
    const body = { key, parcel, kind: text(form, 'kind'), words: optional(form, 'words') };
    await who.call(openClaim, { params: { code, id }, body: check(openClaim.body!, body) });
    return redirect(`/don-hang/${code}?khoa=${key}&bao=1`);
  });
}

/** What was not as it should be: a photograph if there is one, and one tap on what it is. */
export default function ClaimForm({ loaderData: { code, parcel, key, id, open }, actionData }: Route.ComponentProps) {
  const back = `/don-hang/${code}?khoa=${key}`;
  return (
    <Page title="Hàng hỏng, thiếu, không đúng" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: back, word: `Đơn ${code}` }]} />
      <h1>Hàng hỏng, thiếu, không đúng</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        Kiện của <b>{parcel.producer.name}</b>:{' '}
        {parcel.lines
          .map((line) => `${line.name}, ${formatQuantity(line.packed ?? line.quantity, line.unit)}`)
          .join('; ')}
      </p>
      {open ? (
        <section className="panel">
          <Form action={`/don-hang/${code}/bao/${parcel.id}?khoa=${key}&ma=${id}`} files>
            <div className="field">
              <label className="field-name" htmlFor="photos">
                Chụp ảnh hàng
              </label>
              <span className="field-hint" id="photos-goi-y">
                Nhiều nhất 4 ảnh. Người bán và cán bộ xem được.
              </span>
              <input
                className="input"
                type="file"
                id="photos"
                name="photos"
                accept="image/jpeg,image/png,image/webp"
                multiple
                data-enhance="pictures"
                data-most="4"
                aria-describedby="photos-goi-y"
              />
            </div>
            <TextArea name="words" label="Kể thêm (nếu cần)" rows={2} maxLength={1000} refusal={actionData} />
            <p className="field-name">Bấm một nút để gửi:</p>
            {Object.entries(claimKinds).map(([value, word]) => (
              <Submit key={value} kind={value === 'damaged' ? 'main' : 'plain'} name="kind" value={value} wide>
                {word}
              </Submit>
            ))}
          </Form>
        </section>
      ) : (
        <Note tone="warn">
          Kiện này chưa giao xong, đã quá hạn báo, hoặc đang có một lần báo chờ trả lời.{' '}
          <a href={back}>Về trang đơn hàng</a>
        </Note>
      )}
      <Enhance />
    </Page>
  );
}
