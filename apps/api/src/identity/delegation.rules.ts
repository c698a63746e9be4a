import { delegable, type DelegableRight, Problem } from '@chophien/contracts';
import { addDays, dayBounds, formatDay } from '@chophien/kernel';

export type DelegationEvidence = 'own-hand' | 'code' | 'slip';

/**
 * The last day a delegation given on `today` may hold, `YYYY-MM-DD`: the same day of the month `months` later, or that
 * month's last.
 */
export const latestDay = (today: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last.getUTCDate()) - 1);
};

/** Whether a right may be given away at all: money, consent and delegation itself may not. */
export const isDelegable = (right: string): right is DelegableRight => (delegable as readonly string[]).includes(right);

/**
 * What of it is given: each right once, in the order of `delegable`.
 * @throws Problem identity.right-not-delegable naming them; identity.delegation-too-long with the latest day
 */
export const judgeDelegation = (
  { rights, until }: { rights: readonly string[]; until: string },
  { today, months }: { today: string; months: number },
): DelegableRight[] => {
  const refused = rights.filter((right) => !isDelegable(right));
  if (refused.length > 0 || rights.length === 0) throw new Problem('identity.right-not-delegable', { rights: refused });
  const latest = latestDay(today, months);
  if (until < today || until > latest) throw new Problem('identity.delegation-too-long', { until: latest });
  return delegable.filter((right) => rights.includes(right));
};

/** The instant a delegation ends that holds to the end of this day in Vietnam. */
export const endOf = (until: string): Date => dayBounds(until).to;

/** What each right is called where one does it in another's place. */
export const rightWords: Record<DelegableRight, string> = {
  'producer.prepare': 'ghi hồ sơ gian hàng',
  'paper.hand-in': 'nộp giấy tờ',
  'listing.publish': 'đăng bán và sửa giá',
  'stock.change': 'sửa số lượng hàng',
  'parcel.handle': 'nhận đơn và báo giao hàng',
  'channel.export': 'đưa hàng sang sàn khác',
};

/** `a`, `a và b`, `a, b và c`; what itself holds an “và” is set off by a comma. */
const listed = (words: readonly string[]): string => {
  if (words.length < 2) return words.join('');
  const joint = words.some((word) => word.includes(' và ')) ? ', và ' : ' và ';
  return words.slice(0, -1).join(', ') + joint + words.at(-1);
};

const evidenceWords: Record<DelegationEvidence, string> = {
  'own-hand': 'hộ tự xác nhận trên Chợ Phiên ngày',
  code: 'theo mã xác nhận gửi đến điện thoại của hộ ngày',
  slip: 'theo phiếu có chữ ký ngày',
};

export interface SpokenDelegation {
  giver: string;
  receiver: string;
  rights: readonly string[];
  /** The day it was given and the last it holds, `YYYY-MM-DD`. */
  from: string;
  until: string;
  evidence: DelegationEvidence;
  /** The day it was ended. */
  ended?: string | null;
}

/** A delegation as one plain sentence. */
export const delegationSentence = ({
  giver,
  receiver,
  rights,
  from,
  until,
  evidence,
  ended,
}: SpokenDelegation): string => {
  const what = listed(rights.filter(isDelegable).map((right) => rightWords[right]));
  const how = `${evidenceWords[evidence]} ${formatDay(from)}`;
  if (ended) return `${giver} đã thôi cho ${receiver} ${what} thay từ ngày ${formatDay(ended)}.`;
  return `${giver} cho ${receiver} ${what} thay đến hết ngày ${formatDay(until)}, ${how}.`;
};

export type ProducerRole = 'producer' | 'household-member' | 'cooperative-manager';

/** A role within a household or cooperative as one plain sentence. */
export const roleSentence = (name: string, role: ProducerRole, producer: string): string => {
  switch (role) {
    case 'producer':
      return `${name} là chủ ${producer}: làm mọi việc, nhận tiền, cho và thôi uỷ quyền.`;
    case 'household-member':
      return `${name} là người trong ${producer}: đăng bán, sửa hàng và xử lý đơn; không đổi được nơi nhận tiền.`;
    case 'cooperative-manager':
      return `${name} là người quản lý ${producer}: làm mọi việc của tổ chức, và việc thành viên uỷ quyền.`;
  }
};
