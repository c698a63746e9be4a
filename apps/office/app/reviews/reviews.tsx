import { type BuyerReview, decideReview, listBuyerReviews } from '@chophien/contracts';
import { check, notFound, pageIn, text, visitor } from '@chophien/site';
import {
  Crumbs,
  Empty,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  Pager,
  type Refusal,
  Submit,
  when,
  withQuery,
} from '@chophien/ui';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { Tabs } from '../queue-parts.tsx';
import type { Route } from './+types/reviews';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'listing.review');
  const { searchParams } = new URL(request.url);
  const show = searchParams.get('muc') === 'tat-ca' ? ('all' as const) : ('waiting' as const);
  const page = pageIn(searchParams);
  const found = await context.get(visitor).read(listBuyerReviews, { query: { show, page } });
  return { show, found, done: searchParams.has('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const form = await request.formData();
  const id = text(form, 'review');
  if (!isId(id)) return notFound(context);
  const field = `reason-${id}`;
  const act = async () => {
    const shown = text(form, 'go') === 'hien';
    const body = shown ? { show: true } : { show: false, reason: text(form, field) };
    await who.call(decideReview, { params: { id }, body: check(decideReview.body!, body) });
    return '/danh-gia?xong=1';
  };
  const fieldOf = (): string => field;
  return decide(who, '/danh-gia', form, act, { sentences: { [field]: 'Ghi lý do không hiện, từ 5 chữ.' }, fieldOf });
}

const words = { waiting: 'Chờ xem', shown: 'Đang hiện', hidden: 'Không hiện' };
const tabs = [
  { key: 'waiting', muc: undefined, word: 'Chờ xem' },
  { key: 'all', muc: 'tat-ca', word: 'Tất cả' },
] as const;

const One = ({ review, refusal }: { review: BuyerReview; refusal: Refusal | undefined }) => (
  <li className="panel grid gap-3">
    <p>
      <b>{review.name}</b> của {review.producer}: {review.stars} sao. {words[review.state]}
      {review.reason && `: ${review.reason}`}
      <br />
      <small>
        {review.author}, {when(review.at)}
      </small>
    </p>
    {review.words && <p className="whitespace-pre-line">{review.words}</p>}
    {review.reply && <p>Người bán đáp: {review.reply}</p>}
    {review.state !== 'shown' && (
      <Form action="/danh-gia">
        <Hidden name="review" value={review.id} />
        <Hidden name="go" value="hien" />
        <div>
          <Submit>Cho hiện</Submit>
        </div>
      </Form>
    )}
    {review.state !== 'hidden' && (
      <Form action="/danh-gia">
        <Hidden name="review" value={review.id} />
        <Hidden name="go" value="an" />
        <Field name={`reason-${review.id}`} label="Lý do không hiện" maxLength={300} refusal={refusal} />
        <div>
          <Submit kind="warn">Không cho hiện</Submit>
        </div>
      </Form>
    )}
  </li>
);

export default function Reviews({ loaderData: { show, found, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Người mua đánh giá" hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/mon-hang', word: 'Món hàng' }]} />
      <h1>Người mua đánh giá</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã ghi.</Note>}
      <Tabs
        label="Đánh giá theo tình trạng"
        open={show}
        tabs={tabs.map(({ key, muc, word }) => ({ key, word, href: withQuery('/danh-gia', {}, { muc }) }))}
      />
      {found.items.length === 0 && <Empty title="Không có lời nào chờ xem" />}
      <ul className="grid gap-4">
        {found.items.map((review) => (
          <One key={review.id} review={review} refusal={actionData} />
        ))}
      </ul>
      <Pager
        page={found.page}
        more={found.page < found.pages}
        href={(page) => withQuery('/danh-gia', { muc: show === 'all' ? 'tat-ca' : undefined }, { trang: page })}
      />
    </Page>
  );
}
