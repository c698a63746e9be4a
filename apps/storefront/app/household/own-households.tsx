import { getHousehold, getMe, type HouseholdView, ownProducers } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { Empty } from '@chophien/ui';

/** More than anybody has; nobody waits for more. */
const MOST = 8;

/** The households and cooperatives one belongs to, and the one the page is about: by `?ho=`, else the first. */
export const ownHouseholds = async (
  { read }: Visitor,
  request: Request,
): Promise<{ all: HouseholdView[]; chosen: HouseholdView | undefined }> => {
  const me = await read(getMe);
  const ids = [...new Set(ownProducers(me))].slice(0, MOST);
  const all = await Promise.all(ids.map((id) => read(getHousehold, { params: { id } })));
  const wanted = new URL(request.url).searchParams.get('ho');
  return { all, chosen: wanted ? all.find(({ id }) => id === wanted) : all[0] };
};

/** Where one belongs to several: which one this page is about. */
export const WhichHousehold = ({
  all,
  chosen,
  path,
}: {
  all: readonly HouseholdView[];
  chosen: HouseholdView;
  path: string;
}) =>
  all.length < 2 ? null : (
    <nav aria-label="Chọn gian hàng">
      <ul className="flex flex-wrap gap-2">
        {all.map(({ id, name }) => (
          <li key={id}>
            <a className="chip" href={`${path}?ho=${id}`} aria-current={id === chosen.id ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

export const NoHousehold = () => (
  <Empty title="Bạn chưa có gian hàng nào">
    <p>Xã hoặc tổ công nghệ số đã ghi tên hộ bạn? Hãy nhận lại. Chưa thì đăng ký mới.</p>
    <p className="mt-3 flex flex-wrap justify-center gap-2">
      <a className="button button-main" href="/nhan-lai">
        Nhận lại hộ của tôi
      </a>
      <a className="button" href="/dang-ky-ban">
        Đăng ký bán hàng
      </a>
    </p>
  </Empty>
);
