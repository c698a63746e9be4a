import { listRules, type RuleVersion } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Crumbs, Empty, Note, Page, StateBadge, Table, whenDay } from '@chophien/ui';
import { needs } from '../official.ts';
import type { Route } from './+types/rules';
import { grouped, ruleStates, spanWords } from './rule-words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  await needs(context, 'rule.draft');
  const { items } = await context.get(visitor).read(listRules);
  return { rules: grouped(items), dropped: new URL(request.url).searchParams.get('xong') === 'bo' };
}

const columns = [
  {
    head: 'Áp dụng',
    cell: (version: RuleVersion) => (
      <a className="inline-block py-1 whitespace-nowrap" href={`/quy-dinh/${version.id}`}>
        {spanWords(version)}
      </a>
    ),
  },
  { head: 'Tình trạng', cell: ({ state }: RuleVersion) => <StateBadge state={ruleStates[state]} /> },
  { head: 'Căn cứ', cell: ({ legalRef }: RuleVersion) => legalRef },
  {
    head: 'Soạn',
    cell: ({ draftedBy, draftedAt }: RuleVersion) => `${draftedBy ?? 'Ban đầu'}, ${whenDay(draftedAt)}`,
  },
  {
    head: 'Duyệt',
    cell: ({ approvedBy, approvedAt }: RuleVersion) =>
      approvedAt ? `${approvedBy ?? 'Ban đầu'}, ${whenDay(approvedAt)}` : 'Chưa duyệt',
  },
];

export default function Rules({ loaderData: { rules, dropped } }: Route.ComponentProps) {
  const waiting = rules.flatMap(({ versions }) => versions.filter(({ mayApprove }) => mayApprove));
  return (
    <Page title="Quy định" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Quy định: hộ phải có gì để được bán</h1>
      <p>
        Mỗi yêu cầu có ngày áp dụng và căn cứ pháp lý. Một người soạn, người khác duyệt; bản cũ không sửa, chỉ có bản
        mới thay từ một ngày.
      </p>
      {dropped && <Note tone="good">Đã bỏ bản soạn.</Note>}
      {waiting.length > 0 && (
        <Note tone="warn">
          <h2>Chờ bạn duyệt</h2>
          <ul>
            {waiting.map((version) => (
              <li key={version.id}>
                <a className="inline-block py-2" href={`/quy-dinh/${version.id}`}>
                  {version.title}, {spanWords(version)}
                </a>{' '}
                do {version.draftedBy ?? 'đồng nghiệp'} soạn
              </li>
            ))}
          </ul>
        </Note>
      )}
      <form action="/quy-dinh/soan" className="no-print">
        <button className="button" type="submit">
          Soạn yêu cầu mới
        </button>
      </form>
      {rules.length === 0 && (
        <Empty title="Chưa có quy định nào">Soạn yêu cầu đầu tiên, rồi nhờ người khác duyệt.</Empty>
      )}
      {rules.map(({ rule, title, versions }) => (
        <section key={rule} className="panel grid gap-3" aria-labelledby={`quy-dinh-${rule}`}>
          <h2 id={`quy-dinh-${rule}`}>{title}</h2>
          <Table
            caption={<span className="sr-only">Các bản của {title}</span>}
            columns={columns}
            rows={versions}
            idOf={({ id }) => id}
            stack
          />
          <p className="no-print">
            <a className="inline-block py-2" href={`/quy-dinh/soan?tu=${versions[0]!.id}`}>
              Soạn bản mới<span className="sr-only"> của {title}</span>
            </a>
          </p>
        </section>
      ))}
    </Page>
  );
}
