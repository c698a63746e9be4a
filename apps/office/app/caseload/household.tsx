import { randomUUID } from 'node:crypto';
import {
  assignCases,
  type CaseDetail,
  dropVisit,
  endDelegationFor,
  getCase,
  noteVisit,
  planVisit,
} from '@chophien/contracts';
import { localPhone, vietnamDay } from '@chophien/kernel';
import { check, notFound, optional, text, type Visitor, visitor } from '@chophien/site';
import {
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  producerKinds,
  type Refusal,
  Select,
  StateBadge,
  Submit,
  when,
  whenDay,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { statusWords } from '../applications/status-words.ts';
import { attempt, ofForm } from '../attempt.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/household';
import { happenedWords, missingWords, stuckWords } from './case-words.ts';
import { Visits } from './household-visits.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'caseload.read');
  if (!isId(params.id)) return notFound(context);
  const one = await context.get(visitor).read(getCase, { params: { id: params.id } });
  return {
    one,
    today: vietnamDay(new Date()),
    visit: randomUUID(),
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
}

const sentences = {
  day: 'Chọn ngày. Ngày hẹn từ hôm nay trở đi; ngày đã đến thì không sau hôm nay.',
  next: 'Ngày hẹn lần sau phải từ hôm nay trở đi.',
  done: 'Ghi đã làm gì, nhiều nhất 600 chữ.',
  missing: 'Ghi còn thiếu gì, nhiều nhất 600 chữ.',
  helper: 'Chọn người giúp.',
  reason: 'Ghi hộ nói thế nào, lúc nào, từ 3 đến 200 chữ.',
};

const acts: Record<string, (who: Visitor, id: string, form: FormData) => Promise<unknown>> = {
  hen: ({ call }, id, form) => {
    const params = check(planVisit.params!, { id, visit: text(form, 'visit') });
    return call(planVisit, { params, body: check(planVisit.body!, { day: text(form, 'day') }) });
  },
  'bo-hen': ({ call }, id, form) =>
    call(dropVisit, { params: check(dropVisit.params!, { id, visit: text(form, 'visit') }) }),
  tham: ({ call }, id, form) => {
    const [missing, next] = [optional(form, 'missing'), optional(form, 'next')];
    const said = { id: text(form, 'visit'), day: text(form, 'day'), done: text(form, 'done') };
    const body = check(noteVisit.body!, { ...said, ...(missing ? { missing } : {}), ...(next ? { next } : {}) });
    return call(noteVisit, { params: { id }, body });
  },
  'thoi-uy-quyen': ({ call }, id, form) =>
    call(endDelegationFor, {
      params: check(endDelegationFor.params!, { id, delegation: text(form, 'delegation') }),
      body: check(endDelegationFor.body!, { reason: text(form, 'reason') }),
    }),
  giao: ({ call }, id, form) =>
    call(assignCases, {
      body: check(assignCases.body!, {
        helper: optional(form, 'helper') ?? null,
        commune: text(form, 'commune'),
        households: [id],
      }),
    }),
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const go = text(form, 'go');
  const act = Object.hasOwn(acts, go) ? acts[go] : undefined;
  if (!act || !isId(params.id)) return notFound(context);
  return attempt(
    form,
    async () => {
      await act(context.get(visitor), params.id, form);
      return redirect(`/ho-gia-dinh/${params.id}?xong=${go}`);
    },
    { sentences },
  );
}

const doneWords: Record<string, string> = {
  hen: 'Đã hẹn ngày đến.',
  'bo-hen': 'Đã bỏ lịch hẹn.',
  tham: 'Đã ghi lần đến thăm.',
  giao: 'Đã ghi người giúp hộ này.',
  'thoi-uy-quyen': 'Đã thôi uỷ quyền. Người được uỷ quyền không làm thay được nữa từ lúc này; hộ được báo tin.',
};

const Facts = ({ one }: { one: CaseDetail }) => (
  <section className="panel grid gap-2">
    <h2>Thông tin</h2>
    <dl className="facts">
      <dt>Loại</dt>
      <dd>{producerKinds[one.kind]}</dd>
      <dt>Chủ hộ, người đại diện</dt>
      <dd>{one.head ?? 'Chưa ghi'}</dd>
      <dt>Điện thoại</dt>
      <dd>
        {one.phones.length === 0
          ? 'Chưa có số'
          : one.phones.map((phone) => (
              <a key={phone} className="mr-3 inline-block py-1" href={`tel:${phone}`}>
                {localPhone(phone)}
              </a>
            ))}
      </dd>
      <dt>Ở</dt>
      <dd>{[one.place, one.communeName].filter(Boolean).join(', ')}</dd>
      <dt>Tình trạng</dt>
      <dd>
        <StateBadge state={statusWords[one.status]} /> {stuckWords(one)}
      </dd>
      <dt>Còn thiếu</dt>
      <dd>{one.missing.length > 0 ? missingWords(one.missing).join(', ') : 'Không thiếu gì'}</dd>
      <dt>Ghi vào hệ thống</dt>
      <dd>
        {whenDay(one.enteredAt)},{' '}
        {{ self: 'hộ tự đăng ký', assisted: 'có người giúp', imported: 'từ danh sách của xã' }[one.enteredHow]}
        {one.takenOver ? '; hộ đã tự đăng nhập' : '; hộ chưa đăng nhập lần nào'}
      </dd>
      <dt>Người giúp</dt>
      <dd>{one.helper?.name ?? 'Chưa có'}</dd>
    </dl>
    {one.may.decide && one.status !== 'draft' && (
      <p>
        <a className="inline-block py-2" href={`/ho-so/${one.id}`}>
          Xem hồ sơ đăng ký bán hàng
        </a>
      </p>
    )}
    {one.may.decide && one.kind !== 'household' && (
      <p>
        <a className="inline-block py-2" href={`/ho-gia-dinh/nhap?htx=${one.id}`}>
          Nhập danh sách hộ thành viên từ tệp Excel
        </a>
      </p>
    )}
  </section>
);

/** A household without a phone of its own comes to the office, or rings, to end what it allowed. */
const Delegations = ({ one, refusal }: { one: CaseDetail; refusal: Refusal | undefined }) => (
  <section className="panel no-print grid gap-3">
    <h2>Ai đang làm thay hộ này</h2>
    {one.delegations.map(({ id, sentence }) => (
      <details key={id} open={Boolean(ofForm(refusal, 'thoi-uy-quyen'))}>
        <summary className="py-2">{sentence}</summary>
        <Form>
          <Hidden name="delegation" value={id} />
          <Field
            name="reason"
            label="Hộ nhờ thôi uỷ quyền vì sao"
            hint="Ví dụ: bà đến xã ngày 30/11, muốn con gái làm từ nay."
            maxLength={200}
            refusal={ofForm(refusal, 'thoi-uy-quyen')}
          />
          <div>
            <Submit kind="warn" name="go" value="thoi-uy-quyen">
              Thôi uỷ quyền ngay
            </Submit>
          </div>
        </Form>
      </details>
    ))}
  </section>
);

export default function Household({ loaderData: { one, today, visit, done }, actionData }: Route.ComponentProps) {
  const refusal = actionData;
  return (
    <Page title={one.name} hidden refused={Boolean(refusal)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/ho-gia-dinh', word: 'Hộ gia đình' },
        ]}
      />
      <h1>{one.name}</h1>
      <ErrorSummary refusal={refusal} />
      {!refusal && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <Facts one={one} />
      {one.delegations.length > 0 && <Delegations one={one} refusal={refusal} />}
      <Visits one={one} today={today} visit={visit} refusal={refusal} />
      {one.may.assign && (
        <section className="panel no-print grid gap-3">
          <h2>Người giúp</h2>
          {one.helpers.length === 0 ? (
            <p>Chưa có ai trong tổ công nghệ số cộng đồng giúp ở thôn này. Thêm người ở trang Cán bộ.</p>
          ) : (
            <Form>
              <Hidden name="commune" value={one.commune} />
              <Select
                name="helper"
                label="Ai đi cùng hộ này"
                value={one.helper?.id ?? ''}
                options={one.helpers.map(({ id, name }) => ({ value: id, word: name ?? 'Không tên' }))}
                empty="Chưa có ai"
                refusal={ofForm(refusal, 'giao')}
              />
              <div>
                <Submit kind="plain" name="go" value="giao">
                  Ghi người giúp
                </Submit>
              </div>
            </Form>
          )}
        </section>
      )}
      <section className="panel grid gap-2">
        <h2>Diễn biến</h2>
        {one.history.length === 0 && <p className="text-muted">Chưa có gì.</p>}
        <ul className="grid gap-1">
          {one.history.map((each) => (
            <li key={`${each.at} ${each.what}`}>
              {when(each.at)}: {happenedWords(each.what)}
              {each.by && `, ${each.by}${each.behalf ? ' làm' : ''}`}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
