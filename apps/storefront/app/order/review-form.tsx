import type { BuyerReview, OrderLineView } from '@chophien/contracts';
import { Choices, Form, Hidden, type Refusal, Submit, TextArea } from '@chophien/ui';
import { starsWord } from './stars.ts';

const states = { waiting: 'Đang chờ xem trước khi hiện', shown: 'Đã hiện ở trang món hàng', hidden: 'Không được hiện' };

/** What the buyer says of one thing she got: once. */
export const ReviewForm = ({
  line,
  review,
  next,
  refusal,
}: {
  line: Pick<OrderLineView, 'offer' | 'name'>;
  review: BuyerReview | undefined;
  /** The id of what she says now. */
  next: string;
  refusal: Refusal | undefined;
}) => {
  if (review) {
    return (
      <p>
        Bạn đánh giá {line.name}: <b>{starsWord(review.stars)}</b>. {states[review.state]}
        {review.reason && `: ${review.reason}`}.
        {review.reply && (
          <>
            <br />
            Người bán đáp: {review.reply}
          </>
        )}
      </p>
    );
  }
  const typed = refusal?.typed.offer === line.offer ? refusal : undefined;
  return (
    <details open={Boolean(typed)}>
      <summary className="chip">Đánh giá {line.name}</summary>
      <div className="mt-3">
        <Form>
          <Hidden name="go" value="danh-gia" />
          <Hidden name="offer" value={line.offer} />
          <Hidden name="review" value={next} />
          <Choices
            name={`stars-${line.offer}`}
            legend="Bạn thấy món này thế nào?"
            options={[5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), word: starsWord(stars) }))}
            refusal={typed}
          />
          <TextArea
            name={`words-${line.offer}`}
            label="Kể thêm (nếu muốn)"
            hint="Tên gọi của bạn hiện cùng lời này, sau khi cán bộ xem."
            rows={2}
            maxLength={1000}
            refusal={typed}
          />
          <Submit kind="plain">Gửi đánh giá</Submit>
        </Form>
      </div>
    </details>
  );
};
