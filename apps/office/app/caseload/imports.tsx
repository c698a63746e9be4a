import { randomUUID } from 'node:crypto';
import { CommuneCode, listImports } from '@chophien/contracts';
import { optional, pageIn, text, visitor } from '@chophien/site';
import {
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Page,
  Pager,
  Select,
  StateBadge,
  Submit,
  Table,
  when,
  withQuery,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { areaCommunes } from '../applications/area-communes.ts';
import { attempt } from '../attempt.ts';
import { isId } from '../id.ts';
import { needs, ownCommunes } from '../official.ts';
import type { Route } from './+types/imports';
import { importStates } from './import-states.ts';
import { sendList } from './send-list.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'household.import');
  const who = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const page = pageIn(asked);
  const [found, communes] = await Promise.all([who.read(listImports, { query: { page } }), areaCommunes(who, me)]);
  const cooperative = text(asked, 'htx');
  return {
    found,
    communes,
    own: ownCommunes(me)[0] ?? '',
    chosen: CommuneCode.safeParse(text(asked, 'xa')).data ?? '',
    cooperative: isId(cooperative) ? cooperative : '',
    id: randomUUID(),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const sentences: Record<string, string> = { commune: 'Chọn xã, phường của danh sách.', tep: 'Chọn tệp danh sách.' };
  return attempt(
    form,
    async () => {
      const commune = CommuneCode.safeParse(text(form, 'commune')).data ?? '';
      const cooperative = optional(form, 'cooperative');
      const sent = await sendList(who, form, { commune, cooperative }, sentences);
      return redirect(`/ho-gia-dinh/nhap/${sent.id}${sent.again ? '?trung=1' : ''}`);
    },
    { sentences },
  );
}

export default function Imports({ loaderData, actionData }: Route.ComponentProps) {
  const { found, communes, own, chosen, cooperative, id } = loaderData;
  const refusal = actionData;
  return (
    <Page title="Nhập danh sách hộ" hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
        ]}
      />
      <h1>{cooperative ? 'Nhập danh sách thành viên hợp tác xã' : 'Nhập danh sách hộ của xã'}</h1>
      <ErrorSummary refusal={refusal} />
      <section className="panel grid gap-3">
        <p>
          Gửi tệp Excel (.xlsx) hoặc CSV có họ tên chủ hộ, thôn, số điện thoại… Hệ thống <b>xem thử trước</b>, báo từng
          dòng; chưa ghi gì cho tới khi bạn bấm “Ghi vào”.
        </p>
        <p>
          <a className="inline-block py-2" href="/ho-gia-dinh/nhap/mau?dang=xlsx">
            Tải tệp mẫu Excel
          </a>{' '}
          hoặc{' '}
          <a className="inline-block py-2" href="/ho-gia-dinh/nhap/mau?dang=csv">
            tệp mẫu CSV
          </a>
        </p>
        <Form files>
          <Hidden name="id" value={id} />
          {cooperative && <Hidden name="cooperative" value={cooperative} />}
          {communes.length > 0 ? (
            <Select
              name="commune"
              label="Xã, phường của danh sách"
              value={chosen}
              options={communes.map(({ code, word }) => ({ value: code, word }))}
              empty="Chọn xã, phường"
              refusal={refusal}
            />
          ) : own ? (
            <Hidden name="commune" value={own} />
          ) : (
            <Field
              name="commune"
              label="Mã xã, phường (5 chữ số)"
              inputMode="numeric"
              maxLength={5}
              refusal={refusal}
            />
          )}
          <div className={refusal?.fields.tep ? 'field wrong' : 'field'}>
            <label className="field-name" htmlFor="tep">
              Tệp danh sách
            </label>
            <span className="field-hint" id="tep-hint">
              Nhiều nhất 10 MB và 20.000 dòng. Tệp được khoá lại khi lưu và xoá ngay khi nhập xong.
            </span>
            {refusal?.fields.tep && (
              <p className="field-wrong" id="tep-loi">
                {refusal.fields.tep}
              </p>
            )}
            <input
              className="input"
              type="file"
              id="tep"
              name="tep"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-invalid={refusal?.fields.tep ? true : undefined}
              aria-describedby={refusal?.fields.tep ? 'tep-hint tep-loi' : 'tep-hint'}
            />
          </div>
          <div>
            <Submit>Gửi tệp để xem thử</Submit>
          </div>
        </Form>
      </section>
      {found.items.length === 0 ? (
        <Empty title="Chưa nhập danh sách nào" />
      ) : (
        <section className="panel">
          <Table
            caption={`${found.total} danh sách, mới nhất đứng đầu`}
            rows={found.items}
            idOf={(one) => one.id}
            stack
            columns={[
              {
                head: 'Tệp',
                cell: (one) => (
                  <a className="inline-block py-1" href={`/ho-gia-dinh/nhap/${one.id}`}>
                    {one.fileName}
                  </a>
                ),
              },
              { head: 'Xã, phường', cell: ({ commune }) => commune.fullName },
              {
                head: 'Tình trạng',
                cell: ({ state }) => (
                  <span className="whitespace-nowrap">
                    <StateBadge state={importStates[state]} />
                  </span>
                ),
              },
              { head: 'Đã ghi', number: true, cell: ({ counts }) => counts.entered + counts.merged },
              {
                head: 'Còn chờ',
                number: true,
                cell: ({ counts, state }) => (state === 'checked' ? counts.flagged + counts.wrong : 0),
              },
              { head: 'Người gửi', cell: ({ createdBy, createdAt }) => `${createdBy ?? '–'}, ${when(createdAt)}` },
            ]}
          />
        </section>
      )}
      <Pager
        page={found.page}
        more={found.page < found.pages}
        href={(page) => withQuery('/ho-gia-dinh/nhap', {}, { trang: page })}
      />
    </Page>
  );
}
