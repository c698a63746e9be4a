import { setCertificateListings } from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { check, visitor } from '@chophien/site';
import {
  certificateName,
  certificateStates,
  Choices,
  Crumbs,
  ErrorSummary,
  Form,
  Page,
  StateBadge,
  Submit,
  WholePicture,
} from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/one';
import { isOpen, meaning, untilWords } from './certificate-words.ts';
import { certificatesPath, listingsOf, ownCertificate } from './own.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const certificate = await ownCertificate(context, params.id);
  const all = isOpen(certificate) ? await listingsOf(context.get(visitor)) : [];
  const listings = all.filter(({ producer }) => producer === certificate.producer.id);
  return { certificate, listings, today: vietnamDay(new Date()) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  return attempt(
    form,
    async () => {
      const listings = form.getAll('listings').filter((one) => one !== '');
      const body = check(setCertificateListings.body!, { listings });
      await context.get(visitor).call(setCertificateListings, { params: { id: params.id }, body });
      return redirect(`${certificatesPath()}?xong=mon`);
    },
    { listings: 'Chọn nhiều nhất 20 món.' },
  );
}

export default function OneCertificate({ loaderData, actionData }: Route.ComponentProps) {
  const { certificate, listings, today } = loaderData;
  const { kind, state, number, issuer, issuedOn, reason, legalReference } = certificate;
  const fixed = kind === 'ocop' && certificate.listings.length > 0;
  const name = certificateName(certificate);
  return (
    <Page title={name} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: certificatesPath(), word: 'Giấy chứng nhận' }]} />
      <h1>{name}</h1>
      <p>
        <StateBadge state={certificateStates[state]} />
      </p>
      <ErrorSummary refusal={actionData} />
      <p>{meaning[state]}</p>
      {reason && (
        <p>
          <b>Cán bộ ghi:</b> {reason}
        </p>
      )}
      <dl className="facts panel">
        <dt>Số</dt>
        <dd>{number}</dd>
        <dt>Nơi cấp</dt>
        <dd>{issuer}</dd>
        <dt>Ngày cấp</dt>
        <dd>{formatDay(issuedOn)}</dd>
        <dt>Hạn</dt>
        <dd>
          {untilWords(certificate, today) ?? 'Trên giấy không ghi hạn'}
          {legalReference && <span className="block field-hint">Theo {legalReference}</span>}
        </dd>
        <dt>Gian hàng</dt>
        <dd>{certificate.producer.name}</dd>
      </dl>
      <WholePicture picture={certificate.picture} alt={`Ảnh giấy ${name}`} />
      {fixed && (
        <p>
          Giấy OCOP cấp cho một món, giữ nguyên món ấy: <b>{certificate.listings.map((one) => one.name).join(', ')}</b>.
        </p>
      )}
      {!fixed && isOpen(certificate) && listings.length > 0 && (
        <section className="panel">
          <h2>Giấy nói về món nào?</h2>
          <Form>
            <Choices
              name="listings"
              legend={kind === 'ocop' ? 'Chọn một món' : 'Chọn các món'}
              hint={kind === 'ocop' ? 'Chọn rồi thì không đổi sang món khác được.' : undefined}
              several={kind !== 'ocop'}
              chosen={certificate.listings.map(({ id }) => id)}
              refusal={actionData}
              options={listings.map((one) => ({ value: one.id, word: one.name }))}
            />
            <Submit wide>Lưu</Submit>
          </Form>
        </section>
      )}
      {!fixed && isOpen(certificate) && listings.length === 0 && (
        <p>
          Chưa có món hàng nào. <a href="/ban-hang/dang-ban">Đăng bán món đầu tiên</a>
        </p>
      )}
    </Page>
  );
}
