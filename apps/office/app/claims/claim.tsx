import { decideClaim, getOrderClaim, type OrderClaim } from '@chophien/contracts';
import { formatDong, parseDong } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Note,
  Page,
  type Refusal,
  StateBadge,
  Submit,
  TextArea,
  when,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/claim';
import { claimKinds, claimStates } from './claim-words.ts';

const pathOf = (id: string): string => `/khieu-nai/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'claim.decide');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  return {
    claim: await who.read(getOrderClaim, { params: { id: params.id } }),
    done: new URL(request.url).searchParams.has('xong'),
    now: new Date().toISOString(),
    kept: asTyped(unfinished(who, pathOf(params.id))),
  };
}

const sentences = {
  amount: 'Ghi số tiền hoàn bằng số, 0 nếu không hoàn.',
  reason: 'Ghi rõ lý do, từ 10 đến 500 chữ: người mua và người bán đều đọc.',
};

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const act = async () => {
    const body = { amount: parseDong(text(form, 'amount')), reason: text(form, 'reason') };
    await who.call(decideClaim, { params: { id }, body: check(decideClaim.body!, body) });
    return `${pathOf(id)}?xong=1`;
  };
  return decide(who, pathOf(id), form, act, { sentences });
}

const Facts = ({ claim }: { claim: OrderClaim }) => (
  <dl className="facts">
    <dt>Báo</dt>
    <dd>
      <b>{claimKinds[claim.kind]}</b>, lúc {when(claim.openedAt)}
    </dd>
    <dt>Người bán</dt>
    <dd>{claim.producer.name}</dd>
    <dt>Kiện</dt>
    <dd>{claim.parcelCode}</dd>
    <dt>Hoàn nhiều nhất</dt>
    <dd>{formatDong(claim.most)}</dd>
    <dt>Lời người mua</dt>
    <dd className="whitespace-pre-line">{claim.words ?? '–'}</dd>
    <dt>Lời người bán</dt>
    <dd>{claim.answer ?? (claim.decidedAt ? '–' : `Chưa trả lời, hạn ${when(claim.answerBy)}`)}</dd>
  </dl>
);

const Photos = ({ claim }: { claim: OrderClaim }) =>
  claim.photos.length === 0 ? (
    <p>Người mua không gửi ảnh.</p>
  ) : (
    <ul className="flex flex-wrap gap-3">
      {claim.photos.map((photo, index) => (
        <li key={photo}>
          <a className="block" href={`${pathOf(claim.id)}/anh/${photo}`}>
            <img
              className="max-h-80 max-w-full"
              src={`${pathOf(claim.id)}/anh/${photo}`}
              alt={`Ảnh ${index + 1} của người mua`}
            />
          </a>
        </li>
      ))}
    </ul>
  );

const Deciding = ({ claim, refusal }: { claim: OrderClaim; refusal: Refusal | undefined }) => (
  <section className="panel no-print grid gap-4">
    <h2>Quyết định</h2>
    <Form action={pathOf(claim.id)}>
      <Field
        name="amount"
        label="Hoàn cho người mua"
        hint={`Từ 0 (không hoàn) đến ${formatDong(claim.most)}.`}
        inputMode="numeric"
        autoComplete="off"
        after="đồng"
        refusal={refusal}
      />
      <TextArea
        name="reason"
        label="Lý do"
        hint="Người mua và người bán đều đọc câu này."
        maxLength={500}
        refusal={refusal}
      />
      <div>
        <Submit>Ghi quyết định</Submit>
      </div>
    </Form>
  </section>
);

export default function Claim({ loaderData: { claim, done, now, kept }, actionData }: Route.ComponentProps) {
  const mayDecide = claim.state === 'answered' || (claim.state === 'open' && claim.answerBy <= now);
  return (
    <Page
      title={`Đơn ${claim.orderCode}: ${claimKinds[claim.kind].toLowerCase()}`}
      hidden
      refused={Boolean(actionData)}
    >
      <Crumbs links={[{ href: '/khieu-nai', word: 'Người mua báo hỏng, thiếu' }]} />
      <h1>
        Đơn {claim.orderCode}: {claimKinds[claim.kind].toLowerCase()}
      </h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã ghi. Người mua và người bán được báo.</Note>}
      <p>
        <StateBadge state={claimStates[claim.state]} />
      </p>
      {claim.decidedAt && (
        <Note tone="good">
          <p>
            {claim.outcome === 'refunded' ? `Hoàn ${formatDong(claim.amount ?? 0)}` : 'Không hoàn tiền'}, do{' '}
            {claim.decidedBy === 'official' ? 'cán bộ' : 'người bán'} quyết định lúc {when(claim.decidedAt)}.
          </p>
          {claim.reason && <p>{claim.reason}</p>}
        </Note>
      )}
      <Facts claim={claim} />
      <Photos claim={claim} />
      {!claim.decidedAt && !mayDecide && (
        <Note>
          Người bán còn hạn trả lời đến {when(claim.answerBy)}. Quá hạn hoặc khi họ trả lời, bạn quyết định ở đây.
        </Note>
      )}
      {mayDecide && <Deciding claim={claim} refusal={actionData ?? kept} />}
    </Page>
  );
}
