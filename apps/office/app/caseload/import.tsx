import { randomUUID } from 'node:crypto';
import {
  closeImport,
  decideImportRows,
  enterImport,
  getImport,
  type ImportRow,
  ImportField,
  type ImportRowState,
  type ImportView,
  listImportRows,
  mapImport,
  undoImport,
} from '@chophien/contracts';
import { check, notFound, pageIn, text, texts, type Visitor, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Note, Page, Pager, withQuery } from '@chophien/ui';
import { data, redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/import';
import { Mapping } from './import-mapping.tsx';
import { Progress } from './import-progress.tsx';
import { Report } from './import-report.tsx';
import { isAtWork, rowParts } from './import-states.ts';
import { sendList } from './send-list.ts';

/** What is opened when nothing is asked for: what a person must look at first. */
const firstOf = ({ counts }: ImportView): ImportRowState =>
  rowParts.find(({ state }) => counts[state] > 0)?.state ?? 'new';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'household.import');
  if (!isId(params.id)) return notFound(context);
  const { read } = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const one = await read(getImport, { params: { id: params.id } });
  const state = rowParts.find(({ key }) => key === text(asked, 'muc'))?.state ?? firstOf(one);
  const page = pageIn(asked);
  const found =
    isAtWork(one.state) || one.state === 'mapping'
      ? null
      : await read(listImportRows, { params: { id: params.id }, query: { state, page } });
  const done = text(asked, 'xong');
  // Comes again by itself until the work is done, also without JavaScript.
  return data(
    {
      one,
      state,
      found,
      done,
      again: text(asked, 'trung') === '1',
      sheet: text(asked, 'trang-tinh'),
      next: randomUUID(),
    },
    { headers: isAtWork(one.state) ? { refresh: '3' } : {} },
  );
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs): Headers => loaderHeaders;

const sentences: Record<string, string> = {
  columns: 'Chọn ít nhất cột “Họ tên chủ hộ” hoặc “Tên gian hàng”.',
  field: 'Mỗi nội dung chỉ chọn cho một cột.',
  sheet: 'Chọn trang tính có danh sách.',
  decision: 'Chọn cách xử lý.',
};

const acts: Record<string, (who: Visitor, id: string, form: FormData) => Promise<unknown>> = {
  cot: ({ call }, id, form) => {
    const columns = [...form.keys()].flatMap((name) => {
      const column = /^cot-(\d{1,3})$/.exec(name)?.[1];
      const field = ImportField.safeParse(text(form, name)).data;
      return column && field ? [{ column: Number(column), field }] : [];
    });
    return call(mapImport, { params: { id }, body: check(mapImport.body!, { sheet: text(form, 'sheet'), columns }) });
  },
  quyet: ({ call }, id, form) => {
    const all = text(form, 'all');
    const said = { rows: all ? [] : texts(form, 'row'), decision: text(form, 'decision'), ...(all ? { all } : {}) };
    return call(decideImportRows, { params: { id }, body: check(decideImportRows.body!, said) });
  },
  ghi: ({ call }, id) => call(enterImport, { params: { id } }),
  dong: ({ call }, id) => call(closeImport, { params: { id } }),
  huy: ({ call }, id) => call(undoImport, { params: { id } }),
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  if (!isId(params.id)) return notFound(context);
  const { id } = params;
  const here = `/ho-gia-dinh/nhap/${id}`;
  const words = { ...sentences };
  return attempt(
    form,
    async () => {
      if (go === 'tep') {
        const commune = text(form, 'commune');
        const sent = await sendList(
          who,
          form,
          { commune, continues: id, cooperative: text(form, 'cooperative') || undefined },
          words,
        );
        return redirect(`${here}${sent.again ? '?trung=1' : ''}`);
      }
      const act = Object.hasOwn(acts, go) ? acts[go] : undefined;
      if (!act) return notFound(context);
      await act(who, id, form);
      const part = text(form, 'muc');
      return redirect(
        withQuery(here, {}, { xong: go, ...(go === 'quyet' ? { muc: part, trang: text(form, 'trang') } : {}) }),
      );
    },
    { sentences: words },
  );
}

const doneWords: Record<string, string> = {
  quyet: 'Đã ghi lựa chọn của bạn. Bấm “Ghi vào” khi xong.',
  dong: 'Đã kết thúc danh sách này; tệp đã được xoá.',
};

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { one, state, found, done, again, sheet, next } = loaderData;
  const refusal = actionData;
  const here = `/ho-gia-dinh/nhap/${one.id}`;
  const items: ImportRow[] = found?.items ?? [];
  return (
    <Page title={`Nhập danh sách: ${one.fileName}`} hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
          { href: '/ho-gia-dinh/nhap', word: 'Nhập danh sách' },
        ]}
      />
      <h1>{one.fileName}</h1>
      <p>
        {one.commune.fullName}
        {one.cooperative && ` · thành viên ${one.cooperative.name}`}
        {one.part > 1 && ` · tệp sửa lần ${one.part - 1}`}
      </p>
      <ErrorSummary refusal={refusal} />
      {again && <Note>Tệp này đã được gửi trước đây: đây là danh sách đó, không nhập lại lần nữa.</Note>}
      {!refusal && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      {isAtWork(one.state) ? (
        <Progress one={one} here={here} />
      ) : one.state === 'mapping' ? (
        <Mapping one={one} asked={sheet} here={here} refusal={refusal} />
      ) : (
        <>
          <Report one={one} items={items} state={state} page={found?.page ?? 1} next={next} refusal={refusal} />
          <Pager
            page={found?.page ?? 1}
            more={(found?.page ?? 1) < (found?.pages ?? 1)}
            href={(page) =>
              withQuery(here, { muc: rowParts.find((part) => part.state === state)?.key }, { trang: page })
            }
          />
        </>
      )}
    </Page>
  );
}
