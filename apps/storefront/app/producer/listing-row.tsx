import type { MyListing } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { Badge, Hidden, Picture, Price, Submit } from '@chophien/ui';
import { todosOf } from '../listing/edited.ts';
import { mayRelist, toldEdit, toldState } from './listing-state.ts';

interface Props {
  listing: MyListing;
  /** Ids under which each button does its act once. */
  once: readonly string[];
}

/** One of mine: where it stands, what is left, and what one tap does. */
export const ListingRow = ({ listing, once }: Props) => {
  const { id, name, unit, price, available, held, kind } = listing;
  const state = toldState(listing);
  const edit = toldEdit(listing);
  const todos = todosOf(listing);
  const here = `/ban-hang/san-pham/${id}`;
  return (
    <li
      className="panel grid gap-3"
      data-known={name}
      data-about={`${state.word}. Còn ${formatQuantity(available, unit)}.`}
    >
      <div className="grid grid-cols-[6rem_1fr] gap-3">
        <div className="rounded-lg overflow-clip self-start">
          <Picture picture={listing.picture} alt={name} sizes="7rem" />
        </div>
        <div className="grid gap-1 content-start">
          <h2 className="break-words">
            <a href={here}>{name}</a>
          </h2>
          <Price dong={price} unit={unit} />
          <p className="flex flex-wrap gap-1">
            <Badge tone={state.tone}>{state.word}</Badge>
            {edit && <Badge tone={edit.tone}>{edit.word}</Badge>}
          </p>
          {(state.more ?? edit?.more) && <p className="field-hint">{state.more ?? edit?.more}</p>}
          <p>
            Còn {formatQuantity(available, unit)}
            {held > 0 && <>, đang giữ cho đơn {formatQuantity(held, unit)}</>}
          </p>
        </div>
      </div>
      {todos.length > 0 && (
        <div className="note note-warn">
          <b>Việc cần sửa</b>
          <ul className="list-disc pl-5">
            {todos.map((todo) => (
              <li key={todo}>{todo}</li>
            ))}
          </ul>
        </div>
      )}
      {listing.state === 'published' && kind === 'goods' && !mayRelist(listing) && (
        <Steps listing={listing} once={once} />
      )}
      <div className="flex flex-wrap gap-2">
        {todos.length > 0 ? (
          <form method="post" action={here} data-once="">
            <Submit name="go" value="sua">
              Sửa và gửi lại
            </Submit>
          </form>
        ) : (
          <a className="button" href={here}>
            Sửa
          </a>
        )}
        <Acts listing={listing} once={once} />
      </div>
    </li>
  );
};

/** Less and more, one step at a time. */
const Steps = ({ listing, once }: Props) => {
  const { id, unit, available, increment } = listing;
  const by = Math.max(1_000, increment);
  return (
    <div className="flex items-center gap-3">
      <Step id={id} once={once[0]!} go="bot" by={by} word="−" says={`Bớt ${formatQuantity(by, unit)}`} />
      <b>{formatQuantity(available, unit)}</b>
      <Step id={id} once={once[1]!} go="them" by={by} word="+" says={`Thêm ${formatQuantity(by, unit)}`} />
    </div>
  );
};

interface StepProps {
  id: string;
  once: string;
  go: string;
  by: number;
  word: string;
  says: string;
}

const Step = ({ id, once, go, by, word, says }: StepProps) => (
  <form method="post" action="/ban-hang/san-pham" data-once="">
    <Hidden name="id" value={id} />
    <Hidden name="once" value={once} />
    <Hidden name="by" value={by} />
    <button className="button min-w-14 text-xl" type="submit" name="go" value={go} aria-label={says}>
      {word}
    </button>
  </form>
);

const Acts = ({ listing, once }: Props) => {
  const { id, state, available, kind } = listing;
  const buttons = mayRelist(listing)
    ? [{ go: 'dang-lai', word: 'Đăng lại', kind: 'main' as const }]
    : state === 'published'
      ? [
          ...(available > 0 && kind === 'goods' ? [{ go: 'het-hang', word: 'Hết hàng', kind: 'plain' as const }] : []),
          { go: 'thoi-ban', word: 'Thôi bán', kind: 'warn' as const },
        ]
      : [{ go: 'thoi-ban', word: 'Rút lại', kind: 'warn' as const }];
  return (
    <>
      {buttons.map(({ go, word, kind: looks }) => (
        <form key={go} method="post" action="/ban-hang/san-pham" data-once="">
          <Hidden name="id" value={id} />
          <Hidden name="once" value={once[2]!} />
          <Submit kind={looks} name="go" value={go}>
            {word}
          </Submit>
        </form>
      ))}
    </>
  );
};
