import { Choices, Form, Note, Picture, Submit } from '@chophien/ui';
import type { Answers } from './answers.ts';
import { checkLines, type CheckLine } from './lines.ts';
import { cropIn } from './kit.ts';
import { stepPath } from './path.ts';
import { hereOf, type ScreenProps } from './screen-parts.tsx';
import { shownPicture } from './shown-picture.ts';

/** Every answer once more, each with a way to change it and come back here. */
export const CheckAnswers = (props: ScreenProps) => {
  const { id, answers, kit, refusal, producer } = props;
  const crop = cropIn(kit, answers.commodity);
  const ready = kit.producers.filter(({ standing }) => standing === 'ready');
  return (
    <>
      <div data-slot="todos">{answers.of && answers.of.todos.length > 0 && <Todos todos={answers.of.todos} />}</div>
      <div className="panel p-0 overflow-clip" data-slot="cover">
        <Picture picture={shownPicture(answers.pictures?.[0])} alt={answers.name ?? ''} sizes="38rem" />
      </div>
      <dl className="grid gap-0" data-slot="lines">
        {checkLines(answers, crop, kit).map((line) => (
          <Line key={line.step} id={id} line={line} />
        ))}
      </dl>
      {answers.of && crop?.service && (
        <p className="field-hint">
          Ngày đón khách và số chỗ không đổi ở đây: mở món trong Hàng của tôi, phần Ngày đón khách.
        </p>
      )}
      <p className="field-hint">
        Gửi xong, cán bộ xã xem trước rồi món mới hiện cho người mua, thường trong ngày làm việc.
      </p>
      <div data-slot="wait">
        {ready.length === 0 && kit.producers.length > 0 && <NotYet suspended={isSuspended(kit.producers)} />}
      </div>
      <div data-hand-in="" hidden={ready.length === 0}>
        <Form action={hereOf(props)}>
          <div data-slot="stalls">
            {ready.length > 1 && (
              <Choices
                name="producer"
                legend="Đăng ở gian hàng nào?"
                refusal={refusal}
                chosen={producer ? [producer] : []}
                options={ready.map(({ id: value, name }) => ({ value, word: name }))}
              />
            )}
          </div>
          <Submit kind="buy" wide>
            {handInWord(answers)}
          </Submit>
          <div data-confirm="" hidden={refusal?.code !== 'catalogue.price-jump'}>
            <Submit kind="plain" name="confirm" value="1" wide>
              Giá này đúng, vẫn gửi
            </Submit>
          </div>
        </Form>
      </div>
    </>
  );
};

/** What the button says. */
export const handInWord = ({ of }: Pick<Answers, 'of'>): string =>
  of ? (of.todos.length > 0 ? 'Gửi lại để duyệt' : 'Lưu chỗ đã sửa') : 'Đăng bán';

/** What an official asked for. */
export const Todos = ({ todos }: { todos: readonly string[] }) => (
  <Note tone="warn">
    <h2>Việc cần sửa</h2>
    <ul className="list-disc pl-5" data-slot="items">
      {todos.map((todo) => (
        <li key={todo}>{todo}</li>
      ))}
    </ul>
  </Note>
);

export const isSuspended = (producers: readonly { standing: string }[]): boolean =>
  producers.some(({ standing }) => standing === 'suspended');

/** What stands in the way, and that nothing of the work is lost. */
export const NotYet = ({ suspended }: { suspended: boolean }) => (
  <Note tone="warn">
    {suspended
      ? 'Gian hàng đang tạm ngừng nên chưa đăng được. Món này vẫn giữ ở mục soạn dở; mở lại gian hàng rồi đăng.'
      : 'Hồ sơ chưa được duyệt: bạn soạn trước được, duyệt xong mới đăng được. Món này vẫn giữ ở mục soạn dở.'}{' '}
    <a href="/ban-hang">Xem hồ sơ</a>
  </Note>
);

export const Line = ({ id, line }: { id: string; line: CheckLine }) => (
  <div className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-3" data-line="">
    <dt className="field-hint" data-slot="name">
      {line.name}
    </dt>
    <dd className="row-span-2 self-center">
      <a className="inline-block px-2 py-3" href={stepPath(line.step, id, true)} data-go-step={line.step}>
        Sửa<span className="sr-only"> {line.name.toLowerCase()}</span>
      </a>
    </dd>
    <dd>
      <b data-slot="strong">{line.strong}</b>
      <span className="block whitespace-pre-line" data-slot="more">
        {line.more.join('\n')}
      </span>
    </dd>
  </div>
);
