import type { RequirementView, TaskView } from '@chophien/contracts';
import { StateBadge } from '@chophien/ui';
import { Children, type ReactNode } from 'react';
import { itemsOf, remarkWord, taskWords } from './item-words.ts';
import { RequirementCheck } from './requirement-check.tsx';
import { type Review, type Said, saidOf } from './reviewed.ts';
import { taskStates } from './status-words.ts';

interface Props {
  task: TaskView;
  application: Review;
  said: readonly Said[];
  groups: Readonly<Record<string, string>>;
  refusal: Parameters<typeof RequirementCheck>[0]['refusal'];
  /** More of this task's own, under its answers. */
  children?: ReactNode;
}

const Answers = ({ task, said }: { task: TaskView['id']; said: readonly Said[] }) => (
  <dl className="facts">
    {saidOf(task, said).map((each) => (
      <div key={each.item} className="contents">
        <dt>{each.word}</dt>
        <dd>
          {'value' in each && each.value ? (
            <>
              <span className="whitespace-pre-line">{each.value}</span>
              {each.helper && <span className="field-hint block">do {each.helper} nhập hộ</span>}
            </>
          ) : (
            <span className="text-muted">Không ghi</span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

/** One task: what the household said, beside what is required of it. */
export const TaskPanel = ({ task, application, said, groups, refusal, children }: Props) => {
  const required: RequirementView[] = application.requirements.filter((each) => each.task === task.id);
  const says = itemsOf(task.id).length > 0 || Children.toArray(children).length > 0;
  return (
    <section className="panel grid gap-3" aria-labelledby={`phan-${task.id}`}>
      <h2 id={`phan-${task.id}`} className="flex flex-wrap items-center gap-2">
        {taskWords[task.id]} <StateBadge state={taskStates[task.state]} />
      </h2>
      {task.remarks.length > 0 && (
        <div className="note note-warn">
          <b>Đã yêu cầu bổ sung</b>
          <ul className="list-disc pl-5">
            {task.remarks.map(({ item, reason }) => (
              <li key={item}>
                {remarkWord(item, application.requirements)}: {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={says ? 'grid items-start gap-x-8 gap-y-4 md:grid-cols-2' : 'grid'}>
        {says && (
          <div className="grid gap-4">
            {itemsOf(task.id).length > 0 && <Answers task={task.id} said={said} />}
            {children}
          </div>
        )}
        <div className="grid gap-3">
          <h3>Yêu cầu</h3>
          {required.length === 0 && <p className="text-muted">Phần này không có yêu cầu nào.</p>}
          <ul className="grid gap-3">
            {required.map((each) => (
              <li key={each.id} id={`yeu-cau-${each.id}`} className="border-l-4 border-line pl-3">
                <RequirementCheck requirement={each} application={application} groups={groups} refusal={refusal} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
};
