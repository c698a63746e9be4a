import { text, visitor } from '@chophien/site';
import { Note, Page } from '@chophien/ui';
import { commodities } from '../reference.ts';
import { Enhance } from '../share.tsx';
import type { Route } from './+types/check';
import { CheckAnswers } from './check-answers.tsx';
import { KeptOnPhone } from './draft-form.tsx';
import { isOpen, openWithMe } from './opened.ts';
import { applicationPath } from './paths.ts';
import { lacking } from './lacking.ts';

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const [{ application, me }, crops] = await Promise.all([
    openWithMe({ context, params }),
    commodities(context.get(visitor).read),
  ]);
  return {
    application,
    person: me.id,
    open: isOpen(application),
    lacks: lacking(application),
    saved: text(new URL(request.url).searchParams, 'luu'),
    crops: crops.map(({ id, name }) => ({ id, name })),
  };
}

export default function Check({
  loaderData: { application, person, open, lacks, saved, crops },
}: Route.ComponentProps) {
  const { id, may } = application;
  return (
    <Page title={open ? 'Xem lại hồ sơ' : 'Hồ sơ của tôi'} narrow hidden>
      <p>
        <a className="inline-block py-3" href={applicationPath(id)}>
          ‹ Việc cần làm
        </a>
      </p>
      <h1>{open ? 'Xem lại trước khi gửi' : 'Hồ sơ của tôi'}</h1>
      <KeptOnPhone person={person} household={id} saved={saved} />
      <CheckAnswers application={application} crops={crops} />
      {open && lacks.length > 0 && (
        <Note tone="warn">
          <p>Còn thiếu:</p>
          <ul>
            {lacks.map(({ words, path }) => (
              <li key={words}>
                <a className="inline-block py-2" href={path}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {open && lacks.length === 0 && may.includes('hand-in') && (
        <p>
          <a className="button button-main w-full" href={applicationPath(id, 'gui')}>
            Đúng cả, đi tiếp
          </a>
        </p>
      )}
      {open && !may.includes('hand-in') && <p>Chủ hộ hoặc người quản lý là người đồng ý và gửi hồ sơ.</p>}
      <Enhance />
    </Page>
  );
}
