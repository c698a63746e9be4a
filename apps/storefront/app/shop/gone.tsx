import type { AnswerOf, gonePage } from '@chophien/contracts';
import { Icon, ListingCards, Page } from '@chophien/ui';
import { categoryPath, stallPath } from './paths.ts';

/** In place of what is no longer sold: that it is not, and where there is more of its kind. */
export const Gone = ({ category, seasonOver, stall, similar }: AnswerOf<typeof gonePage>) => (
  <Page title={seasonOver ? 'Món này đã hết mùa' : 'Món này không còn bán'} hidden>
    <h1>{seasonOver ? 'Món này đã hết mùa' : 'Món này không còn bán'}</h1>
    <p>
      {seasonOver ? 'Người bán chưa báo ngày bán lại.' : 'Người bán đã cất món này.'} Đơn đã đặt trước đó vẫn được giao
      như thường.
    </p>
    <p className="flex flex-wrap gap-3">
      {stall && (
        <a className="button button-main" href={stallPath(stall)}>
          <Icon name="store" />
          Món khác của {stall.name}
        </a>
      )}
      <a className="button" href={categoryPath(category)}>
        Xem {category.name.toLowerCase()}
      </a>
    </p>
    {similar.length > 0 && (
      <section className="grid gap-3 mt-2">
        <h2>Món giống vậy đang bán</h2>
        <ListingCards listings={similar} lead />
      </section>
    )}
  </Page>
);
