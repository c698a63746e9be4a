import { paperKinds, taskIds } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { Crumbs, Page, producerKinds, Table, when } from '@chophien/ui';
import type { Route } from './+types/print';
import { untilWords } from './application-head.tsx';
import { historyWords, noteWords } from './history-words.ts';
import { remarkWord, taskWords } from './item-words.ts';
import { reviewed, saidOf } from './reviewed.ts';
import { dueWords, paperStates, requirementStates, statusWords } from './status-words.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  return { ...(await reviewed(context, params.id, '')), at: new Date().toISOString() };
}

/**
 * One application on A4 in black and white, for a file at the commune. It leaves the office, so it bears no phone, no
 * citizen number or part of one, no birth date, no number of a paper, no tax code and no account.
 */
export default function Print({ loaderData: { application, said, at } }: Route.ComponentProps) {
  const { id, name, kind, commune, status, requirements, papers, consents, history, identity, payoutSet } = application;
  return (
    <Page title={`Hồ sơ ${name}, bản in`} hidden>
      <Crumbs
        links={[
          { href: '/ho-so', word: 'Hồ sơ' },
          { href: `/ho-so/${id}`, word: name },
        ]}
      />
      <p className="field-hint no-print">
        In bằng lệnh In của trình duyệt (Ctrl + P), khổ A4. Bản in không có số điện thoại, số căn cước, ngày sinh, số
        tài khoản.
      </p>
      <h1>Hồ sơ đăng ký bán hàng: {name}</h1>
      <p>
        {producerKinds[kind]} · {commune.fullName}, {commune.province} · {statusWords[status].word} · In lúc {when(at)}{' '}
        · Mã hồ sơ {id.slice(-8)}
      </p>
      {taskIds.map((task) => {
        const answers = saidOf(task, said).filter((each) => 'value' in each && each.value);
        if (answers.length === 0) return null;
        return (
          <section key={task} className="panel grid gap-2">
            <h2>{taskWords[task]}</h2>
            <dl className="facts">
              {answers.map((each) => (
                <div key={each.item} className="contents">
                  <dt>{each.word}</dt>
                  <dd className="whitespace-pre-line">
                    {'value' in each && `${each.value}${each.helper ? ` (do ${each.helper} nhập hộ)` : ''}`}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <p>
        Căn cước của chủ hộ: {identity?.state === 'verified' ? 'đã kiểm tra' : 'chưa kiểm tra xong'}. Tài khoản nhận
        tiền: {payoutSet ? 'đã khai' : 'chưa khai'}.
      </p>
      <Table
        caption="Yêu cầu"
        rows={requirements}
        idOf={(each) => each.id}
        columns={[
          { head: 'Yêu cầu', cell: ({ title, due }) => `${title} (${dueWords[due]})` },
          {
            head: 'Tình trạng',
            cell: ({ state, until }) => [requirementStates[state].word, untilWords(until)].filter(Boolean).join(', '),
          },
          { head: 'Căn cứ', cell: ({ legalRef }) => legalRef },
        ]}
      />
      {papers.length > 0 && (
        <Table
          caption="Giấy tờ đã nộp"
          rows={papers}
          idOf={(each) => each.id}
          columns={[
            { head: 'Giấy', cell: (paper) => paperKinds[paper.kind] },
            { head: 'Nơi cấp', cell: ({ issuer }) => issuer ?? '–' },
            { head: 'Có hạn đến', cell: ({ expiresOn }) => (expiresOn ? formatDay(expiresOn) : '–') },
            { head: 'Tình trạng', cell: ({ state }) => paperStates[state].word },
          ]}
        />
      )}
      <Table
        caption="Đồng ý của hộ"
        rows={consents}
        idOf={({ purpose }) => purpose}
        columns={[
          { head: 'Nội dung', cell: ({ title, version }) => `${title} (bản ${version})` },
          { head: 'Đồng ý lúc', cell: ({ givenAt }) => (givenAt ? when(givenAt) : 'Chưa đồng ý') },
        ]}
      />
      <Table
        caption="Diễn biến"
        rows={history.toSorted((a, b) => a.at.localeCompare(b.at))}
        idOf={(each) => `${each.at} ${each.what}`}
        columns={[
          { head: 'Lúc', cell: (each) => when(each.at) },
          { head: 'Việc', cell: (each) => historyWords(each.what) },
          { head: 'Ai làm', cell: (each) => each.by ?? '–' },
          {
            head: 'Ghi chú',
            cell: (each) => each.note && noteWords(each.note, (item) => remarkWord(item, requirements)),
          },
        ]}
      />
    </Page>
  );
}
