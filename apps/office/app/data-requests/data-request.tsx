import {
  acknowledgeDataRequest,
  type DataRequestReview,
  decideDataRequest,
  extendDataRequest,
  getDataRequest,
} from '@chophien/contracts';
import { formatDay, localPhone } from '@chophien/kernel';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Badge,
  Choices,
  Crumbs,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  Note,
  Page,
  type Refusal,
  StateBadge,
  Submit,
  TextArea,
  when,
} from '@chophien/ui';
import { ofForm } from '../attempt.ts';
import { decide } from '../decide.ts';
import { isId } from '../id.ts';
import { needs } from '../official.ts';
import { leftWords } from '../times.ts';
import { asTyped, unfinished } from '../unfinished.ts';
import type { Route } from './+types/data-request';
import { kindWords, obstacleWords, stateWords } from './request-words.ts';

const pathOf = (id: string): string => `/du-lieu/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'data.handle');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  return {
    one: await who.read(getDataRequest, { params: { id: params.id } }),
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(params.id))),
    now: new Date().toISOString(),
  };
}

const sentences = {
  reason: 'Ghi vì sao cần thêm thời gian, từ 5 đến 300 chữ.',
  granted: 'Chọn làm hay không làm.',
  answer: 'Ghi đã làm gì hoặc vì sao không làm được, từ 5 đến 500 chữ.',
};

const granting: Record<string, boolean> = { co: true, khong: false };

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  if (!isId(id)) return notFound(context);
  const who = context.get(visitor);
  const form = await request.formData();
  const params = { id };
  return decide(
    who,
    pathOf(id),
    form,
    async () => {
      const go = text(form, 'go');
      if (go === 'nhan') await who.call(acknowledgeDataRequest, { params });
      else if (go === 'gia-han') {
        const body = check(extendDataRequest.body!, { reason: text(form, 'reason') });
        await who.call(extendDataRequest, { params, body });
      } else {
        const given = { granted: granting[text(form, 'granted')], answer: text(form, 'answer') };
        await who.call(decideDataRequest, { params, body: check(decideDataRequest.body!, given) });
      }
      return `${pathOf(id)}?xong=${go === 'nhan' || go === 'gia-han' ? go : 'quyet'}`;
    },
    { sentences },
  );
}

const doneWords: Record<string, string> = {
  nhan: 'Đã báo cho người yêu cầu là đã nhận, và bao giờ xong.',
  'gia-han': 'Đã gia hạn; người yêu cầu đọc được lý do.',
  quyet: 'Đã trả lời người yêu cầu.',
};

const Clocks = ({ one, now }: { one: DataRequestReview; now: string }) => {
  const left = (at: string) => (
    <Badge tone={Date.parse(at) < Date.parse(now) ? 'bad' : 'wait'}>{leftWords(at, new Date(now))}</Badge>
  );
  return (
    <dl className="facts">
      <dt>Người yêu cầu</dt>
      <dd>
        {one.person.name ?? 'Không ghi tên'}
        {one.person.phone && ` · ${localPhone(one.person.phone)}`}
      </dd>
      <dt>Gian hàng</dt>
      <dd>
        {one.producers.length === 0
          ? '–'
          : one.producers.map(({ id, name }) => (
              <a key={id} className="mr-3 inline-block py-1" href={`/ho-so/${id}`}>
                {name}
              </a>
            ))}
      </dd>
      <dt>Nói rõ</dt>
      <dd className="whitespace-pre-line">{one.text ?? '–'}</dd>
      <dt>Gửi lúc</dt>
      <dd>{when(one.madeAt)}</dd>
      <dt>Báo đã nhận</dt>
      <dd>
        {one.acknowledgedAt ? (
          when(one.acknowledgedAt)
        ) : (
          <>
            trước {when(one.replyBy)} {left(one.replyBy)}
          </>
        )}
      </dd>
      <dt>Làm xong</dt>
      <dd>
        {one.decidedAt ? (
          `${when(one.decidedAt)}, ${one.decidedBy ?? 'một cán bộ'}${one.late ? ', trễ hạn' : ''}`
        ) : (
          <>
            trước {when(one.dueAt)} {left(one.dueAt)}
          </>
        )}
        {one.extended && <span className="block text-muted">Đã gia hạn, vì: {one.extended.reason}</span>}
      </dd>
    </dl>
  );
};

const Kept = ({ title, kept }: { title: string; kept: DataRequestReview['kept'] }) =>
  kept.length === 0 ? null : (
    <section className="panel grid gap-2">
      <h2>{title}</h2>
      <ul className="grid gap-2">
        {kept.map(({ what, why, legalRef, until }) => (
          <li key={what}>
            <b>{what}</b>
            {until ? `, đến ngày ${formatDay(until)}` : ', không hạn'}
            <span className="block">{why}</span>
            <span className="block text-muted">{legalRef}</span>
          </li>
        ))}
      </ul>
    </section>
  );

const Deciding = ({ one, refusal }: { one: DataRequestReview; refusal: Refusal | undefined }) => {
  const erases = one.kind === 'delete';
  const more = ofForm(refusal, 'gia-han');
  const decision = ofForm(refusal, 'quyet');
  return (
    <>
      {one.state === 'made' && (
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="nhan" />
          <div>
            <Submit kind="plain">Báo đã nhận</Submit>
          </div>
        </Form>
      )}
      <section className="panel no-print grid gap-4">
        <h2>Quyết định</h2>
        {one.obstacles.length > 0 && (
          <Note tone="warn">
            <p>Chưa xóa được:</p>
            <ul className="list-disc pl-5">
              {one.obstacles.map((obstacle) => (
                <li key={obstacle}>{obstacleWords(obstacle)}</li>
              ))}
            </ul>
          </Note>
        )}
        {erases && (
          <Note tone="warn">
            <b>Xóa rồi không lấy lại được.</b> Bấm gửi là việc xóa bắt đầu ngay ở mọi nơi, trừ phần luật bắt giữ.
          </Note>
        )}
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="quyet" />
          <Choices
            name="granted"
            legend="Làm theo yêu cầu?"
            options={[
              { value: 'co', word: erases ? 'Có, xóa' : 'Có, đã làm' },
              { value: 'khong', word: 'Không làm được' },
            ]}
            refusal={decision}
          />
          <TextArea
            name="answer"
            label="Trả lời"
            hint="Đã làm gì, hoặc vì sao không làm được. Người yêu cầu đọc nguyên văn."
            maxLength={500}
            refusal={decision}
          />
          <div>
            <Submit kind={erases ? 'warn' : 'main'}>Gửi quyết định</Submit>
          </div>
        </Form>
      </section>
      {!one.extended && (
        <details className="panel no-print" open={Boolean(more)}>
          <summary className="chip">Cần thêm thời gian?</summary>
          <Form action={pathOf(one.id)}>
            <Hidden name="go" value="gia-han" />
            <Field
              name="reason"
              label="Vì sao"
              hint="Chỉ gia hạn được một lần. Người yêu cầu đọc được lý do."
              maxLength={300}
              refusal={more}
            />
            <div>
              <Submit kind="plain">Gia hạn</Submit>
            </div>
          </Form>
        </details>
      )}
    </>
  );
};

export default function DataRequestOne({ loaderData: { one, done, kept, now }, actionData }: Route.ComponentProps) {
  const open = one.state === 'made' || one.state === 'acknowledged';
  return (
    <Page title={`${one.number}: ${kindWords[one.kind]}`} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/du-lieu', word: 'Yêu cầu về dữ liệu' }]} />
      <h1>
        {one.number}: {kindWords[one.kind]}
      </h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p>
        <StateBadge state={stateWords[one.state]} />
      </p>
      <Clocks one={one} now={now} />
      {one.answer && <Note>Đã trả lời: {one.answer}</Note>}
      <Kept title="Nếu xóa hôm nay, luật bắt giữ lại" kept={one.wouldKeep} />
      <Kept title="Đã giữ lại theo luật" kept={one.kept} />
      {open && <Deciding one={one} refusal={actionData ?? kept} />}
    </Page>
  );
}
