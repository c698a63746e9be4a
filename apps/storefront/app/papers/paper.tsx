import { paperKinds, takeBackPaper } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { text, visitor } from '@chophien/site';
import { Crumbs, ErrorSummary, Form, Note, Page, StateBadge, Submit, whenDay } from '@chophien/ui';
import { Fragment } from 'react';
import { redirect } from 'react-router';
import { attempt } from '../attempt.ts';
import type { Route } from './+types/paper';
import { addPath, ownPaper, papersPath } from './own-papers.ts';
import { hasFacts, paperState, untilWords } from './paper-words.ts';
import { mostPages } from './send-pages.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const paper = await ownPaper({ context, params });
  return { paper, asks: text(new URL(request.url).searchParams, 'lay-lai') === '1' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const { producer, paper: id } = params;
  return attempt(form, async () => {
    await context.get(visitor).call(takeBackPaper, { params: { producer, id } });
    return redirect(`${papersPath(producer)}?xong=lay-lai`);
  });
}

type Data = Route.ComponentProps['loaderData'];

const Sheets = ({ paper: { producer, id, kind, sheets, state } }: Pick<Data, 'paper'>) => (
  <ol className="grid gap-4">
    {sheets.map((sheet, index) => {
      const page = index + 1;
      const file = papersPath(producer, `${id}/trang/${page}`);
      return (
        <li key={page} className="grid gap-2">
          {sheet === 'picture' ? (
            <a href={file}>
              <img className="w-full rounded-lg" src={file} alt={`${paperKinds[kind]}, trang ${page}`} />
            </a>
          ) : (
            <a className="button" href={file}>
              Tải tệp PDF {sheets.length > 1 && `(phần ${page})`}
            </a>
          )}
          {state === 'waiting' && (
            <a className="inline-block py-2" href={addPath(producer, { kind, giay: id, trang: page })}>
              Chụp lại {sheets.length > 1 ? `trang ${page}` : 'trang này'}
            </a>
          )}
        </li>
      );
    })}
  </ol>
);

const Known = ({ paper }: Pick<Data, 'paper'>) => {
  const lines = [
    ['Số', paper.number],
    ['Nơi cấp', paper.issuer],
    ['Ngày cấp', paper.issuedOn && formatDay(paper.issuedOn)],
    ['Hạn dùng', untilWords(paper)],
    ['Gửi ngày', whenDay(paper.handedInAt)],
  ].filter(([, value]) => value);
  return (
    <dl className="facts">
      {lines.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
};

const TakeBack = ({ paper: { producer, id }, asks }: Data) =>
  asks ? (
    <section className="panel grid gap-3" id="lay-lai">
      <h2>Lấy lại giấy này?</h2>
      <p>Ảnh bị xoá hẳn. Cần thì gửi lại giấy khác được.</p>
      <Form action={papersPath(producer, id)}>
        <Submit kind="plain" wide>
          Lấy lại và xoá ảnh
        </Submit>
      </Form>
      <p className="text-center">
        <a className="inline-block px-4 py-3" href={papersPath(producer, id)}>
          Thôi, để lại
        </a>
      </p>
    </section>
  ) : (
    <p>
      <a className="inline-block py-3" href={`${papersPath(producer, id)}?lay-lai=1#lay-lai`}>
        Gửi nhầm? Lấy lại giấy này
      </a>
    </p>
  );

export default function OnePaper({ loaderData, actionData }: Route.ComponentProps) {
  const { paper } = loaderData;
  const { producer, id, kind, state, sheets } = paper;
  const waiting = state === 'waiting' && sheets.length > 0;
  return (
    <Page title={paperKinds[kind]} narrow hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: papersPath(producer), word: 'Giấy tờ của tôi' }]} />
      <h1>{paperKinds[kind]}</h1>
      <ErrorSummary refusal={actionData} />
      <p>
        <StateBadge state={paperState(paper)} />
      </p>
      {state === 'refused' && (
        <Note tone="warn">
          <b>Cán bộ ghi:</b> {paper.reason}
        </Note>
      )}
      <Known paper={paper} />
      {waiting && hasFacts(kind) && (
        <p>
          <a className="inline-block py-2" href={papersPath(producer, `${id}/so-lieu`)}>
            Sửa số, nơi cấp, ngày
          </a>
        </p>
      )}
      {sheets.length > 0 ? <Sheets paper={paper} /> : <p>Ảnh đã được huỷ sau khi kiểm tra.</p>}
      {waiting && sheets.length < mostPages && (
        <p>
          <a className="button w-full" href={addPath(producer, { kind, giay: id, trang: sheets.length + 1 })}>
            Thêm trang
          </a>
        </p>
      )}
      {(state === 'refused' || state === 'expired' || state === 'verified') && hasFacts(kind) && (
        <p>
          <a className="button w-full" href={addPath(producer, { kind, thay: id })}>
            Gửi giấy mới thay giấy này
          </a>
        </p>
      )}
      {waiting && <TakeBack {...loaderData} />}
    </Page>
  );
}
