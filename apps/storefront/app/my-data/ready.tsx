import { getMe } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Crumbs, Page } from '@chophien/ui';
import type { Route } from './+types/ready';
import { FILE, MY_DATA } from './paths.ts';

/** Where the proof leads back to: the file itself would leave her on the page of the code. */
export async function loader({ context }: Route.LoaderArgs) {
  const { name } = await context.get(visitor).read(getMe);
  return { name };
}

export default function Ready({ loaderData: { name } }: Route.ComponentProps) {
  return (
    <Page title="Tải dữ liệu của tôi" narrow hidden>
      <Crumbs
        links={[
          { href: '/tai-khoan', word: 'Tài khoản' },
          { href: MY_DATA, word: 'Dữ liệu của tôi' },
        ]}
      />
      <h1>Tải dữ liệu của tôi</h1>
      <p>
        Một tệp có mọi thứ Chợ Phiên giữ về {name ? <b>{name}</b> : 'bạn'} và hộ của bạn. Tệp viết theo kiểu JSON, máy
        tính nào cũng mở được.
      </p>
      <p>Trong tệp có thông tin riêng. Đừng gửi cho ai, và xóa đi nếu máy nhiều người dùng.</p>
      <p>
        <a className="button button-main w-full" href={FILE} download>
          Tải tệp về máy
        </a>
      </p>
      <p>
        <a className="inline-block py-3" href={MY_DATA}>
          Xong, trở lại
        </a>
      </p>
    </Page>
  );
}
