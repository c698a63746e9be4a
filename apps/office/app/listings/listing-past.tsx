import { todoOf } from '@chophien/contracts';
import { formatDong, unitWord } from '@chophien/kernel';
import { Table, when } from '@chophien/ui';
import { answerWords, doers, fieldWords, type Review, steps } from './listing-words.ts';

/** What was asked for it before. */
export const Prices = ({ prices, unit }: { prices: Review['prices']; unit: string }) =>
  prices.length < 2 ? null : (
    <section className="panel">
      <Table
        caption="Giá đã đổi"
        columns={[
          { head: 'Từ lúc', cell: ({ at }) => when(at) },
          { head: 'Giá', cell: ({ price }) => `${formatDong(price)}/${unitWord(unit)}`, number: true },
        ]}
        rows={prices.slice(0, 10)}
        idOf={({ at, price }) => `${at} ${price}`}
      />
    </section>
  );

/** What happened to it, the latest first. */
export const History = ({ history }: { history: Review['history'] }) => (
  <section className="panel grid gap-2">
    <h2>Đã qua</h2>
    <ol className="grid gap-3">
      {history.map(({ at, what, by, name, changes, remarks }) => (
        <li key={`${at} ${what}`}>
          <p>
            <b>{steps[what]}</b> · {name ?? doers[by]}, {when(at)}
          </p>
          {changes.length > 0 && (
            <ul className="list-disc pl-5">
              {changes.map(({ field, from, to }) => (
                <li key={field}>
                  {fieldWords(field)}: {answerWords(field, from)} → {answerWords(field, to)}
                </li>
              ))}
            </ul>
          )}
          {remarks.length > 0 && (
            <ul className="list-disc pl-5">
              {remarks.map((remark) => (
                <li key={remark.reason}>{todoOf(remark)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  </section>
);
