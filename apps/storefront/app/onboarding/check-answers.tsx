import type { ApplicationDetail, CommodityView, PaperView, RequirementView } from '@chophien/contracts';
import { paperKinds } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import { producerKinds, StateBadge } from '@chophien/ui';
import type { ReactNode } from 'react';
import { bankName } from './banks.ts';
import { mayAnswer } from './opened.ts';
import { applicationPath } from './paths.ts';
import { answerTo, choicesFor, questions } from './questions.ts';
import { remarkOn, shownTasks } from './task-steps.ts';
import { itemWords, requirementStates, tasks } from './words.ts';

interface Props {
  application: ApplicationDetail;
  crops: readonly Pick<CommodityView, 'id' | 'name'>[];
}

/** Every answer once more, by task, each with a way to change it and come back here. */
export const CheckAnswers = ({ application, crops }: Props) => (
  <>
    {shownTasks(application).map((task) => (
      <section key={task} id={task}>
        <h2>{tasks[task].title}</h2>
        <dl className="grid gap-0">
          {task === 'stall' && <Answered {...{ application, crops }} item="kind" />}
          {questions
            .filter((question) => question.task === task)
            .map(({ item }) => (
              <Answered key={item} {...{ application, crops, item }} />
            ))}
          {task === 'identity' && <Identity application={application} />}
          {task === 'money' && <Money application={application} />}
          <Required {...{ application, task }} />
        </dl>
      </section>
    ))}
    <section id="note">
      <h2>Nhắn cán bộ xã</h2>
      <dl className="grid gap-0">
        <Answered {...{ application, crops }} item="note" />
      </dl>
    </section>
  </>
);

const Answered = ({ application, crops, item }: Props & { item: keyof typeof itemWords }) => {
  const { slug } = questions.find((question) => question.item === item)!;
  const path = mayAnswer(application, item) ? `${applicationPath(application.id, slug)}?sua=1` : undefined;
  const wish = application.wishes.find((entry) => entry.item === item)?.value;
  return (
    <Line name={itemWords[item]} path={path} remark={remarkOn(application, item)}>
      <span className="whitespace-pre-line">{said(application, item, crops) || 'Chưa ghi'}</span>
      {wish && <span className="block field-hint">Chờ cán bộ xã đồng ý đổi thành: {wish}</span>}
    </Line>
  );
};

const said = (application: ApplicationDetail, item: keyof typeof itemWords, crops: Props['crops']): string => {
  if (item === 'kind') return producerKinds[application.kind];
  if (item === 'commune') return `${application.commune.fullName}, ${application.commune.province}`;
  if (item !== 'crops') return answerTo(application, item);
  return choicesFor(application, 'crops')
    .map((id) => crops.find((crop) => crop.id === id)?.name ?? id)
    .join(', ');
};

const Identity = ({ application }: Pick<Props, 'application'>) => {
  const { id, identity, papers } = application;
  const path = identity?.state === 'verified' ? undefined : `${applicationPath(id, 'can-cuoc')}?sua=1`;
  const pictures = papers.filter(({ kind, state }) => kind.startsWith('citizen-card') && state === 'waiting').length;
  return (
    <Line name="Căn cước" path={path} remark={remarkOn(application, 'identity')}>
      {identity ? (
        <>
          {identity.fullName}, sinh {formatDay(identity.birthDate)}, số{'\u00a0•••\u00a0'}
          {identity.numberEnd}
          <br />
          {identity.state === 'verified'
            ? 'Cán bộ xã đã kiểm tra'
            : pictures > 0
              ? `Đã gửi ${pictures} ảnh, chờ cán bộ xã đối chiếu`
              : 'Mang căn cước tới UBND xã để đối chiếu'}
        </>
      ) : (
        'Chưa khai'
      )}
    </Line>
  );
};

const Money = ({ application: { id, kind, payout, may, taxCode, requirements } }: Pick<Props, 'application'>) => {
  const cash = requirements.some((entry) => entry.id === 'bank-account' && entry.state !== 'missing');
  const edit = (rest: string) => `${applicationPath(id, rest)}?sua=1`;
  return (
    <>
      <Line name="Nơi nhận tiền" path={may.includes('payout') ? edit('ngan-hang') : undefined}>
        {payout
          ? `${bankName(payout.bank)}, số ••• ${payout.numberEnd}, ${payout.holder}${payout.matched ? '' : ' (khác tên chủ hộ)'}`
          : !may.includes('payout')
            ? 'Chỉ chủ hộ xem và ghi được'
            : cash
              ? 'Nhận tiền mặt khi giao hàng'
              : 'Chưa ghi'}
      </Line>
      <Line name="Mã số thuế" path={edit('ma-so-thue')}>
        {taxCode ?? (kind === 'household' ? 'Dùng số căn cước của chủ hộ' : 'Chưa ghi')}
      </Line>
    </>
  );
};

const onOwnLine = new Set(['identity', 'bank-account', 'tax-code']);

const Required = ({ application, task }: Pick<Props, 'application'> & { task: string }) =>
  application.requirements
    .filter((entry) => entry.task === task && entry.kind !== 'computed' && !onOwnLine.has(entry.id))
    .map((entry) => (
      <Line
        key={entry.id}
        name={entry.title}
        path={`${applicationPath(application.id, `yeu-cau/${entry.id}`)}?sua=1`}
        remark={remarkOn(application, entry.id) ?? whyNot(entry)}
      >
        <StateBadge state={requirementStates[entry.state]} />
        {entry.until && <> đến {formatDay(entry.until)}</>}
        {entry.reason === 'grace' && <span className="block">Hộ đã bán từ trước được bổ sung đến ngày đó.</span>}
        {papersOf(application.papers, entry.papers).map((words) => (
          <span key={words} className="block">
            {words}
          </span>
        ))}
      </Line>
    ));

/** Why it was refused; that it may still be given is no refusal. */
const whyNot = ({ reason }: RequirementView): string | undefined => (reason && reason !== 'grace' ? reason : undefined);

const papersOf = (papers: readonly PaperView[], kinds: readonly string[]): string[] =>
  papers
    .filter(({ kind, state }) => kinds.includes(kind) && (state === 'waiting' || state === 'verified'))
    .map(({ kind, number }) => `${paperKinds[kind]}${number ? `, số ${number}` : ''}`);

const Line = ({
  name,
  path,
  remark,
  children,
}: {
  name: string;
  path: string | undefined;
  remark?: string | undefined;
  children: ReactNode;
}) => (
  <div className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2">
    <dt className="field-hint">{name}</dt>
    <dd className="row-span-3 self-center">
      {path && (
        <a className="inline-block px-2 py-3" href={path}>
          Sửa<span className="sr-only"> {name.toLowerCase()}</span>
        </a>
      )}
    </dd>
    <dd>{children}</dd>
    {remark && <dd className="font-bold text-brick">Cán bộ xã ghi: {remark}</dd>}
  </div>
);
