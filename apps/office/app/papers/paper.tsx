import { type AnswerOf, decidePaper, getPaperToCheck, Id, isCitizenCard, paperKinds } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { check, notFound, optional, text, visitor } from '@chophien/site';
import { Crumbs, Note, Page, StateBadge, whenDay } from '@chophien/ui';
import { paperStates } from '../applications/status-words.ts';
import { decide } from '../decide.ts';
import { needs } from '../official.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/paper';
import { CheckForm } from './check-form.tsx';
import { leftWords, turnOf } from './paper-queue.ts';
import { Sheet } from './sheet.tsx';

/** One paper as it is looked at. */
export interface Seen {
  paper: AnswerOf<typeof getPaperToCheck>;
  page: number;
  /** Degrees, clockwise. */
  turn: number;
  large: boolean;
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'paper.check');
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const { searchParams } = new URL(request.url);
  const paper = await who.read(getPaperToCheck, { params: { id: id.data } });
  const page = Math.min(Math.max(1, paper.sheets.length), Math.max(1, Math.trunc(Number(searchParams.get('to'))) || 1));
  const seen: Seen = { paper, page, turn: turnOf(searchParams.get('xoay')), large: searchParams.has('lon') };
  return { ...seen, done: searchParams.has('xong'), kept: unfinished(who, `/giay-to/${id.data}`) };
}

const sentences = {
  reason: 'Ghi vì sao không đúng, từ 3 đến 300 chữ.',
  number: 'Số giấy dài nhất 60 chữ.',
  issuer: 'Nơi cấp dài nhất 160 chữ.',
  issuedOn: 'Ngày cấp không sau hôm nay.',
  expiresOn: 'Ngày hết hạn không trước ngày cấp; giấy đã hết hạn thì chọn Không đúng.',
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const who = context.get(visitor);
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  const form = await request.formData();
  return decide(
    who,
    `/giay-to/${id.data}`,
    form,
    async () => {
      const refused = text(form, 'go') === 'refused';
      const body = check(decidePaper.body!, {
        result: refused ? 'refused' : 'verified',
        ...(refused ? { reason: text(form, 'reason') } : {}),
        facts: {
          number: optional(form, 'number'),
          issuer: optional(form, 'issuer'),
          issuedOn: optional(form, 'issuedOn'),
          expiresOn: optional(form, 'expiresOn'),
        },
      });
      await who.call(decidePaper, { params: { id: id.data }, body });
      const next = Id.safeParse(text(form, 'tiep'));
      return next.success ? `/giay-to/${next.data}?xong=1` : '/giay-to?xong=1';
    },
    { sentences },
  );
}

const Known = ({ paper }: Pick<Seen, 'paper'>) => {
  const { producerName, producer, commune, number, issuer, issuedOn, expiresOn, daysLeft, handedInAt, scanned } = paper;
  const unsaid = paper.state === 'waiting' ? 'Hộ chưa ghi' : '–';
  return (
    <dl className="facts">
      <dt>Của</dt>
      <dd>
        <a href={`/ho-so/${producer}`}>{producerName}</a>, {commune.name}
      </dd>
      <dt>Gửi ngày</dt>
      <dd>{whenDay(handedInAt)}</dd>
      <dt>Số</dt>
      <dd>{number ?? unsaid}</dd>
      <dt>Nơi cấp</dt>
      <dd>{issuer ?? unsaid}</dd>
      <dt>Ngày cấp</dt>
      <dd>{issuedOn ? formatDay(issuedOn) : unsaid}</dd>
      <dt>Hết hạn</dt>
      <dd>{expiresOn ? `${formatDay(expiresOn)} · ${leftWords(daysLeft)}` : unsaid}</dd>
      <dt>Quét mã độc</dt>
      <dd>{scanned ? 'Đã quét, sạch' : 'Chưa quét: nơi này chưa nối máy quét'}</dd>
    </dl>
  );
};

export default function OnePaper({ loaderData, actionData }: Route.ComponentProps) {
  const { paper, done, kept } = loaderData;
  const { kind, state, producer, reason, before, next } = paper;
  const card = isCitizenCard(kind);
  return (
    <Page title={paperKinds[kind]} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/giay-to', word: 'Giấy tờ' }]} />
      <h1>{paperKinds[kind]}</h1>
      {done && <Note tone="good">Đã lưu kết quả giấy trước; hộ được nhắn tin. Đây là giấy tiếp theo.</Note>}
      <p className="flex flex-wrap items-center gap-3">
        <StateBadge state={paperStates[state]} />
        {next && (
          <a className="no-print inline-block py-2" href={`/giay-to/${next}`}>
            Để sau, xem giấy tiếp theo ›
          </a>
        )}
      </p>
      {reason && state === 'refused' && <Note tone="warn">Đã trả lời hộ: {reason}</Note>}
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr]">
        <Sheet {...loaderData} />
        <div className="grid content-start gap-4">
          <Known paper={paper} />
          {before && (
            <Note tone="warn">
              Thay cho giấy {before.number ? `số ${before.number}` : `gửi ngày ${whenDay(before.handedInAt)}`}
              {before.expiresOn && `, hạn ${formatDay(before.expiresOn)}`}.{' '}
              <a href={`/giay-to/${before.id}`}>Xem giấy cũ</a>
            </Note>
          )}
          {card && (
            <Note>
              Căn cước được kết luận trong hồ sơ, cùng họ tên và số đã khai. <a href={`/ho-so/${producer}`}>Mở hồ sơ</a>
            </Note>
          )}
          {!card && state === 'waiting' && <CheckForm paper={paper} refusal={actionData ?? asTyped(kept)} />}
        </div>
      </div>
    </Page>
  );
}
