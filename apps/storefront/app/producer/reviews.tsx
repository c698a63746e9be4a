import { listMyReviews, replyToReview } from '@chophien/contracts';
import { check, text, visitor } from '@chophien/site';
import { Crumbs, Empty, ErrorSummary, Field, Form, Hidden, Note, Page, Pager, Submit, when } from '@chophien/ui';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import { starsWord } from '../order/stars.ts';
import { filtersIn } from '../shop/filters.ts';
import type { Route } from './+types/reviews';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const { page } = filtersIn(searchParams);
  const found = await context.get(visitor).read(listMyReviews, { query: { page } });
  return { ...found, done: searchParams.has('xong') };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = context.get(visitor);
  const form = await request.formData();
  const id = text(form, 'review');
  const field = `words-${id}`;
  return attempt(
    form,
    async () => {
      const body = check(replyToReview.body!, { words: text(form, field) });
      await call(replyToReview, { params: { id }, body });
      return redirect('/ban-hang/danh-gia?xong=1');
    },
    { [field]: 'Ghi lời đáp, nhiều nhất 500 chữ.' },
    (name) => (name === 'words' ? field : name),
  );
}

export default function Reviews({ loaderData: { items, page, pages, done }, actionData }: Route.ComponentProps) {
  return (
    <Page title="Người mua đánh giá" narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/ban-hang/don-hang', word: 'Đơn hàng' }]} />
      <h1>Người mua đánh giá</h1>
      <ErrorSummary refusal={actionData} />
      {done && !actionData && <Note tone="good">Đã gửi lời đáp.</Note>}
      {items.length === 0 && <Empty title="Chưa có đánh giá nào" />}
      <ul className="grid gap-4">
        {items.map((review) => (
          <li key={review.id} className="panel grid gap-3">
            <p>
              <b>{review.name}</b>: {starsWord(review.stars)}
              <br />
              <small>
                {review.author}, {when(review.at)}
                {review.state === 'waiting' && ', đang chờ cán bộ xem'}
              </small>
            </p>
            {review.words && <p className="whitespace-pre-line">{review.words}</p>}
            {review.reply ? (
              <p>Bạn đáp: {review.reply}</p>
            ) : (
              <Form>
                <Hidden name="review" value={review.id} />
                <Field
                  name={`words-${review.id}`}
                  label="Lời đáp, ai cũng đọc được"
                  maxLength={500}
                  refusal={actionData}
                />
                <Submit kind="plain">Gửi lời đáp</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Pager page={page} more={page < pages} href={(next) => `/ban-hang/danh-gia?trang=${next}`} />
    </Page>
  );
}
