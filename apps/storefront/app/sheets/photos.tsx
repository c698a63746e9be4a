import {
  getGoodsSheet,
  type GoodsRow,
  Id,
  leaveGoodsRow,
  listGoodsRows,
  mostPictures,
  Problem,
} from '@chophien/contracts';
import { isUnitId } from '@chophien/kernel';
import { check, notFound, pageIn, text, type Visitor, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Form, Hidden, Note, Page, Pager, Price, refusalOf, Submit } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/photos';
import { mostPhotos, sendPhotos } from './send-photos.ts';
import { number } from './sheet-words.ts';

const pageOf = (request: Request): number => pageIn(new URL(request.url).searchParams);

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const id = Id.safeParse(params.id).data;
  if (!id) return notFound(context);
  const { read } = context.get(visitor);
  const page = pageOf(request);
  const [one, found] = await Promise.all([
    read(getGoodsSheet, { params: { id } }),
    read(listGoodsRows, { params: { id }, query: { state: 'waiting', page } }),
  ]);
  const asked = new URL(request.url).searchParams;
  return { one, ...found, sent: Number(asked.get('gui')) || 0, left: text(asked, 'xong') === 'bo' };
}

/** Every row that waits: files are matched with all of them, not with those of one page. */
const waitingRows = async ({ read }: Visitor, id: string): Promise<GoodsRow[]> => {
  const rows: GoodsRow[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const found = await read(listGoodsRows, { params: { id }, query: { state: 'waiting', page } });
    rows.push(...found.items);
    ({ pages } = found);
  }
  return rows;
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const id = Id.safeParse(params.id).data;
  if (!id) return notFound(context);
  const here = `/ban-hang/bang-tinh/${id}/anh`;
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const form = await request.formData();
    return attempt(form, async () => {
      const asked = check(leaveGoodsRow.params!, { id, row: text(form, 'row') });
      await who.call(leaveGoodsRow, { params: asked });
      return redirect(`${here}?xong=bo`);
    });
  }
  const { unknown, handedIn, problem } = await sendPhotos(who, request, {
    sheet: id,
    rows: await waitingRows(who, id),
  });
  if (!problem && unknown.length === 0 && handedIn > 0) return redirect(`${here}?gui=${handedIn}`);
  const refused =
    problem ?? new Problem('platform.invalid-input', { errors: [{ field: 'anh', rule: 'missing', message: '' }] });
  const words =
    unknown.length > 0
      ? `Không có món nào ghi tên ảnh này trong bảng: ${unknown.join(', ')}.${handedIn > 0 ? ` ${number(handedIn)} món khác đã gửi duyệt.` : ''}`
      : 'Chọn ảnh của món hàng.';
  return data(refusalOf(refused, new FormData(), { anh: words }), { status: refused.status });
}

export default function Photos({ loaderData, actionData }: Route.ComponentProps) {
  const { one, items, total, page, pages, sent, left } = loaderData;
  const refusal = actionData;
  const here = `/ban-hang/bang-tinh/${one.id}/anh`;
  const names = items.some(({ pictureNames }) => pictureNames.length > 0);
  return (
    <Page title="Món chờ ảnh" narrow hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/ban-hang/bang-tinh', word: 'Bảng hàng' },
          { href: `/ban-hang/bang-tinh/${one.id}`, word: one.fileName },
        ]}
      />
      <h1>Món chờ ảnh</h1>
      <ErrorSummary refusal={refusal} />
      {!refusal && sent > 0 && <Note tone="good">Đã gửi duyệt {number(sent)} món.</Note>}
      {!refusal && left && <Note tone="good">Đã bỏ món đó.</Note>}
      {total === 0 ? (
        <Empty title="Không còn món nào chờ ảnh">
          <a className="button" href="/ban-hang/san-pham">
            Xem hàng của tôi
          </a>
        </Empty>
      ) : (
        <p>{number(total)} món đã ghi đủ, chỉ còn thiếu ảnh. Gửi ảnh là món được gửi duyệt ngay.</p>
      )}
      {names && (
        <section className="panel grid gap-3">
          <h2>Gửi nhiều ảnh một lần</h2>
          <p>
            Chọn các tệp ảnh có tên như đã ghi ở cột “Ảnh” của bảng; ảnh nào về đúng món đó. Mỗi lần nhiều nhất{' '}
            {mostPhotos} ảnh.
          </p>
          <Form files action={here}>
            <PhotoBox id="anh" label="Các tệp ảnh" most={mostPhotos} wrong={refusal?.fields.anh} />
            <Submit wide>Gửi các ảnh này</Submit>
          </Form>
        </section>
      )}
      <ul className="grid gap-4">
        {items.map((row) => (
          <li key={row.id} id={`mon-${row.id}`} className="panel grid gap-3">
            <h2>{row.name}</h2>
            {row.price !== null && row.unit !== null && isUnitId(row.unit) && (
              <Price dong={row.price} unit={row.unit} />
            )}
            <p className="field-hint">
              Thiếu: ảnh{row.pictureNames.length > 0 && ` (trong bảng ghi: ${row.pictureNames.join(', ')})`}
            </p>
            <Form files action={`${here}?mon=${row.id}`}>
              <PhotoBox id={`anh-${row.id}`} label="Ảnh của món này, 1 đến 6 ảnh" most={mostPictures} />
              <div>
                <Submit kind="plain">Gửi duyệt món này</Submit>
              </div>
            </Form>
            <details>
              <summary className="chip">Không đăng món này</summary>
              <form method="post" action={here} className="mt-3">
                <Hidden name="row" value={row.id} />
                <Submit kind="warn">Bỏ “{row.name}”</Submit>
              </form>
            </details>
          </li>
        ))}
      </ul>
      <Pager page={page} more={page < pages} href={(to) => `${here}?trang=${to}`} />
    </Page>
  );
}

interface PhotoBoxProps {
  id: string;
  label: string;
  /** So many at once. */
  most: number;
  wrong?: string | undefined;
}

const PhotoBox = ({ id, label, most, wrong }: PhotoBoxProps) => (
  <div className={wrong ? 'field wrong' : 'field'}>
    <label className="field-name" htmlFor={id}>
      {label}
    </label>
    {wrong && (
      <p className="field-wrong" id={`${id}-loi`}>
        {wrong}
      </p>
    )}
    <input
      className="input"
      type="file"
      id={id}
      name="anh"
      multiple
      data-enhance="pictures"
      data-most={most}
      accept="image/jpeg,image/png,image/webp"
      aria-describedby={wrong ? `${id}-loi` : undefined}
    />
  </div>
);
