import type { AnswerOf, getComplaintCase } from '@chophien/contracts';
import { localPhone } from '@chophien/kernel';
import { Badge, when } from '@chophien/ui';
import { leftWords } from '../times.ts';

/** Who, about whom, until when. */
export const ComplaintFacts = ({ one, now }: { one: AnswerOf<typeof getComplaintCase>; now: string }) => (
  <dl className="facts">
    <dt>Người khiếu nại</dt>
    <dd>
      {one.complainant?.name ?? 'Không ghi tên'}
      {one.complainant?.phone && (
        <>
          {' · '}
          <a className="inline-block py-2" href={`tel:${one.complainant.phone}`}>
            {localPhone(one.complainant.phone)}
          </a>
        </>
      )}
    </dd>
    <dt>Người bán</dt>
    <dd>
      <a className="inline-block py-2" href={`/ho-so/${one.producer.id}`}>
        {one.producer.name}
      </a>
    </dd>
    <dt>Đơn hàng</dt>
    <dd>{one.orderCode ?? 'Không về một đơn nào'}</dd>
    <dt>Xã, phường</dt>
    <dd>{one.commune.fullName}</dd>
    <dt>Gửi lúc</dt>
    <dd>
      {when(one.openedAt)}
      {one.reopenedAt && `, mở lại ${when(one.reopenedAt)}`}
    </dd>
    <dt>Hạn quyết định</dt>
    <dd>
      {when(one.dueAt)}{' '}
      {one.state !== 'decided' && (
        <Badge tone={one.late ? 'bad' : 'plain'}>{leftWords(one.dueAt, new Date(now))}</Badge>
      )}
      {one.state === 'decided' && one.late && <Badge tone="bad">Quyết định quá hạn</Badge>}
      {one.escalatedAt && ` Tỉnh xem từ ${when(one.escalatedAt)}.`}
      <span className="field-hint block">{one.topic.legalRef}</span>
    </dd>
    <dt>Người giải quyết</dt>
    <dd>{one.owner ? (one.owner.name ?? 'Một cán bộ') : 'Chưa có'}</dd>
  </dl>
);
