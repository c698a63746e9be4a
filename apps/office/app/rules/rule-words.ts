import { type DraftedRule, readBody } from './rule-body.ts';
import type { RuleVersion } from '@chophien/contracts';
import { formatDay } from '@chophien/kernel';
import type { Tone } from '@chophien/ui';

export const ruleStates: Record<RuleVersion['state'], { word: string; tone: Tone }> = {
  draft: { word: 'Bản soạn, chờ duyệt', tone: 'wait' },
  approved: { word: 'Đã duyệt, chờ đến ngày', tone: 'plain' },
  'in-force': { word: 'Đang áp dụng', tone: 'good' },
  ended: { word: 'Đã hết hiệu lực', tone: 'quiet' },
  dropped: { word: 'Đã bỏ', tone: 'quiet' },
};

export const kindWords: Record<DraftedRule['kind'], string> = {
  computed: 'Hệ thống tự xét từ những gì đã biết',
  attested: 'Hộ tự khai, tự cam kết',
  verified: 'Cán bộ kiểm tra',
};

export const verifierWords: Record<NonNullable<DraftedRule['verifier']>, string> = {
  'commune-officer': 'Cán bộ xã',
  'province-officer': 'Cán bộ tỉnh',
  inspector: 'Thanh tra chuyên ngành',
};

export const dueChoices: Record<DraftedRule['due'], string> = {
  'before-submission': 'Khi nộp hồ sơ',
  'before-approval': 'Trước khi duyệt',
  'before-selling': 'Trước khi bán (duyệt được, chưa bán được)',
};

/** `từ 01/01/2027`, `từ 01/07/2026 đến 31/12/2026`. */
export const spanWords = ({ validFrom, validTo }: Pick<RuleVersion, 'validFrom' | 'validTo'>): string =>
  `từ ${formatDay(validFrom)}${validTo ? ` đến ${formatDay(validTo)}` : ''}`;

export interface RuleGroup {
  rule: string;
  /** As it is called now, or will be. */
  title: string;
  versions: RuleVersion[];
}

const rank: Record<RuleVersion['state'], number> = { 'in-force': 0, approved: 1, draft: 2, ended: 3, dropped: 4 };

/** Requirements by title, each with its versions: in force first, then what comes, then what was. */
export const grouped = (items: readonly RuleVersion[]): RuleGroup[] => {
  const rules = Map.groupBy(items, ({ rule }) => rule);
  return [...rules]
    .map(([rule, found]) => {
      const versions = found.toSorted(
        (a, b) => rank[a.state] - rank[b.state] || b.validFrom.localeCompare(a.validFrom) || a.id.localeCompare(b.id),
      );
      return { rule, title: versions[0]!.title, versions };
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, 'vi'));
};

/** Why she who asks cannot approve a draft; nothing when she can. */
export const notApprovable = (version: Pick<RuleVersion, 'state' | 'mayApprove' | 'draftedBy'>): string | undefined => {
  if (version.state !== 'draft') return undefined;
  if (version.mayApprove) return undefined;
  return version.draftedBy === null
    ? 'Bản này có sẵn từ đầu, chưa ai đứng tên soạn. Bấm Sửa bản soạn, kiểm tra rồi lưu để đứng tên; sau đó một cán bộ tỉnh khác duyệt.'
    : 'Bạn là người soạn bản này nên không tự duyệt được. Hãy nhờ một cán bộ tỉnh khác mở trang này và duyệt.';
};

/** What a version says, line by line, for reading. */
export const bodyLines = (version: RuleVersion): { word: string; value: string }[] => {
  const body = readBody(version.body);
  const lines: [string, string | undefined][] = [
    ['Hướng dẫn cho hộ', body.hint],
    ['Cách xét', body.kind && kindWords[body.kind]],
    ['Phải có', body.due && dueChoices[body.due]],
    ['Ai kiểm tra', body.verifier ? verifierWords[body.verifier] : undefined],
    ['Còn phải xác nhận', typeof version.body.confirmation === 'string' ? version.body.confirmation : undefined],
    ['Xem lại sau', body.validMonths ? `${body.validMonths} tháng` : 'Không phải xem lại'],
  ];
  return lines.flatMap(([word, value]) => (value ? [{ word, value }] : []));
};
