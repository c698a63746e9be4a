import type { ListingReviews as Data } from '@chophien/contracts';
import { whenDay } from '@chophien/ui';
import { starsWord } from '../order/stars.ts';

/** What those said who got it. */
export const ListingReviews = ({ reviews: { count, average, items } }: { reviews: Data }) =>
  count === 0 || average === null ? null : (
    <section className="grid gap-3" id="danh-gia">
      <h2>Người đã mua nói</h2>
      <p>
        <b>{(average / 10).toFixed(1).replace('.', ',')} trên 5 sao</b>, {count} đánh giá.
      </p>
      <ul className="grid gap-3">
        {items.map((review) => (
          <li key={review.id}>
            <b>{review.author}</b>, {whenDay(review.at)}: {starsWord(review.stars)}
            <br />
            <span className="whitespace-pre-line">{review.words}</span>
            {review.reply && (
              <>
                <br />
                <span className="field-hint">Người bán đáp: {review.reply}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
