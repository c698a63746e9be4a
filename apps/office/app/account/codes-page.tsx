import { Note, Page } from '@chophien/ui';

/** The ten codes, this once: to be printed or written down before going on. */
export const CodesPage = ({ codes, next }: { codes: readonly string[]; next: { href: string; word: string } }) => (
  <Page title="Mã khôi phục" narrow hidden>
    <h1>Mười mã khôi phục</h1>
    <Note tone="warn">
      <p>
        <b>Chỉ hiện một lần này.</b> In ra hoặc chép vào sổ, cất ở nơi riêng, không để cùng điện thoại.
      </p>
    </Note>
    <p>Khi mất điện thoại, bạn đăng nhập bằng mật khẩu và một mã dưới đây. Mỗi mã dùng được một lần.</p>
    <ol className="panel grid grid-cols-2 gap-2 list-decimal pl-8" data-codes="">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <p className="no-print">
      <a className="button button-main" href={next.href}>
        {next.word}
      </a>
    </p>
  </Page>
);
