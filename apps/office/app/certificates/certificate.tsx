import {
  decideCertificate,
  getCertificateReview,
  Id,
  listCertificateReviews,
  pictureAddress,
  widestOf,
} from '@chophien/contracts';
import { formatDay, vietnamDay } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  certificateName,
  certificateStates,
  Crumbs,
  ErrorSummary,
  Note,
  Page,
  StateBadge,
  WholePicture,
  whenDay,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { may, needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/certificate';
import { type Certificate, decisionWords, untilWords } from './certificate-words.ts';
import { DecideForms } from './decide-forms.tsx';

const pathOf = (id: string): string => `/chung-nhan/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const me = await needs(context, 'certificate.review');
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const [certificate, waiting] = await Promise.all([
    who.read(getCertificateReview, { params: { id: id.data } }),
    who.read(listCertificateReviews, { query: {} }),
  ]);
  return {
    certificate,
    today: vietnamDay(new Date()),
    next: waiting.items.find((one) => one.id !== id.data)?.id ?? null,
    file: may(me, 'application.decide'),
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(id.data))),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const form = await request.formData();
  return decide(
    who,
    pathOf(id.data),
    form,
    async () => {
      const decision = text(form, 'go');
      const reason = decision === 'verified' ? {} : { reason: text(form, 'reason') };
      const body = check(decideCertificate.body!, { decision, ...reason });
      await who.call(decideCertificate, { params: { id: id.data }, body });
      const next = Id.safeParse(text(form, 'tiep'));
      return `${next.success ? pathOf(next.data) : '/chung-nhan'}?xong=${decision}`;
    },
    { sentences: { reason: 'Ghi vì sao, từ 3 đến 300 chữ. Hộ đọc được câu này.' } },
  );
}

const Facts = ({ certificate, today, file }: { certificate: Certificate; today: string; file: boolean }) => {
  const { producer, commune, number, issuer, stars, issuedOn, legalReference, listings, declaredAt } = certificate;
  return (
    <dl className="facts">
      <dt>Của</dt>
      <dd>
        {file ? <a href={`/ho-so/${producer.id}`}>{producer.name}</a> : producer.name}, {commune.name},{' '}
        {commune.province}
      </dd>
      {stars !== null && (
        <>
          <dt>Số sao</dt>
          <dd>{stars}</dd>
        </>
      )}
      <dt>Số</dt>
      <dd>{number}</dd>
      <dt>Nơi cấp</dt>
      <dd>{issuer}</dd>
      <dt>Ngày cấp</dt>
      <dd>{formatDay(issuedOn)}</dd>
      <dt>Hạn</dt>
      <dd>
        {untilWords(certificate, today)}
        {legalReference && <span className="block text-muted">Tính theo {legalReference}</span>}
      </dd>
      <dt>Món hàng</dt>
      <dd>
        {listings.length === 0 && 'Hộ chưa chọn món nào'}
        {listings.map(({ id, name }) => (
          <a key={id} className="block py-1" href={`/mon-hang/${id}`}>
            {name}
          </a>
        ))}
      </dd>
      <dt>Khai ngày</dt>
      <dd>{whenDay(declaredAt)}</dd>
    </dl>
  );
};

export default function OneCertificate({ loaderData, actionData }: Route.ComponentProps) {
  const { certificate, today, next, file, done, kept } = loaderData;
  const { state, picture, reason, decidedAt, may: can } = certificate;
  const name = certificateName(certificate);
  return (
    <Page title={name} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/chung-nhan', word: 'Giấy chứng nhận' }]} />
      <h1>{name}</h1>
      {done && decisionWords[done] && <Note tone="good">{decisionWords[done]} Đây là giấy tiếp theo.</Note>}
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge state={certificateStates[state]} />
        {decidedAt && <span>Kết luận ngày {whenDay(decidedAt)}</span>}
        {next && (
          <a className="no-print inline-block py-2" href={pathOf(next)}>
            Để sau, xem giấy tiếp theo ›
          </a>
        )}
      </p>
      {reason && (
        <p>
          <b>Lý do:</b> {reason}
        </p>
      )}
      <ErrorSummary refusal={actionData} />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <section className="panel grid content-start gap-2">
          <h2>Ảnh giấy</h2>
          <WholePicture picture={picture} alt={`Ảnh giấy ${name}`} />
          {picture && (
            <a className="inline-block py-2" href={pictureAddress(picture, widestOf(picture, 1_280), 'jpg')}>
              Mở ảnh lớn
            </a>
          )}
        </section>
        <div className="grid content-start gap-4">
          <section className="panel">
            <h2>Hộ khai</h2>
            <Facts certificate={certificate} today={today} file={file} />
          </section>
          {can.length > 0 && <DecideForms certificate={certificate} next={next} refusal={actionData ?? kept} />}
        </div>
      </div>
    </Page>
  );
}
