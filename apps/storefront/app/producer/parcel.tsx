import {
  answerClaim,
  confirmParcel,
  deliverParcel,
  dispatchParcel,
  failDelivery,
  getParcel,
  listMyClaims,
  listParcelNotes,
  packParcel,
  refuseParcel,
  writeParcelNote,
} from '@chophien/contracts';
import { formatDay, formatDong, formatQuantity, localPhone, normalisePhone, vietnamDay } from '@chophien/kernel';
import { check, notFound, optional, text, type Visitor, visitor } from '@chophien/site';
import {
  Badge,
  Crumbs,
  ErrorSummary,
  Icon,
  Note,
  Page,
  paymentMethods,
  shortReasons,
  StorageBadge,
  when,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/parcel';
import { Notes } from '../order/notes.tsx';
import { ParcelClaims } from './claims.tsx';
import { parseDong } from './dong.ts';
import { atItsLine, packedIn, packingSentences } from './packing.ts';
import { ParcelForms } from './parcel-forms.tsx';
import { producerStateWords } from './parcel-words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(params.id)) return notFound(context);
  const { read } = context.get(visitor);
  const [parcel, notes, { items: claims }] = await Promise.all([
    read(getParcel, { params }),
    read(listParcelNotes, { params }),
    read(listMyClaims, { query: { parcel: params.id, page: 1 } }),
  ]);
  return {
    parcel,
    notes,
    next: crypto.randomUUID(),
    claims,
    today: vietnamDay(new Date()),
    done: text(new URL(request.url).searchParams, 'xong'),
  };
}

const sentences = {
  reason: 'Ghi lý do, ít nhất 3 chữ, để người mua hiểu.',
  refund: 'Ghi số tiền hoàn bằng số, không quá tiền của kiện.',
  words: 'Kể ít nhất 5 chữ.',
  harvestedOn: 'Chọn ngày thu hoạch.',
  ngay: 'Chọn ngày thu hoạch.',
  device: 'Ghi mã dán trên máy đo: chữ in hoa, số và gạch ngang.',
  receivedBy: 'Ghi tên người nhận.',
  cashCollected: 'Ghi số tiền đã thu bằng số, 0 nếu không thu.',
};

type Params = { id: string };

/** What each button does. */
const acts: Record<string, (who: Visitor, params: Params, form: FormData) => Promise<unknown>> = {
  nhan: ({ call }, params) => call(confirmParcel, { params }),
  'tu-choi': ({ call }, params, form) =>
    call(refuseParcel, { params, body: check(refuseParcel.body!, { reason: text(form, 'reason') }) }),
  'dong-goi': ({ call }, params, form) =>
    call(packParcel, { params, body: check(packParcel.body!, { harvestedOn: text(form, 'harvestedOn') }) }),
  'dong-goi-khac': async ({ call }, params, form) => {
    const body = packedIn(form, await call(getParcel, { params }));
    try {
      return await call(packParcel, { params, body });
    } catch (error) {
      throw atItsLine(error);
    }
  },
  'len-duong': ({ call }, params, form) =>
    call(dispatchParcel, {
      params,
      body: check(dispatchParcel.body!, { device: optional(form, 'device')?.toUpperCase() }),
    }),
  'da-giao': ({ call }, params, form) =>
    call(deliverParcel, {
      params,
      body: check(deliverParcel.body!, {
        receivedBy: text(form, 'receivedBy'),
        cashCollected: parseDong(text(form, 'cashCollected') || '0'),
      }),
    }),
  'nhan-tin': ({ call }, params, form) =>
    call(writeParcelNote, {
      params: { id: params.id, note: text(form, 'note') },
      body: check(writeParcelNote.body!, { text: text(form, `text-${params.id}`) }),
    }),
  'hoan-tien': ({ call }, _, form) =>
    call(answerClaim, {
      params: { id: text(form, 'claim') },
      body: check(answerClaim.body!, { refund: parseDong(text(form, 'refund')) }),
    }),
  'tra-loi': ({ call }, _, form) =>
    call(answerClaim, {
      params: { id: text(form, 'claim') },
      body: check(answerClaim.body!, { words: text(form, 'words') }),
    }),
  'khong-giao-duoc': ({ call }, params, form) =>
    call(failDelivery, { params, body: check(failDelivery.body!, { reason: text(form, 'reason') }) }),
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  const act = Object.hasOwn(acts, go) ? acts[go] : undefined;
  if (!act) return notFound(context);
  return attempt(
    form,
    async () => {
      await act(who, params, form);
      return redirect(`/ban-hang/don-hang/${params.id}?xong=${go}`);
    },
    { ...sentences, ...packingSentences(form), [`text-${params.id}`]: 'Ghi lời nhắn, nhiều nhất 500 chữ.' },
    (field) => (go === 'nhan-tin' && field === 'text' ? `text-${params.id}` : fieldOfForm(go, field)),
  );
}

