import { paperKinds } from '@chophien/contracts';
import { withQuery } from '@chophien/ui';
import type { Seen } from './paper.tsx';

/** One page of the paper, as large as it goes; turned and enlarged by plain links. */
export const Sheet = ({ paper, page, turn, large }: Pick<Seen, 'paper' | 'page' | 'turn' | 'large'>) => {
  const { id, kind, sheets } = paper;
  const sheet = sheets[page - 1];
  if (!sheet) return <p className="panel">Ảnh đã được huỷ sau khi kiểm tra.</p>;
  const here = (change: Record<string, string | number | undefined>) =>
    withQuery(
      `/giay-to/${id}`,
      { to: page > 1 ? page : undefined, xoay: turn || undefined, lon: large ? 1 : undefined },
      change,
    );
  const file = `/giay-to/${id}/trang/${page}`;
  return (
    <div className="grid content-start gap-3">
      <nav className="no-print flex flex-wrap gap-2" aria-label="Xem ảnh">
        {sheets.length > 1 &&
          sheets.map((_, index) => (
            <a
              key={index}
              className="chip"
              href={here({ to: index > 0 ? index + 1 : undefined })}
              aria-current={index + 1 === page ? 'page' : undefined}
            >
              Trang {index + 1}
            </a>
          ))}
        {sheet === 'picture' && (
          <>
            <a className="chip" href={here({ xoay: (turn + 90) % 360 || undefined })}>
              Xoay phải
            </a>
            <a className="chip" href={here({ lon: large ? undefined : 1 })}>
              {large ? 'Thu nhỏ' : 'Phóng to'}
            </a>
          </>
        )}
      </nav>
      {sheet === 'picture' ? (
        <div
          className="overflow-auto rounded-lg border border-line"
          // Larger than its frame it is moved about, by keys as well.
          {...(large ? { tabIndex: 0, role: 'region', 'aria-label': 'Ảnh phóng to' } : {})}
        >
          <img
            className="block aspect-square object-contain max-w-none"
            style={{ width: large ? '220%' : '100%', rotate: `${turn}deg` }}
            src={file}
            alt={`${paperKinds[kind]}, trang ${page}`}
          />
        </div>
      ) : (
        <p className="panel">
          Giấy này là tệp PDF.{' '}
          <a className="inline-block py-2" href={file}>
            Tải về để xem
          </a>
          . Tệp chứa dữ liệu cá nhân: xem xong thì xoá khỏi máy.
        </p>
      )}
    </div>
  );
};
