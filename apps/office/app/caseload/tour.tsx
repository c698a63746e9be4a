import { CommuneCode, getTour, listHelpers } from '@chophien/contracts';
import { addDays, formatDay, localPhone, vietnamDay } from '@chophien/kernel';
import { text, visitor } from '@chophien/site';
import { Crumbs, Empty, Page, Submit, Table } from '@chophien/ui';
import { isId } from '../id.ts';
import { may, needs } from '../official.ts';
import type { Route } from './+types/tour';
import { missingWords } from './case-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const me = await needs(context, 'caseload.read');
  const { read } = context.get(visitor);
  const asked = new URL(request.url).searchParams;
  const today = vietnamDay(new Date());
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text(asked, 'ngay')) ? text(asked, 'ngay') : today;
  const commune = CommuneCode.safeParse(text(asked, 'xa')).data;
  const helper = isId(text(asked, 'nguoi')) ? text(asked, 'nguoi') : undefined;
  const query = { ...(commune ? { commune } : {}), ...(helper ? { helper } : {}) };
  const [tour, helpers] = await Promise.all([
    read(getTour, { params: { day }, query }),
    may(me, 'household.import') ? read(listHelpers, { query: {} }) : { items: [] },
  ]);
  return { tour, today, day, helper, helpers: helpers.items };
}

/** Whom to visit on a day, for a folded A4 page in a pocket. */
export default function Tour({ loaderData: { tour, today, day, helper, helpers } }: Route.ComponentProps) {
  return (
    <Page title={`Lịch đi thăm ngày ${formatDay(day)}`} hidden>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
        ]}
      />
      <h1>Lịch đi thăm ngày {formatDay(day)}</h1>
      <form action="/ho-gia-dinh/lich-tham" className="no-print flex flex-wrap items-end gap-3">
        <label>
          <span className="field-name">Ngày</span>
          <input className="input" type="date" name="ngay" defaultValue={day} />
        </label>
        {helpers.length > 0 && (
          <label>
            <span className="field-name">Người đi</span>
            <select className="input" name="nguoi" defaultValue={helper ?? ''}>
              <option value="">Tất cả</option>
              {helpers.map(({ id, name, commune }) => (
                <option key={`${id} ${commune}`} value={id}>
                  {name ?? 'Không tên'}
                </option>
              ))}
            </select>
          </label>
        )}
        <Submit kind="plain">Xem</Submit>
        <a className="chip" href={`/ho-gia-dinh/lich-tham?ngay=${addDays(today, 1)}`}>
          Ngày mai
        </a>
      </form>
      {tour.items.length === 0 ? (
        <Empty title="Ngày này chưa hẹn hộ nào">
          <a href="/ho-gia-dinh?tham=chua-hen">Xem các hộ chưa hẹn ngày đến</a>
        </Empty>
      ) : (
        <>
          <p className="no-print field-hint">
            In bằng lệnh In của trình duyệt (Ctrl + P), khổ A4. Bản in có số điện thoại của hộ: giữ cẩn thận, dùng xong
            thì huỷ.
          </p>
          <section className="panel">
            <Table
              caption={`${tour.items.length} hộ, xếp theo thôn`}
              rows={tour.items}
              idOf={({ visit }) => visit}
              stack
              columns={[
                {
                  head: 'Hộ',
                  cell: ({ id, name, head }) => (
                    <>
                      <a className="inline-block py-1" href={`/ho-gia-dinh/${id}`}>
                        {name}
                      </a>
                      {head && head !== name && <span className="block">{head}</span>}
                    </>
                  ),
                },
                { head: 'Thôn', cell: ({ place, communeName }) => `${place ?? ''} ${communeName}`.trim() },
                { head: 'Điện thoại', cell: ({ phones }) => phones.map(localPhone).join(', ') || '–' },
                { head: 'Còn thiếu', cell: ({ missing }) => missingWords(missing).join(', ') || 'Không' },
                { head: 'Lần trước', cell: ({ lastDone }) => lastDone ?? '–' },
                { head: 'Người đi', cell: ({ helper: who }) => who?.name ?? '–' },
                { head: 'Đã làm gì (ghi tay)', cell: () => <span className="inline-block min-h-12 min-w-32" /> },
              ]}
            />
          </section>
        </>
      )}
    </Page>
  );
}
