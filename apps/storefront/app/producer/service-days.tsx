import { randomUUID } from 'node:crypto';
import {
  addServiceDate,
  bookPlaces,
  cancelServiceDate,
  getMyListing,
  Id,
  listServiceDates,
  type MyServiceDate,
  Problem,
  unbookPlaces,
} from '@chophien/contracts';
import { check, text, type Visitor, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Hidden, Note, Page, type Refusal, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { MINE } from '../listing/path.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/service-days';
import { AddDay, CallField, ReasonField } from './service-day-fields.tsx';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const [{ name }, { items }] = await Promise.all([read(getMyListing, { params }), read(listServiceDates, { params })]);
  const done = text(new URL(request.url).searchParams, 'xong');
  return {
    id: params.id,
    name,
    days: items.map((day) => ({ ...day, call: randomUUID() as string })),
    once: randomUUID() as string,
    done,
  };
}

const sentences = {
  startsAt: 'Chọn ngày và giờ đón khách, sau lúc này.',
  places: 'Ghi số chỗ, từ 1 đến 1.000.',
  reason: 'Ghi lý do, ít nhất 3 chữ.',
};

interface Pressed {
  id: string;
  form: FormData;
}

const whole = (form: FormData, name: string): number | undefined => {
  const typed = text(form, name);
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
};

/** Day and hour as they are typed, by the clock in Vietnam. */
const instantOf = (form: FormData): string | undefined => {
  const at = new Date(`${text(form, 'day')}T${text(form, 'hour') || '08:00'}:00+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

const acts: Readonly<Record<string, (who: Visitor, pressed: Pressed) => Promise<unknown>>> = {
  them: async ({ call }, { id, form }) => {
    const body = check(addServiceDate.body!, {
      id: text(form, 'id'),
      startsAt: instantOf(form),
      places: whole(form, 'places'),
    });
    return call(addServiceDate, { params: { id }, body });
  },
  giu: async ({ call }, { id, form }) => {
    const body = check(bookPlaces.body!, { id: text(form, 'call'), places: whole(form, 'places') });
    return call(bookPlaces, { params: { id, date: check(Id, text(form, 'date')) }, body });
  },
  'bo-giu': ({ call }, { id, form }) =>
    call(unbookPlaces, {
      params: { id, date: check(Id, text(form, 'date')), booking: check(Id, text(form, 'booking')) },
    }),
  huy: ({ call }, { id, form }) => {
    const reason = text(form, 'reason');
    const body = check(cancelServiceDate.body!, reason ? { reason } : {});
    return call(cancelServiceDate, { params: { id, date: check(Id, text(form, 'date')) }, body });
  },
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const go = text(form, 'go');
      const act = acts[go];
      if (!act) throw new Problem('platform.malformed');
      await act(context.get(visitor), { id: params.id, form });
      return redirect(`${MINE}/${params.id}/ngay?xong=${go}`);
    },
    sentences,
  );
}

const told: Readonly<Record<string, string>> = {
  them: 'Đã thêm ngày. Người mua thấy ngay.',
  giu: 'Đã giữ chỗ. Người mua thấy số chỗ còn lại.',
  'bo-giu': 'Đã trả lại chỗ.',
  huy: 'Đã hủy ngày đó. Nhớ gọi báo cho khách đã đặt.',
};

const states = { open: '', past: 'Đã qua', cancelled: 'Đã hủy' };

export default function ServiceDays({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, days, once, done } = loaderData;
  const open = days.filter(({ state }) => state === 'open');
  const over = days.filter(({ state }) => state !== 'open');
  return (
    <Page title={`Ngày đón khách: ${name}`} narrow hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: MINE, word: 'Hàng của tôi' },
          { href: `${MINE}/${id}`, word: name },
        ]}
      />
      <h1>Ngày đón khách</h1>
      <ErrorSummary refusal={actionData} />
      {told[done] && !actionData && <Note tone="good">{told[done]}</Note>}
      {open.length === 0 && (
        <Note tone="warn">Không còn ngày nào mở, nên người mua chưa hẹn được. Thêm ngày ở dưới.</Note>
      )}
      <ul className="grid gap-3">
        {open.map((day) => (
          <Day key={day.id} day={day} refusal={actionData?.typed.date === day.id ? actionData : undefined} />
        ))}
      </ul>
      <AddDay once={once} refusal={actionData?.typed.go === 'them' ? actionData : undefined} />
      {over.length > 0 && (
        <details className="panel">
          <summary className="py-2 font-bold">Ngày đã qua, đã hủy</summary>
          <ul className="grid gap-2">
            {over.map(({ id: one, startsAt, places, placesLeft, state, reason }) => (
              <li key={one}>
                {when(startsAt)}: {states[state].toLowerCase()}, {places - placesLeft}/{places} chỗ đã đặt
                {reason && `. Lý do: ${reason}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Enhance />
    </Page>
  );
}

const Day = ({ day, refusal }: { day: MyServiceDate & { call: string }; refusal: Refusal | undefined }) => {
  const { id, startsAt, places, placesLeft, bookings, call } = day;
  const pressed = refusal?.typed.go;
  const taken = places - placesLeft;
  return (
    <li className="panel grid gap-3">
      <h2>
        <time dateTime={startsAt}>{when(startsAt)}</time>
      </h2>
      <p>
        {placesLeft > 0 ? (
          <>
            Còn <b>{placesLeft}</b>/{places} chỗ
          </>
        ) : (
          <b>Đã hết {places} chỗ</b>
        )}
      </p>
      {bookings.length > 0 && (
        <ul className="grid gap-2">
          {bookings.map((booking) => (
            <li key={booking.id} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {booking.places} chỗ, ghi lúc {when(booking.at)}
              </span>
              <form method="post" data-once="">
                <Hidden name="date" value={id} />
                <Hidden name="booking" value={booking.id} />
                <Submit kind="plain" name="go" value="bo-giu">
                  Trả {booking.places} chỗ
                </Submit>
              </form>
            </li>
          ))}
        </ul>
      )}
      {placesLeft > 0 && (
        <Form>
          <Hidden name="date" value={id} />
          <Hidden name="call" value={call} />
          <CallField date={id} left={placesLeft} refusal={pressed === 'giu' ? refusal : undefined} />
        </Form>
      )}
      <details open={pressed === 'huy'}>
        <summary className="chip">
          Hủy ngày này<span className="sr-only">, {when(startsAt)}</span>
        </summary>
        <div className="pt-3">
          <Form>
            <Hidden name="date" value={id} />
            <ReasonField date={id} taken={taken} refusal={pressed === 'huy' ? refusal : undefined} />
          </Form>
        </div>
      </details>
    </li>
  );
};
