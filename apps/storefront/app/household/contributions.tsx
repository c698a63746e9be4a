import { type ContributionsView, gradeWords, listContributions } from '@chophien/contracts';
import { formatQuantity } from '@chophien/kernel';
import { visitor } from '@chophien/site';
import { Empty, Page, Table, when } from '@chophien/ui';
import type { Route } from './+types/contributions';
import { NoHousehold, ownHouseholds, WhichHousehold } from './own-households.tsx';

const PATH = '/ban-hang/gop-hang';

export async function loader({ context, request }: Route.LoaderArgs) {
  const who = context.get(visitor);
  const found = await ownHouseholds(who, request);
  const { chosen } = found;
  const contributions = chosen ? await who.read(listContributions, { params: { producer: chosen.id } }) : undefined;
  return { ...found, contributions };
}

export default function Contributions({ loaderData: { all, chosen, contributions } }: Route.ComponentProps) {
  return (
    <Page title="Hàng đã góp cho hợp tác xã" narrow hidden>
      <h1>Hàng đã góp cho hợp tác xã</h1>
      {!chosen && <NoHousehold />}
      {chosen && contributions && (
        <>
          <WhichHousehold all={all} chosen={chosen} path={PATH} />
          {contributions.items.length === 0 ? (
            <Empty title="Chưa góp lần nào">
              Hợp tác xã, tổ hợp tác nhận hàng của hộ lần nào, lần đó hiện ở đây và có tin báo.
            </Empty>
          ) : (
            <Given {...contributions} />
          )}
          <p>
            <a className="inline-block py-3" href={`/ban-hang/ho?ho=${chosen.id}`}>
              Về {chosen.name}
            </a>
          </p>
        </>
      )}
    </Page>
  );
}

const Given = ({ items, sums }: ContributionsView) => (
  <>
    {sums.length > 0 && (
      <section className="panel">
        <Table
          caption="Tổng đã góp"
          rows={sums}
          idOf={({ listing, grade }) => `${listing} ${grade}`}
          columns={[
            {
              head: 'Món',
              cell: ({ name, cooperative }) => (
                <>
                  {name}
                  <br />
                  <small>{cooperative}</small>
                </>
              ),
            },
            { head: 'Loại', cell: ({ grade }) => gradeWords[grade] },
            { head: 'Tổng', number: true, cell: ({ quantity, unit }) => formatQuantity(quantity, unit) },
          ]}
        />
      </section>
    )}
    <section className="grid gap-3">
      <h2>Từng lần</h2>
      <ul className="grid gap-3">
        {items.map(({ id, name, unit, cooperative, grade, quantity, note, at, undone }) => (
          <li key={id} className="panel grid gap-1">
            <p>
              {undone ? <s>{formatQuantity(quantity, unit)}</s> : <b>{formatQuantity(quantity, unit)}</b>} {name},{' '}
              {gradeWords[grade].toLowerCase()}
            </p>
            <p className="field-hint">
              {cooperative} nhận lúc {when(at)}
              {note && `. ${note}`}
            </p>
            {undone && (
              <p>
                Đã bỏ lúc {when(undone.at)}: {undone.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="field-hint">Số cân hay loại không đúng? Báo ngay cho người nhận hàng của hợp tác xã.</p>
    </section>
  </>
);
