import type { ApplicationView } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Icon, producerKinds } from '@chophien/ui';
import type { ReactNode } from 'react';

const Fact = ({ word, children }: { word: string; children: ReactNode }) => (
  <>
    <dt>{word}</dt>
    <dd>{children || <span className="text-muted">Không ghi</span>}</dd>
  </>
);

/** Everything the applicant said, and how to reach them. */
export const ApplicationFacts = ({
  application,
  crops,
}: {
  application: ApplicationView;
  crops: readonly string[];
}) => {
  const { kind, name, commune, subArea, address, note, applicant } = application;
  const phone = localPhone(applicant.phone);
  return (
    <div className="grid gap-4 md:grid-cols-[3fr_2fr] items-start">
      <section className="panel grid gap-2">
        <h2>Nội dung đăng ký</h2>
        <dl className="facts">
          <Fact word="Loại hình">{producerKinds[kind]}</Fact>
          <Fact word="Tên gian hàng">{name}</Fact>
          <Fact word="Xã, phường">
            {commune.fullName}, {commune.province} <span className="text-muted">(mã {commune.code})</span>
          </Fact>
          <Fact word="Thôn, bản, khu">{subArea}</Fact>
          <Fact word="Địa chỉ">{address}</Fact>
          <Fact word="Hàng bán">{crops.join(', ')}</Fact>
          <Fact word="Ghi thêm">{note && <span className="whitespace-pre-line">{note}</span>}</Fact>
        </dl>
      </section>
      <section className="panel grid gap-2">
        <h2>Người nộp</h2>
        <p>{applicant.name ?? 'Chưa ghi tên'}</p>
        <p>
          <a className="button" href={`tel:${phone}`}>
            <Icon name="phone" />
            Gọi {phone}
          </a>
        </p>
        <p className="field-hint">
          Số điện thoại là dữ liệu cá nhân, chỉ dùng để xét hồ sơ này. Lần xem này được ghi vào nhật ký cùng tên bạn.
        </p>
      </section>
    </div>
  );
};
