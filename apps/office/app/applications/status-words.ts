import type { ApplicationStatus, PaperView, RequirementView, TaskView } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import type { Tone } from '@chophien/ui';

interface StateWords {
  word: string;
  tone: Tone;
}

/** Where an application stands, as an officer says it. */
export const statusWords: Record<ApplicationStatus, StateWords> = {
  draft: { word: 'Đang làm', tone: 'quiet' },
  submitted: { word: 'Chờ xem', tone: 'wait' },
  'in-review': { word: 'Đang xem', tone: 'plain' },
  returned: { word: 'Đã trả lại', tone: 'bad' },
  approved: { word: 'Đã duyệt, chưa bán được', tone: 'wait' },
  active: { word: 'Đang bán', tone: 'good' },
  suspended: { word: 'Tạm ngừng', tone: 'bad' },
  closed: { word: 'Đã đóng', tone: 'quiet' },
};

export interface Tab {
  /** As the address says it: `?muc=dang-xem`. */
  key: string;
  status: ApplicationStatus;
  empty: string;
}

/** The queue's parts, in the order of the way; the first is opened when none is asked for. */
export const tabs: readonly [Tab, ...Tab[]] = [
  { key: 'cho-xem', status: 'submitted', empty: 'Không có hồ sơ nào chờ xem' },
  { key: 'dang-xem', status: 'in-review', empty: 'Không có hồ sơ nào đang được xem' },
  { key: 'tra-lai', status: 'returned', empty: 'Không có hồ sơ nào đang chờ hộ bổ sung' },
  { key: 'da-duyet', status: 'approved', empty: 'Không có hồ sơ nào đã duyệt mà chưa bán được' },
  { key: 'dang-ban', status: 'active', empty: 'Chưa có gian hàng nào đang bán' },
  { key: 'tam-ngung', status: 'suspended', empty: 'Không có gian hàng nào bị tạm ngừng' },
  { key: 'da-dong', status: 'closed', empty: 'Chưa có gian hàng nào đóng' },
];

/** The part an address asks for; nonsense is the first. */
export const tabOf = (asked: string | null): Tab => tabs.find(({ key }) => key === asked) ?? tabs[0];

/** Whole days in a state, as they are said: `chờ từ hôm nay`, `chờ 6 ngày`. */
export const ageWords = (status: ApplicationStatus, days: number): string => {
  const waits = status === 'submitted' || status === 'in-review' || status === 'returned' || status === 'approved';
  const verb = waits ? 'chờ' : 'đã';
  return days < 1 ? `${waits ? 'chờ ' : ''}từ hôm nay` : `${verb} ${days} ngày`;
};

export const taskStates: Record<TaskView['state'], StateWords> = {
  todo: { word: 'Hộ chưa làm xong', tone: 'quiet' },
  done: { word: 'Xong', tone: 'good' },
  waiting: { word: 'Chờ cán bộ', tone: 'wait' },
  returned: { word: 'Đang chờ bổ sung', tone: 'bad' },
};

export const requirementStates: Record<RequirementView['state'], StateWords> = {
  met: { word: 'Đạt', tone: 'good' },
  missing: { word: 'Chưa có', tone: 'quiet' },
  waiting: { word: 'Chờ kiểm tra', tone: 'wait' },
  refused: { word: 'Không đạt', tone: 'bad' },
  expiring: { word: 'Đạt, sắp hết hạn', tone: 'wait' },
  expired: { word: 'Hết hạn', tone: 'bad' },
};

export const dueWords: Record<RequirementView['due'], string> = {
  'before-submission': 'phải có khi nộp',
  'before-approval': 'phải có trước khi duyệt',
  'before-selling': 'phải có trước khi bán',
};

export const paperStates: Record<PaperView['state'], StateWords> = {
  waiting: { word: 'Chờ kiểm tra', tone: 'wait' },
  verified: { word: 'Đã kiểm tra', tone: 'good' },
  refused: { word: 'Không nhận', tone: 'bad' },
  expired: { word: 'Hết hạn', tone: 'bad' },
  replaced: { word: 'Đã thay giấy khác', tone: 'quiet' },
};

/** Whether deciding now is about another name only: the application itself was approved before. */
export const isRenaming = (status: ApplicationStatus): boolean =>
  status === 'approved' || status === 'active' || status === 'suspended';

/** Why a requirement stands as it does: an officer's words, or the law's days of grace for who sold before. */
export const reasonWords = (reason: string): string =>
  reason === 'grace' ? 'Bán từ trước khi có quy định: được làm tiếp đến ngày này.' : `Lý do: ${reason}`;

const bases: Record<NonNullable<RequirementView['basis']>, string> = {
  certificate: 'có giấy chứng nhận',
  commitment: 'ký bản cam kết',
  exemption: 'thuộc diện miễn',
  'quality-certificate': 'có chứng nhận chất lượng',
  attested: 'tự khai',
};

/** How the household says it meets a requirement: `Hộ khai: thuộc diện miễn, điểm a khoản 1 Điều 12 Nghị định 15/2018/NĐ-CP.` */
export const basisWords = ({ basis, basisReason }: Pick<RequirementView, 'basis' | 'basisReason'>): string | null => {
  if (basis === null) return null;
  const letter = basis === 'exemption' && basisReason !== null && /^[a-zđ]$/u.test(basisReason);
  const why = letter ? `điểm ${basisReason} khoản 1 Điều 12 Nghị định 15/2018/NĐ-CP` : basisReason;
  return `Hộ khai: ${bases[basis]}${why ? `, ${why}` : ''}.`;
};

/** By when an officer should have answered, in words. */
export const answerWords = ({ dueOn, late }: { dueOn: string | null; late: boolean }): string | null => {
  if (dueOn === null) return null;
  return late ? `Quá hạn trả lời, hạn ${formatDay(dueOn)}` : `Trả lời trước hết ngày ${formatDay(dueOn)}`;
};

/** Whether it lets a household go on: an expiring one still does. */
export const isMet = ({ state }: Pick<RequirementView, 'state'>): boolean => state === 'met' || state === 'expiring';

/** What is not met: what keeps it from being approved, and what lets it be approved but not sell. */
export const unmet = <R extends Pick<RequirementView, 'state' | 'due'>>(requirements: readonly R[]) => ({
  approval: requirements.filter((each) => !isMet(each) && each.due !== 'before-selling'),
  selling: requirements.filter((each) => !isMet(each) && each.due === 'before-selling'),
});
