import { type AuthorityRequest, getAuthorityRequest, prepareAnswer, sendAnswer } from '@chophien/contracts';
import { check, notFound, text, visitor } from '@chophien/site';
import {
  Badge,
  Crumbs,
  ErrorSummary,
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
import type { Route } from './+types/authority';
import { kindWords, stateWords } from './authority-words.ts';

const pathOf = (id: string): string => `/co-quan/${id}`;

export async function loader({ context, params, request }: Route.LoaderArgs) {
  await needs(context, 'authority.handle');
  if (!isId(params.id)) return notFound(context);
  const who = context.get(visitor);
  return {
    one: await who.read(getAuthorityRequest, { params: { id: params.id } }),
    done: new URL(request.url).searchParams.get('xong'),
    kept: asTyped(unfinished(who, pathOf(params.id))),
    now: new Date().toISOString(),
  };
}

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
      if (text(form, 'go') === 'gui') {
        await who.call(sendAnswer, { params });
        return `${pathOf(id)}?xong=gui`;
      }
      await who.call(prepareAnswer, { params, body: check(prepareAnswer.body!, { answer: text(form, 'answer') }) });
      return `${pathOf(id)}?xong=soan`;
    },
    { sentences: { answer: 'Ghi câu trả lời, từ 5 đến 4.000 chữ.' } },
  );
}

const doneWords: Record<string, string> = {
  ghi: 'Đã ghi vào sổ. Đồng hồ đang chạy.',
  soan: 'Đã lưu bản soạn. Nhờ một cán bộ khác xem và gửi.',
  gui: 'Đã ghi là đã gửi, kèm tên bạn và giờ gửi.',
};

const Facts = ({ one, now }: { one: AuthorityRequest; now: string }) => (
  <dl className="facts">
    <dt>Cơ quan</dt>
    <dd>{one.authority}</dd>
    <dt>Văn bản</dt>
    <dd>{one.document}</dd>
    <dt>Yêu cầu</dt>
    <dd className="whitespace-pre-line">{one.scope}</dd>
    <dt>Gian hàng</dt>
    <dd>{one.producer ? <a href={`/ho-so/${one.producer.id}`}>{one.producer.name}</a> : '–'}</dd>
    <dt>Nhận lúc</dt>
    <dd>{when(one.receivedAt)}</dd>
    <dt>Phải trả lời trước</dt>
    <dd>
      {when(one.dueAt)}{' '}
      {one.answered ? (
        one.late && <Badge tone="bad">Gửi trễ hạn</Badge>
      ) : (
        <Badge tone={one.late ? 'bad' : 'wait'}>{leftWords(one.dueAt, new Date(now))}</Badge>
      )}
      <span className="block text-muted">Theo {one.legalRef}</span>
    </dd>
    {one.prepared && (
      <>
        <dt>Người soạn</dt>
        <dd>
          {one.prepared.by ?? 'Một cán bộ'}, {when(one.prepared.at)}
        </dd>
      </>
    )}
    {one.answered && (
      <>
        <dt>Người gửi</dt>
        <dd>
          {one.answered.by ?? 'Một cán bộ'}, {when(one.answered.at)}
        </dd>
      </>
    )}
  </dl>
);

/** A suspension that was ordered is carried out where stalls are suspended; the register hears of it. */
const Suspension = ({ one }: { one: AuthorityRequest }) => {
  if (one.kind !== 'suspension' || !one.producer) return null;
  return one.carriedOutAt ? (
    <Note tone="good">Gian hàng đã tạm ngừng lúc {when(one.carriedOutAt)}.</Note>
  ) : (
    <Note tone="warn">
      <p>Gian hàng chưa tạm ngừng.</p>
      <p>
        <a className="button" href={`/ho-so/${one.producer.id}/tam-ngung`}>
          Tạm ngừng gian hàng {one.producer.name}
        </a>
      </p>
    </Note>
  );
};

const Sending = ({ one }: { one: AuthorityRequest }) => {
  if (!one.prepared || one.answered) return null;
  return (
    <section className="panel no-print grid gap-3">
      <h2>Gửi</h2>
      {one.mayAnswer ? (
        <Form action={pathOf(one.id)}>
          <Hidden name="go" value="gui" />
          <p>Đọc lại bản soạn ở trên. Gửi văn bản cho cơ quan xong, bấm nút này: tên bạn và giờ gửi được ghi vào sổ.</p>
          <div>
            <Submit>Tôi đã gửi bản này</Submit>
          </div>
        </Form>
      ) : (
        <Note>
          Bạn là người soạn nên không tự gửi được: luật của Chợ Phiên cần hai người, một người soạn, một người xem lại.
          Nhờ một cán bộ tỉnh khác mở trang này và gửi.
        </Note>
      )}
    </section>
  );
};

const Preparing = ({ one, refusal }: { one: AuthorityRequest; refusal: Refusal | undefined }) =>
  one.answered ? null : (
    <section className="panel no-print grid gap-4">
      <h2>{one.prepared ? 'Soạn lại' : 'Soạn câu trả lời'}</h2>
      <Form action={pathOf(one.id)}>
        <Hidden name="go" value="soan" />
        <TextArea
          name="answer"
          label="Câu trả lời"
          hint="Chỉ trong phạm vi văn bản yêu cầu. Soạn lại thì người soạn là bạn."
          rows={8}
          maxLength={4000}
          value={one.prepared?.answer}
          refusal={ofForm(refusal, 'soan')}
        />
        <div>
          <Submit kind={one.prepared ? 'plain' : 'main'}>Lưu bản soạn</Submit>
        </div>
      </Form>
    </section>
  );

export default function AuthorityOne({ loaderData: { one, done, kept, now }, actionData }: Route.ComponentProps) {
  return (
    <Page title={`${one.number}: ${kindWords[one.kind]}`} hidden refused={Boolean(actionData)}>
      <Crumbs links={[{ href: '/co-quan', word: 'Yêu cầu của cơ quan nhà nước' }]} />
      <h1>
        {one.number}: {kindWords[one.kind]}
      </h1>
      <ErrorSummary refusal={actionData} />
      {!actionData && done && doneWords[done] && <Note tone="good">{doneWords[done]}</Note>}
      <p className="flex flex-wrap gap-3">
        <StateBadge state={stateWords[one.state]} /> {one.urgent && <Badge tone="bad">Khẩn</Badge>}
      </p>
      <Facts one={one} now={now} />
      <Suspension one={one} />
      {one.prepared && (
        <section className="panel grid gap-2">
          <h2>Bản soạn</h2>
          <p className="whitespace-pre-line">{one.prepared.answer}</p>
        </section>
      )}
      <Sending one={one} />
      <Preparing one={one} refusal={actionData ?? kept} />
    </Page>
  );
}
