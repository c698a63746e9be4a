import { randomUUID } from 'node:crypto';
import {
  AmendApplication,
  formerAmendApplication,
  getCommune,
  getMe,
  formerListMyApplications,
  renameMe,
  SubmitApplication,
  searchCommunes,
  formerSubmitApplication,
} from '@chophien/contracts';
import { check, optional, text, texts, visitor } from '@chophien/site';
import { ErrorSummary, Page } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { CommuneSearch } from '../commune-search.tsx';
import { commodities } from '../reference.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/apply';
import { ApplicationList } from './application-list.tsx';
import { ApplyForm } from './apply-form.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { read } = context.get(visitor);
  const { searchParams } = new URL(request.url);
  const [{ items: applications }, me, crops] = await Promise.all([
    read(formerListMyApplications),
    read(getMe),
    commodities(read),
  ]);
  const returned = applications.find(({ state }) => state === 'returned');
  const waiting = applications.some(({ state }) => state === 'submitted');
  const words = text(searchParams, 'tim').slice(0, 100).trim();
  const code =
    /^\d{5}$/.exec(text(searchParams, 'xa'))?.[0] ??
    (words || searchParams.has('doi') ? undefined : returned?.commune.code);
  const [found, commune] = await Promise.all([
    words ? read(searchCommunes, { query: { q: words, limit: 20 } }) : undefined,
    code ? read(getCommune, { params: { code } }) : undefined,
  ]);
  return {
    id: randomUUID() as string,
    applications,
    returned,
    waiting,
    words,
    found: found?.items,
    commune,
    crops: crops.map(({ id, name }) => ({ id, name })),
    myName: me.name ?? '',
    /** Wants another stall beside the one there is. */
    another: searchParams.has('doi') || words !== '' || commune !== undefined,
    sent: searchParams.has('xong'),
  };
}

const sentences = {
  applicant: 'Ghi họ tên của bạn.',
  kind: 'Chọn hộ gia đình hoặc hợp tác xã.',
  name: 'Ghi tên gian hàng, từ 2 đến 80 chữ.',
  commune: 'Hãy tìm và chọn xã, phường.',
  subArea: 'Tên thôn, bản nhiều nhất 80 chữ.',
  address: 'Địa chỉ nhiều nhất 200 chữ.',
  crops: 'Chọn ít nhất một loại hàng, nhiều nhất 12.',
  note: 'Lời nhắn nhiều nhất 500 chữ.',
  consent: 'Cần đồng ý với quy chế thì mới gửi được.',
};

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const id = text(form, 'id');
      const fields = {
        kind: text(form, 'kind'),
        name: text(form, 'name'),
        commune: text(form, 'commune'),
        subArea: optional(form, 'subArea'),
        address: optional(form, 'address'),
        crops: texts(form, 'crops'),
        note: optional(form, 'note'),
      };
      if (text(form, 'amend')) {
        await call(formerAmendApplication, { params: { id }, body: check(AmendApplication, fields) });
      } else {
        const body = check(SubmitApplication, { id, ...fields, consent: text(form, 'consent') === '1' });
        const applicant = text(form, 'applicant');
        if (applicant) await call(renameMe, { body: { name: applicant } });
        await call(formerSubmitApplication, { body });
      }
      return redirect('/dang-ky-ban?xong=1');
    },
    sentences,
  );
}

export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
  const { applications, returned, waiting, words, found, commune, another, sent } = loaderData;
  const canApply = returned !== undefined || (!waiting && (applications.length === 0 || another));
  return (
    <Page title="Đăng ký bán hàng" narrow hidden refused={Boolean(actionData)}>
      <h1>{returned ? 'Bổ sung hồ sơ' : 'Đăng ký bán hàng'}</h1>
      <ErrorSummary refusal={actionData} />
      <ApplicationList applications={applications} sent={sent} />
      {canApply && !commune && (
        <>
          {applications.length === 0 && (
            <p>
              Cán bộ xã xem hồ sơ rồi duyệt, hoặc báo chỗ cần bổ sung. Trong lúc chờ bạn vẫn soạn món hàng trước được.
              Trước hết: gian hàng ở xã, phường nào?
            </p>
          )}
          <CommuneSearch words={words} found={found} leadsTo="/dang-ky-ban" />
        </>
      )}
      {canApply && commune && <ApplyForm {...loaderData} commune={commune} refusal={actionData} />}
      {!canApply && (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a className="button button-main" href="/ban-hang">
            Về trang bán hàng
          </a>
          {!waiting && <a href="/dang-ky-ban?doi=1">Đăng ký thêm một gian hàng</a>}
        </p>
      )}
      <Enhance />
    </Page>
  );
}
