import { listCommunes, registerDevice, revokeDevice } from '@chophien/contracts';
import { check, notFound, text, type Visitor, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Field, Form, Hidden, Note, Page, type Refusal, Select, Submit } from '@chophien/ui';
import { data } from 'react-router';
import { attempt, ofForm } from '../attempt.ts';
import { needs, ownCommunes, ownProvinces } from '../official.ts';
import type { Route } from './+types/devices';

interface Place {
  value: string;
  word: string;
}

/** Where the official may put a logger: an own commune, or any of an own province. */
export async function loader({ context }: Route.LoaderArgs) {
  const me = await needs(context, 'device.register');
  const { read } = context.get(visitor);
  const provinces = await Promise.all(
    ownProvinces(me).map((code) => read(listCommunes, { params: { code } }).then(({ items }) => items)),
  );
  const places: Place[] = provinces.flat().map(({ code, fullName }) => ({ value: code, word: fullName }));
  return { own: ownCommunes(me), places };
}

const sentences = {
  deviceId: 'Ghi mã dán trên máy: 4 đến 32 chữ in hoa, số và gạch ngang, ví dụ LOG-0001.',
  model: 'Ghi loại máy, ví dụ: nhiệt kế tự ghi, pin 2 năm.',
  commune: 'Chọn xã, phường dùng máy này.',
  device: 'Ghi mã dán trên máy cần thu hồi.',
  reason: 'Ghi lý do, từ 3 đến 200 chữ.',
};

const register = async ({ call }: Visitor, form: FormData) => {
  const body = check(registerDevice.body!, {
    deviceId: text(form, 'deviceId').toUpperCase(),
    model: text(form, 'model'),
    commune: text(form, 'commune'),
  });
  return { registered: await call(registerDevice, { body }) };
};

const revoke = async ({ call }: Visitor, form: FormData) => {
  const params = check(revokeDevice.params!, { deviceId: text(form, 'device').toUpperCase() });
  await call(revokeDevice, { params, body: check(revokeDevice.body!, { reason: text(form, 'reason') }) });
  return { revoked: params.deviceId };
};

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  if (go !== 'dang-ky' && go !== 'thu-hoi') return notFound(context);
  // The key is in this very answer and nowhere else: no redirect, no page that could be opened again.
  return attempt(form, async () => data(await (go === 'dang-ky' ? register(who, form) : revoke(who, form))), {
    sentences,
    fieldOf: (field) => (go === 'thu-hoi' && field === 'deviceId' ? 'device' : field),
  });
}

const Registered = ({ deviceId, deviceKey }: { deviceId: string; deviceKey: string }) => (
  <Note tone="good">
    <h2>Đã đăng ký nhiệt kế {deviceId}</h2>
    <p>Khoá của máy, chỉ hiện một lần này. Chép vào máy ngay, đừng gửi qua tin nhắn:</p>
    <p className="my-2 rounded border-2 border-[var(--color-leaf)] bg-white p-3">
      <code className="break-all" data-device-key="">
        {deviceKey}
      </code>
    </p>
    <p>Nếu để mất khoá, hãy thu hồi máy này rồi đăng ký lại bằng mã khác.</p>
  </Note>
);

const Where = ({ own, places, refusal }: { own: string[]; places: Place[]; refusal: Refusal | undefined }) => {
  const [only] = own;
  if (places.length === 0 && own.length === 1 && only) return <Hidden name="commune" value={only} />;
  if (places.length === 0 && own.length === 0) {
    return (
      <Field name="commune" label="Mã xã, phường (5 chữ số)" inputMode="numeric" maxLength={5} refusal={refusal} />
    );
  }
  const options = places.length > 0 ? places : own.map((code) => ({ value: code, word: code }));
  return (
    <Select name="commune" label="Dùng ở xã, phường" options={options} empty="Chọn xã, phường" refusal={refusal} />
  );
};

export default function Devices({ loaderData: { own, places }, actionData }: Route.ComponentProps) {
  const refusal = actionData && 'code' in actionData ? actionData : undefined;
  const registered = actionData && 'registered' in actionData ? actionData.registered : undefined;
  const revoked = actionData && 'revoked' in actionData ? actionData.revoked : undefined;
  const wrongNew = ofForm(refusal, 'dang-ky');
  const wrongOld = ofForm(refusal, 'thu-hoi');
  return (
    <Page title="Nhiệt kế" narrow hidden refused={Boolean(refusal)}>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Nhiệt kế</h1>
      <ErrorSummary refusal={refusal} />
      {registered && <Registered deviceId={registered.deviceId} deviceKey={registered.key} />}
      {revoked && <Note tone="good">Đã thu hồi nhiệt kế {revoked}. Số liệu máy này gửi từ nay không được nhận.</Note>}
      <section className="panel no-print grid gap-3">
        <h2>Đăng ký máy mới</h2>
        <Form action="/nhiet-ke">
          <Field
            name="deviceId"
            label="Mã máy"
            hint="Dán trên máy: chữ in hoa, số và gạch ngang, ví dụ LOG-0001."
            autoComplete="off"
            maxLength={32}
            refusal={wrongNew}
          />
          <Field name="model" label="Loại máy" autoComplete="off" maxLength={80} refusal={wrongNew} />
          <Where own={own} places={places} refusal={wrongNew} />
          <div>
            <Submit name="go" value="dang-ky">
              Đăng ký nhiệt kế
            </Submit>
          </div>
        </Form>
      </section>
      <details className="no-print" open={Boolean(wrongOld)}>
        <summary className="chip">Thu hồi một máy</summary>
        <div className="panel mt-3">
          <Form action="/nhiet-ke">
            <p>Dùng khi máy mất, hỏng hay lộ khoá. Số liệu đã nhận vẫn được giữ.</p>
            <Field name="device" label="Mã máy cần thu hồi" autoComplete="off" maxLength={32} refusal={wrongOld} />
            <Field name="reason" label="Lý do" maxLength={200} refusal={wrongOld} />
            <div>
              <Submit kind="warn" name="go" value="thu-hoi">
                Thu hồi
              </Submit>
            </div>
          </Form>
        </div>
      </details>
    </Page>
  );
}