/** The second form on the page calls its day otherwise; every field is called one thing on a page. */
const fieldOfForm = (go: string, field: string): string =>
  go === 'dong-goi-khac' && field === 'harvestedOn' ? 'ngay' : (field.split('.').at(-1) ?? field);

const told: Record<string, string> = {
  nhan: 'Đã nhận đơn. Hãy chuẩn bị hàng rồi đóng gói.',
  'tu-choi': 'Đã từ chối. Người mua được báo, hàng trả về kho của bạn.',
  'dong-goi': 'Đã ghi là đóng gói xong.',
  'dong-goi-khac': 'Đã ghi là đóng gói xong. Người mua được báo số thực đóng và số tiền mới.',
  'len-duong': 'Đã ghi là giao cho xe.',
  'da-giao': 'Đã ghi là giao xong. Cảm ơn bạn.',
  'nhan-tin': 'Đã gửi lời nhắn. Người mua được báo.',
  'hoan-tien': 'Đã ghi. Người mua được báo, tiền được hoàn.',
  'tra-loi': 'Đã gửi. Cán bộ xem rồi quyết định, bạn sẽ được báo.',
  'khong-giao-duoc': 'Đã ghi là không giao được. Hàng quay về.',
};

export default function Parcel({
  loaderData: { parcel, notes, next, claims, today, done },
  actionData,
}: Route.ComponentProps) {
  const { deliverTo } = parcel;
  const { word, tone } = producerStateWords(parcel);
  // Of a parcel that has ended only a part of the number is told, and no door.
  const phone = normalisePhone(deliverTo.phone) ? localPhone(deliverTo.phone) : undefined;
  return (
    <Page title={`Đơn ${parcel.orderCode}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/don-hang', word: 'Đơn hàng' }]} />
      <h1>Đơn {parcel.orderCode}</h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      <p className="flex flex-wrap gap-2">
        <Badge tone={tone}>{word}</Badge>
        <StorageBadge value={parcel.storage} />
        <span>Đặt lúc {when(parcel.placedAt)}</span>
      </p>
      {parcel.held && (
        <Note tone="bad">
          <b>Gói này đang bị giữ vì nhiệt độ.</b> {parcel.holdReason} Hãy gọi cán bộ xã đến xem hàng; chưa giao tiếp
          được.
        </Note>
      )}
      <ParcelClaims claims={claims} refusal={actionData} />
      <section className="panel grid gap-2">
        <h2>Hàng</h2>
        <ul className="grid gap-1">
          {parcel.lines.map((line) => (
            <li key={line.offer} className="flex justify-between gap-4">
              <span>
                {line.name}, <b>{formatQuantity(line.quantity, line.unit)}</b>
                {line.packed !== null && line.packed !== line.quantity && (
                  <>
                    <br />
                    Đã đóng <b>{formatQuantity(line.packed, line.unit)}</b>
                    {line.shortReason && `: ${shortReasons[line.shortReason].toLowerCase()}`}
                  </>
                )}
              </span>
              <span className="whitespace-nowrap">{formatDong(line.settled ?? line.amount)}</span>
            </li>
          ))}
        </ul>
        <p>
          {paymentMethods[parcel.payment]}
          {parcel.paid && ': đã trả'}.
          {parcel.cashToCollect > 0 && (
            <>
              {' '}
              Thu của người mua: <b>{formatDong(parcel.cashToCollect)}</b>.
            </>
          )}
        </p>
        {parcel.harvestedOn && <p>Thu hoạch ngày {formatDay(parcel.harvestedOn)}.</p>}
      </section>
      <section className="panel grid gap-2">
        <h2>Trao đổi, in phiếu</h2>
        <Notes
          parcel={parcel.id}
          notes={notes.items}
          me="producer"
          other="người mua"
          next={notes.open ? next : undefined}
          refusal={actionData}
        />
        <p>
          <a className="button" href={`/ban-hang/don-hang/${parcel.id}/phieu`}>
            Phiếu giao hàng, để in
          </a>
        </p>
      </section>
      <section className="panel grid gap-2">
        <h2>Người nhận</h2>
        <p>
          {deliverTo.name}
          <br />
          {[deliverTo.address, deliverTo.communeName].filter(Boolean).join(', ')}
          {deliverTo.note && (
            <>
              <br />
              Dặn: {deliverTo.note}
            </>
          )}
        </p>
        <p>
          {phone ? (
            <a className="button" href={`tel:${phone}`}>
              <Icon name="phone" />
              Gọi {phone}
            </a>
          ) : (
            `Số ${deliverTo.phone}`
          )}
        </p>
      </section>
      <ParcelForms parcel={parcel} today={today} refusal={actionData} />
      {parcel.packedAt && (
        <p>
          <a className="inline-block py-3" href={`/truy-xuat/${parcel.code}`}>
            Trang nguồn gốc và mã QR để dán lên gói
          </a>
        </p>
      )}
      <Enhance />
    </Page>
  );
}
