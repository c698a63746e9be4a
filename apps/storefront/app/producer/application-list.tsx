import type { ApplicationView } from '@chophien/contracts';
import { applicationStates, Note, producerKinds, producerStates, StateBadge, when } from '@chophien/ui';

/** What an applicant is asked, in the words of the form. */
export const itemWords: Record<ApplicationView['remarks'][number]['item'], string> = {
  kind: 'Hộ hay hợp tác xã',
  name: 'Tên gian hàng',
  commune: 'Xã, phường',
  'sub-area': 'Thôn, bản',
  address: 'Địa chỉ',
  crops: 'Loại hàng',
  note: 'Lời nhắn',
};

/** Each application and where it stands; a returned one with what to mend. */
export const ApplicationList = ({
  applications,
  sent,
}: {
  applications: readonly ApplicationView[];
  sent: boolean;
}) => (
  <>
    {sent && (
      <Note tone="good">
        <b>Đã gửi hồ sơ.</b> Cán bộ xã sẽ xem và báo kết quả ở mục Tin nhắn.
      </Note>
    )}
    {applications.map((application) => (
      <section key={application.id} className="panel grid gap-2">
        <h2 className="flex flex-wrap items-center gap-2">
          {application.name}
          <StateBadge
            state={
              application.producerState && application.producerState !== 'approved'
                ? producerStates[application.producerState]
                : applicationStates[application.state]
            }
          />
        </h2>
        <p>
          {producerKinds[application.kind]}, {application.commune.fullName}, {application.commune.province}. Gửi lúc{' '}
          {when(application.submittedAt)}.
        </p>
        {application.remarks.length > 0 && (
          <div>
            <h3>Cán bộ xã ghi</h3>
            <ul className="list-disc pl-6">
              {application.remarks.map((remark) => (
                <li key={remark.item}>
                  {itemWords[remark.item]}: {remark.reason}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    ))}
  </>
);
