import { type PaperView, paperKinds } from '@chophien/contracts';
import { text } from '@chophien/site';
import { Crumbs, Empty, Note, Page, StateBadge, whenDay } from '@chophien/ui';
import type { Route } from './+types/papers';
import { addPath, ownPapers, papersPath } from './own-papers.ts';
import { inOrder, needsAnother, paperState, untilWords } from './paper-words.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { producer, papers } = await ownPapers({ context, params });
  return { producer, papers: inOrder(papers), done: text(new URL(request.url).searchParams, 'xong') };
}

const doneWords: Record<string, string> = {
  gui: 'Đã gửi. Cán bộ xã xem rồi nhắn cho bạn.',
  'lay-lai': 'Đã lấy lại giấy; ảnh đã bị xoá.',
};

const Paper = ({ paper, papers }: { paper: PaperView; papers: PaperView[] }) => {
  const until = untilWords(paper);
  return (
    <li className="panel grid gap-2">
      <p className="flex flex-wrap items-start justify-between gap-2">
        <a className="inline-block py-2 font-bold" href={papersPath(paper.producer, paper.id)}>
          {paperKinds[paper.kind]}
        </a>
        <StateBadge state={paperState(paper)} />
      </p>
      {paper.state === 'refused' && paper.reason && (
        <p>
          <b>Cán bộ ghi:</b> {paper.reason}
        </p>
      )}
      {until && <p className={paper.daysLeft !== null && paper.daysLeft <= 60 ? 'font-bold' : undefined}>{until}</p>}
      <p className="field-hint">
        {paper.number && `Số ${paper.number} · `}Gửi ngày {whenDay(paper.handedInAt)}
      </p>
      {needsAnother(paper, papers) && (
        <p>
          <a className="button w-full" href={addPath(paper.producer, { kind: paper.kind, thay: paper.id })}>
            Gửi giấy mới thay giấy này
          </a>
        </p>
      )}
    </li>
  );
};

export default function Papers({ loaderData: { producer, papers, done } }: Route.ComponentProps) {
  return (
    <Page title="Giấy tờ của tôi" narrow hidden>
      <Crumbs links={[{ href: '/ban-hang', word: 'Trang bán hàng' }]} />
      <h1>Giấy tờ của tôi</h1>
      {doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      {papers.length === 0 ? (
        <Empty title="Chưa có giấy tờ nào">
          Chụp giấy bằng điện thoại là gửi được. Chỉ người nhà và cán bộ kiểm tra xem được.
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} papers={papers} />
          ))}
        </ul>
      )}
      <p>
        <a className="button button-main w-full" href={addPath(producer, {})}>
          Thêm giấy tờ
        </a>
      </p>
      <p className="field-hint">
        Giấy được cất khoá kín. Trước khi giấy hết hạn 60, 30 và 7 ngày, Chợ Phiên nhắn cho bạn.
      </p>
    </Page>
  );
}
