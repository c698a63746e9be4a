import { randomUUID } from 'node:crypto';
import {
  closeGoodsSheet,
  enterGoodsSheet,
  getGoodsSheet,
  GoodsField,
  type GoodsRowState,
  type GoodsSheetView,
  Id,
  leaveGoodsRow,
  listGoodsRows,
  mapGoodsSheet,
  undoGoodsSheet,
} from '@chophien/contracts';
import { check, notFound, pageIn, text, type Visitor, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page, Pager, withQuery } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/sheet';
import { sendSheet } from './send-sheet.ts';
import { Mapping } from './sheet-mapping.tsx';
import { Progress } from './sheet-progress.tsx';
import { Report } from './sheet-report.tsx';
import { isAtWork, partOf, rowParts } from './sheet-words.ts';

/** What is opened when nothing is asked for: what a person must look at first. */
const firstOf = ({ counts }: GoodsSheetView): GoodsRowState =>
  rowParts.find(({ state }) => counts[state] > 0)?.state ?? 'new';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!Id.safeParse(params.id).success) return notFound(context);
  const { read } = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const one = await read(getGoodsSheet, { params: { id: params.id } });
  const state = rowParts.find(({ key }) => key === text(asked, 'muc'))?.state ?? firstOf(one);
  const page = pageIn(asked);
  const idle = isAtWork(one.state) || one.state === 'mapping' || one.state === 'refused';
  const found = idle ? null : await read(listGoodsRows, { params: { id: params.id }, query: { state, page } });
  return data(
    {
      one,
      state,
      found,
      done: text(asked, 'xong'),
      again: text(asked, 'trung') === '1',
      sheet: text(asked, 'trang-tinh'),
      next: randomUUID(),
    },
    // Comes again by itself until the work is done, also without JavaScript.
    { headers: isAtWork(one.state) ? { refresh: '2' } : {} },
  );
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs): Headers => loaderHeaders;

const sentences: Record<string, string> = {
  columns: 'Chọn ít nhất cột “Tên hàng” hoặc “Mã hàng”.',
  field: 'Mỗi nội dung chỉ chọn cho một cột.',
  sheet: 'Chọn trang tính có hàng.',
};

const acts: Record<string, (who: Visitor, id: string, form: FormData) => Promise<unknown>> = {
  cot: ({ call }, id, form) => {
    const columns = [...form.keys()].flatMap((name) => {
      const column = /^cot-(\d{1,3})$/.exec(name)?.[1];
      const field = GoodsField.safeParse(text(form, name)).data;
      return column && field ? [{ column: Number(column), field }] : [];
    });
    return call(mapGoodsSheet, {
      params: { id },
      body: check(mapGoodsSheet.body!, { sheet: text(form, 'sheet'), columns }),
    });
  },
  ghi: ({ call }, id) => call(enterGoodsSheet, { params: { id } }),
  dong: ({ call }, id) => call(closeGoodsSheet, { params: { id } }),
  rut: ({ call }, id) => call(undoGoodsSheet, { params: { id } }),
  bo: ({ call }, id, form) =>
    call(leaveGoodsRow, { params: check(leaveGoodsRow.params!, { id, row: text(form, 'row') }) }),
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const id = Id.safeParse(params.id).data;
  if (!id) return notFound(context);
  const here = `/ban-hang/bang-tinh/${id}`;
  const words = { ...sentences };
  return attempt(
    form,
    async () => {
      if (go === 'tep') {
        const { producer } = await who.read(getGoodsSheet, { params: { id } });
        const sent = await sendSheet(who, form, { producer: producer.id, continues: id }, words);
        return redirect(`${here}${sent.again ? '?trung=1' : ''}`);
      }
      const act = Object.hasOwn(acts, go) ? acts[go] : undefined;
      if (!act) return notFound(context);
      await act(who, id, form);
      return redirect(withQuery(here, {}, { xong: go, ...(go === 'bo' ? { muc: text(form, 'muc') } : {}) }));
    },
    words,
  );
}

export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
  const { one, state, found, done, again, sheet, next } = loaderData;
  const refusal = actionData;
  const here = `/ban-hang/bang-tinh/${one.id}`;
  const page = found?.page ?? 1;
  return (
    <Page title={`Bảng hàng: ${one.fileName}`} narrow hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/ban-hang/san-pham', word: 'Hàng của tôi' },
          { href: '/ban-hang/bang-tinh', word: 'Bảng hàng' },
        ]}
      />
      <h1 className="wrap-anywhere">{one.fileName}</h1>
      <p>
        {one.producer.name}
        {one.part > 1 && ` · tệp sửa lần ${one.part - 1}`}
      </p>
      <ErrorSummary refusal={refusal} />
      {again && <Note>Tệp này đã được gửi trước đây: đây là bảng đó, không có món nào đăng hai lần.</Note>}
      {!refusal && done === 'dong' && <Note tone="good">Đã kết thúc bảng này.</Note>}
      {!refusal && done === 'bo' && <Note tone="good">Đã bỏ dòng đó.</Note>}
      {isAtWork(one.state) ? (
        <Progress one={one} here={here} />
      ) : one.state === 'mapping' ? (
        <Mapping one={one} asked={sheet} here={here} refusal={refusal} />
      ) : (
        <>
          <Report one={one} items={found?.items ?? []} state={state} next={next} refusal={refusal} />
          <Pager
            page={page}
            more={page < (found?.pages ?? 1)}
            href={(to) => withQuery(here, { muc: partOf(state)?.key }, { trang: to })}
          />
        </>
      )}
    </Page>
  );
}
