import { formatDay, localPhone } from '@chophien/kernel';
import { Badge, type Column, Icon, StateBadge, type Step, Steps, Table, when } from '@chophien/ui';
import { historyWords, noteWords } from './history-words.ts';
import { remarkWord } from './item-words.ts';
import { PaperLink } from './paper-link.tsx';
import type { Review } from './reviewed.ts';
import { paperStates } from './status-words.ts';

/** How to reach them; on paper without the numbers. */
export const Applicant = ({ application: { applicant } }: { application: Review }) => (
  <section className="panel grid gap-2">
    <h2>Người nộp</h2>
    <p>{applicant.name ?? 'Chưa ghi tên'}</p>
    <p className="no-print flex flex-wrap gap-2">
      {applicant.phones.map((phone) => (
        <a key={phone} className="button" href={`tel:${localPhone(phone)}`}>
          <Icon name="phone" />
          Gọi {localPhone(phone)}
        </a>
      ))}
    </p>
    <p className="field-hint no-print">
      Số điện thoại là dữ liệu cá nhân, chỉ dùng để xét hồ sơ này. Lần xem này được ghi vào nhật ký cùng tên bạn.
    </p>
  </section>
);

const paperColumns: Column<Review['papers'][number]>[] = [
  {
    head: 'Giấy',
    cell: (paper) => (
      <>
        <PaperLink paper={paper} />
        {paper.pages > 1 && <span className="font-normal text-muted"> {paper.pages} trang</span>}
      </>
    ),
  },
  { head: 'Tình trạng', cell: ({ state }) => <StateBadge state={paperStates[state]} /> },
  { head: 'Nơi cấp', cell: ({ issuer }) => issuer ?? '–' },
  { head: 'Có hạn đến', cell: ({ expiresOn }) => (expiresOn ? formatDay(expiresOn) : '–') },
  { head: 'Nộp lúc', cell: ({ handedInAt }) => when(handedInAt) },
];

export const Papers = ({ application: { papers } }: { application: Review }) => (
  <section className="panel grid gap-2">
    <h2>Giấy tờ</h2>
    {papers.length === 0 ? (
      <p className="text-muted">Hộ chưa nộp giấy nào.</p>
    ) : (
      <>
        <p className="field-hint no-print">Mỗi lần mở một giấy được ghi vào nhật ký cùng tên bạn.</p>
        <Table
          caption={<span className="sr-only">Giấy tờ đã nộp</span>}
          stack
          rows={papers}
          idOf={({ id }) => id}
          columns={paperColumns}
        />
      </>
    )}
  </section>
);

const hows = { 'own-hand': 'tự bấm', code: 'bằng mã gửi về điện thoại', slip: 'bằng phiếu có chữ ký' } as const;

export const Consents = ({ application: { consents } }: { application: Review }) => (
  <section className="panel grid gap-2">
    <h2>Đồng ý của hộ</h2>
    <ul className="grid gap-2">
      {consents.map(({ purpose, title, version, required, givenAt, how, withdrawnAt }) => (
        <li key={purpose}>
          <b>{title}</b>{' '}
          {givenAt ? (
            <Badge tone="good">Đã đồng ý</Badge>
          ) : (
            <Badge tone="quiet">{withdrawnAt ? 'Đã rút lại' : 'Chưa'}</Badge>
          )}
          <span className="field-hint block">
            Bản {version}
            {givenAt && `, ${when(givenAt)}`}
            {givenAt && how && `, ${hows[how]}`}
            {withdrawnAt && `, rút lại lúc ${when(withdrawnAt)}`}
            {required ? ' · phải có mới bán được' : ' · không bắt buộc'}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

/** A tax code of twelve digits is the head's citizen number: only its end is shown. */
export const taxWords = (code: string | null): string => {
  if (!code) return 'Chưa ghi';
  return /^\d{12}$/.test(code) ? `Là số căn cước, ba số cuối ${code.slice(-3)}` : code;
};

/** Whether it was said where money goes; never where. */
export const Money = ({ application: { payoutSet, taxCode } }: { application: Review }) => (
  <dl className="facts">
    <dt>Tài khoản nhận tiền</dt>
    <dd>{payoutSet ? 'Đã khai' : 'Chưa khai'}</dd>
    <dt className="no-print">Mã số thuế</dt>
    <dd className="no-print">{taxWords(taxCode)}</dd>
  </dl>
);

export const Timeline = ({ application: { history, requirements } }: { application: Review }) => {
  const steps = history
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(
      ({ at, what, by, note }): Step => ({
        word: historyWords(what),
        detail: (
          <>
            {when(at)}
            {by && `, ${by}`}
            {note && (
              <span className="block whitespace-pre-line">
                {noteWords(note, (item) => remarkWord(item, requirements))}
              </span>
            )}
          </>
        ),
        state: 'done',
      }),
    );
  return (
    <section className="panel grid gap-3">
      <h2>Diễn biến</h2>
      {steps.length === 0 ? (
        <p className="text-muted">Chưa có việc nào được ghi.</p>
      ) : (
        <Steps steps={steps} label="Diễn biến của hồ sơ" />
      )}
    </section>
  );
};
