import { randomUUID } from 'node:crypto';
import { Id, listGoodsSheets, Problem, producerHome } from '@chophien/contracts';
import { check, pageIn, text, visitor } from '@chophien/site';
import {
  Crumbs,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  Note,
  Page,
  Pager,
  Select,
  StateBadge,
  Submit,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/sheets';
import { FileBox } from './file-box.tsx';
import { sendSheet } from './send-sheet.ts';
import { number, rowParts, sheetStates } from './sheet-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const page = pageIn(new URL(request.url).searchParams);
  const [home, history] = await Promise.all([read(producerHome), read(listGoodsSheets, { query: { page } })]);
  const stalls = home.producers.filter(({ state }) => state === 'approved').map(({ id, name }) => ({ id, name }));
  return { stalls, history, next: randomUUID() };
}

const sentences: Record<string, string> = { stall: 'Chọn gian hàng của bảng này.' };

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const words = { ...sentences };
  return attempt(
    form,
    async () => {
      const home = await who.read(producerHome);
      const stalls = home.producers.filter(({ state }) => state === 'approved');
      if (stalls.length === 0) throw new Problem('catalogue.producer-not-approved');
      const stall = stalls.find(({ id }) => stalls.length === 1 || id === text(form, 'stall'));
      if (!stall) {
        throw new Problem('platform.invalid-input', { errors: [{ field: 'stall', rule: 'missing', message: '' }] });
      }
      const sent = await sendSheet(who, form, { producer: check(Id, stall.id) }, words);
      return redirect(`/ban-hang/bang-tinh/${sent.id}${sent.again ? '?trung=1' : ''}`);
    },
    words,
  );
}

export default function Sheets({ loaderData, actionData }: Route.ComponentProps) {
  const { stalls, history, next } = loaderData;
  const refusal = actionData;
  return (
    <Page title="Bảng hàng" narrow hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/ban-hang', word: 'Bán hàng' },
          { href: '/ban-hang/san-pham', word: 'Hàng của tôi' },
        ]}
      />
      <h1>Bảng hàng</h1>
      <p>
        Đăng hoặc sửa nhiều món một lần bằng tệp Excel hay CSV. Gửi tệp chỉ là xem thử: chưa ghi gì cho tới khi bạn bấm
        đưa lên.
      </p>
      <ErrorSummary refusal={refusal} />
      {stalls.length === 0 && <Note tone="warn">Gian hàng chưa được duyệt, nên chưa đưa hàng lên được.</Note>}
      {stalls.length > 0 && (
        <>
          <section className="panel grid gap-3">
            <h2>1. Lấy tệp</h2>
            <p>
              Hàng mới: <File href="/ban-hang/bang-tinh/tep-mau" word="tệp mẫu" />, có ví dụ và các chữ được phép ghi.
            </p>
            {stalls.map(({ id, name }) => (
              <p key={id}>
                {stalls.length > 1 ? `Hàng đang có của ${name}: ` : 'Hàng đang có: '}
                <File href={`/ban-hang/bang-tinh/hang/${id}`} word="bảng hàng" />, để sửa giá, số lượng, mùa vụ rồi gửi
                lại. Món không sửa thì giữ nguyên.
              </p>
            ))}
          </section>
          <section className="panel grid gap-3">
            <h2>2. Gửi tệp đã ghi</h2>
            <Form files action="/ban-hang/bang-tinh">
              <Hidden name="id" value={next} />
              {stalls.length > 1 && (
                <Select
                  name="stall"
                  label="Của gian hàng"
                  refusal={refusal}
                  empty="Chọn gian hàng"
                  options={stalls.map(({ id, name }) => ({ value: id, word: name }))}
                />
              )}
              <FileBox label="Tệp bảng hàng" refusal={refusal} />
              <Submit wide>Gửi để xem thử</Submit>
            </Form>
          </section>
        </>
      )}
      <section className="grid gap-3">
        <h2>Các bảng đã gửi</h2>
        {history.items.length === 0 && <Empty title="Chưa gửi bảng nào" />}
        <ul className="grid gap-3">
          {history.items.map((one) => (
            <li key={one.id} className="panel grid gap-1">
              <h3>
                <a className="inline-block py-2 wrap-anywhere" href={`/ban-hang/bang-tinh/${one.id}`}>
                  {one.fileName}
                </a>
              </h3>
              <p>
                <StateBadge state={sheetStates[one.state]} />
              </p>
              <p className="field-hint">
                {when(one.createdAt)}
                {one.createdBy && ` · ${one.createdBy}`}
                {stalls.length > 1 && ` · ${one.producer.name}`}
              </p>
              <p>
                {rowParts
                  .filter(({ state }) => one.counts[state] > 0)
                  .map(({ state, word }) => `${word}: ${number(one.counts[state])}`)
                  .join(' · ')}
              </p>
              {one.counts.waiting > 0 && (
                <p>
                  <a className="button" href={`/ban-hang/bang-tinh/${one.id}/anh`}>
                    Thêm ảnh cho {number(one.counts.waiting)} món
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
        <Pager
          page={history.page}
          more={history.page < history.pages}
          href={(page) => `/ban-hang/bang-tinh?trang=${page}`}
        />
      </section>
    </Page>
  );
}

/** A file in both forms. */
const File = ({ href, word }: { href: string; word: string }) => (
  <>
    <a className="inline-block py-2" href={`${href}?dang=xlsx`}>
      {word} Excel
    </a>{' '}
    hoặc{' '}
    <a className="inline-block py-2" href={`${href}?dang=csv`}>
      CSV
    </a>
  </>
);
