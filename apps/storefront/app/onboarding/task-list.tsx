import { type ApplicationDetail, type TaskId, taskIds } from '@chophien/contracts';
import { Badge, StateBadge } from '@chophien/ui';
import { checkPath } from './paths.ts';
import { questionOf } from './questions.ts';
import { isTooEarly, stateOf, wayInto } from './task-steps.ts';
import { itemWords, tasks, taskStates } from './words.ts';

/** What there is to do: at most five, each with its state in words and what the officer said of it. */
export const TaskList = ({ application, only }: { application: ApplicationDetail; only: readonly TaskId[] }) => (
  <ol className="grid gap-3">
    {taskIds
      .filter((task) => only.includes(task))
      .map((task) => (
        <Task key={task} {...{ application, task }} />
      ))}
  </ol>
);

const Task = ({ application, task }: { application: ApplicationDetail; task: TaskId }) => {
  const { title, about } = tasks[task];
  if (isTooEarly(application, task)) return <NotYet title={title} />;
  const remarks = application.tasks.find(({ id }) => id === task)?.remarks ?? [];
  return (
    <li className="panel grid gap-1">
      <a
        className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2 no-underline"
        href={wayTo(application, task)}
      >
        <b className="underline">{title}</b>
        <StateBadge state={taskStates[stateOf(application, task)]} />
      </a>
      <p className="field-hint">{about}</p>
      {remarks.length > 0 && (
        <ul className="border-l-4 border-brick pl-3">
          {remarks.map(({ item, reason }) => (
            <li key={item}>
              <b>{remarked(application, item)}:</b> {reason}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

const NotYet = ({ title }: { title: string }) => (
  <li className="panel grid gap-1">
    <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
      <b className="text-muted">{title}</b>
      <Badge tone="quiet">Chưa làm được</Badge>
    </p>
    <p className="field-hint">Chọn hàng định bán trước.</p>
  </li>
);

/** Where a task leads: to what is open in it, else to its answers. */
export const wayTo = (application: ApplicationDetail, task: TaskId): string =>
  wayInto(application, task) ?? `${checkPath(application.id)}#${task}`;

/** What a remark is on, in words. */
const remarked = ({ requirements }: ApplicationDetail, item: string): string => {
  const question = questionOf(item);
  return (question && itemWords[question.item]) ?? requirements.find(({ id }) => id === item)?.title ?? 'Cán bộ xã ghi';
};
