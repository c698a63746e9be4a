import { Hidden, Note, Submit } from '@chophien/ui';
import { backOf, told } from './listing-acts.ts';

interface Props {
  done: string;
  /** The listing, and under which id it was done. */
  which: string;
  once: string;
  by: string;
  /** A new id for what takes it back. */
  next: string;
}

/** What was just done, with a way back that needs no script and stays until she goes on. */
export const Undo = ({ done, which, once, by, next }: Props) => {
  const words = told[done];
  const back = backOf(done);
  if (!words) return null;
  return (
    <Note tone="good">
      <p role="status">{words}</p>
      {back && (
        <form method="post" action="/ban-hang/san-pham" className="mt-2" data-once="">
          <Hidden name="id" value={which} />
          {/* What was counted away comes back under the same id; a step is a new movement. */}
          <Hidden name="once" value={back === 'co-lai' ? once : next} />
          <Hidden name="by" value={by} />
          <Submit kind="plain" name="go" value={back}>
            Hoàn tác
          </Submit>
        </form>
      )}
    </Note>
  );
};
