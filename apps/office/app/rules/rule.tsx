import { type AnswerOf, approveRule, dropRule, listRules, previewRule, Problem } from '@chophien/contracts';
import { notFound, text, type Visitor, visitor } from '@chophien/site';
import { type Column, Crumbs, ErrorSummary, Hidden, Note, Page, StateBadge, Submit, Table, when } from '@chophien/ui';
import { requirementStates } from '../applications/status-words.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import type { Route } from './+types/rule';
import { bodyLines, notApprovable, ruleStates, spanWords } from './rule-words.ts';
import { scopeLines } from './scope.ts';

type Preview = AnswerOf<typeof previewRule>;

/** What a draft would change; a draft that cannot be tried now can still be read. */
const tried = async ({ call }: Visitor, id: string): Promise<Preview | undefined> => {
  try {
    return await call(previewRule, { params: { id } });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
};

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  await needs(context, 'rule.draft');
  const who = context.get(visitor);
  const version = (await who.read(listRules)).items.find((each) => each.id === id);
  if (!version) return notFound(context);
  const isDraft = version.state === 'draft';
  return {
    version,
    scope: await scopeLines(who, version),
    preview: isDraft ? await tried(who, id) : undefined,
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const go = text(form, 'go');
  if (go !== 'duyet' && go !== 'bo') return notFound(context);
  return decide(who, `/quy-dinh/${id}`, form, async () => {
    await who.call(go === 'duyet' ? approveRule : dropRule, { params: { id } });
    return go === 'duyet' ? `/quy-dinh/${id}?xong=duyet` : '/quy-dinh?xong=bo';
  });
}

const stateWord = (state: string): string =>
  Object.hasOwn(requirementStates, state) ? requirementStates[state as keyof typeof requirementStates].word : state;

const exampleColumns: Column<Preview['examples'][number]>[] = [
  { head: 'Hồ sơ', cell: ({ id, name }) => <a href={`/ho-so/${id}`}>{name}</a> },
  { head: 'Xã, phường', cell: ({ commune }) => commune },
  { head: 'Theo bản đang dùng', cell: ({ before }) => stateWord(before) },
  { head: 'Theo bản soạn này', cell: ({ after }) => stateWord(after) },
];

const Tried = ({ preview }: { preview: Preview }) => (
  <section className="panel grid gap-3">
    <h2>Thử trên {preview.cases} hồ sơ đang có</h2>
    <dl className="facts">
      <dt>Sẽ thiếu thêm</dt>
      <dd>
        <b>{preview.newlyMissing}</b> hồ sơ
      </dd>
      <dt>Sẽ được coi là đạt</dt>
      <dd>
        <b>{preview.newlyMet}</b> hồ sơ
      </dd>
      <dt>Không đổi</dt>
      <dd>{preview.unchanged} hồ sơ</dd>
    </dl>
    {preview.examples.length > 0 && (
      <Table caption="Ví dụ" rows={preview.examples} idOf={({ id }) => id} stack columns={exampleColumns} />
    )}
  </section>
);

const told: Record<string, string> = {
  soan: 'Đã lưu bản soạn. Bản này chưa áp dụng: cần một cán bộ tỉnh khác duyệt.',
  duyet: 'Đã duyệt. Bản này có hiệu lực từ ngày ghi dưới đây.',
};

export default function Rule({ loaderData: { version, scope, preview, done }, actionData }: Route.ComponentProps) {
  const { id, rule, title, state, legalRef, draftedBy, draftedAt, approvedBy, approvedAt, mayApprove } = version;
  const isDraft = state === 'draft';
  const why = notApprovable(version);
  return (
    <Page title={title} hidden refused={Boolean(actionData)}>
      <Crumbs
        links={[
          { href: '/', word: 'Tổng quan' },
          { href: '/quy-dinh', word: 'Quy định' },
        ]}
      />
      <h1>{title}</h1>
      <ErrorSummary refusal={actionData} />
      {Object.hasOwn(told, done) && !actionData && <Note tone="good">{told[done]}</Note>}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge state={ruleStates[state]} />
        <span>Áp dụng {spanWords(version)}</span>
      </p>
      <section className="panel">
        <dl className="facts">
          {[...bodyLines(version), ...scope].map(({ word, value }) => (
            <div key={word} className="contents">
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>Căn cứ pháp lý</dt>
          <dd>{legalRef}</dd>
          <dt>Mã quy định</dt>
          <dd>{rule}</dd>
          <dt>Soạn</dt>
          <dd>
            {draftedBy ?? 'Có từ đầu'}, {when(draftedAt)}
          </dd>
          <dt>Duyệt</dt>
          <dd>{approvedAt ? `${approvedBy ?? 'Có từ đầu'}, ${when(approvedAt)}` : 'Chưa duyệt'}</dd>
        </dl>
      </section>
      {preview && <Tried preview={preview} />}
      {isDraft && !preview && (
        <Note tone="warn">Chưa thử được trên các hồ sơ đang có. Hãy tải lại trang sau ít phút.</Note>
      )}
      {isDraft && (
        <section className="no-print grid gap-3" aria-label="Việc làm được lúc này">
          {why && <Note>{why}</Note>}
          {mayApprove && (
            <p className="field-hint">
              Đã đọc căn cứ và kết quả thử ở trên thì duyệt. Bản đã duyệt không sửa được nữa; tên bạn được ghi lại.
              Trang có thể hỏi mã xác thực.
            </p>
          )}
          <div className="flex flex-wrap items-start gap-3">
            {mayApprove && (
              <form method="post" action={`/quy-dinh/${id}`}>
                <Hidden name="go" value="duyet" />
                <Submit>Duyệt quy định</Submit>
              </form>
            )}
            <a className="button" href={`/quy-dinh/soan?id=${id}`}>
              Sửa bản soạn
            </a>
            <details>
              <summary className="chip">Bỏ bản soạn…</summary>
              <form method="post" action={`/quy-dinh/${id}`} className="panel mt-3 grid gap-3">
                <Hidden name="go" value="bo" />
                <p>Bản soạn không còn trong danh sách chờ duyệt. Các bản khác không đổi.</p>
                <div>
                  <Submit kind="warn">Bỏ bản soạn này</Submit>
                </div>
              </form>
            </details>
          </div>
        </section>
      )}
      {!isDraft && (
        <p className="no-print">
          <a className="inline-block py-2" href={`/quy-dinh/soan?tu=${id}`}>
            Soạn bản mới từ bản này
          </a>
        </p>
      )}
    </Page>
  );
}
