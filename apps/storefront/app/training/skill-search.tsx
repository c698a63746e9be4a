import { findTrainees, getMe, mayDo } from '@chophien/contracts';
import { notFound, text, visitor } from '@chophien/site';
import { Badge, Crumbs, Page } from '@chophien/ui';
import type { Route } from './+types/skill-search';
import { FindHousehold } from './find-household.tsx';
import { SKILLS, TRAINING } from './paths.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const me = await context.get(visitor).read(getMe);
  return mayDo(me, 'skills.sign') ? { words: '', items: [], total: 0 } : notFound(context);
}

/** Searching is a POST: names of households do not stand in addresses. */
export async function action({ context, request }: Route.ActionArgs) {
  const words = text(await request.formData(), 'words').slice(0, 100);
  const { read } = context.get(visitor);
  const found = words ? await read(findTrainees, { query: { q: words, page: 1 } }) : { items: [], total: 0 };
  return { words, items: found.items, total: found.total };
}

export default function SkillSearch({ loaderData, actionData }: Route.ComponentProps) {
  const { words, items, total } = actionData ?? loaderData;
  return (
    <Page title="Ký kỹ năng" narrow hidden>
      <Crumbs links={[{ href: TRAINING, word: 'Tập huấn' }]} />
      <h1>Ký kỹ năng cho hộ</h1>
      <p>Tìm hộ, rồi đánh dấu những việc bạn đã thấy hộ tự tay làm.</p>
      <FindHousehold words={words} />
      {words && items.length === 0 && <p>Không có hộ nào tên “{words}” ở các xã bạn dạy. Thử ít chữ hơn.</p>}
      <ul className="grid gap-2">
        {items.map(({ id, name, hamlet, trained, skilled }) => (
          <li key={id}>
            <a className="choice justify-between text-ink no-underline" href={`${SKILLS}/${id}`}>
              <span className="grid">
                <b>{name}</b>
                <span className="field-hint">
                  {hamlet && `${hamlet}. `}
                  {trained ? 'Đã dự buổi học.' : 'Chưa dự buổi nào.'}
                </span>
              </span>
              <Badge tone={skilled ? 'good' : 'wait'}>{skilled ? 'Đã ký đủ' : 'Chưa ký đủ'}</Badge>
            </a>
          </li>
        ))}
      </ul>
      {total > items.length && <p>Còn {total - items.length} hộ nữa, gõ rõ hơn để thấy.</p>}
    </Page>
  );
}
