import { listProvinces, type PaperKind, paperKinds, type RuleVersion } from '@chophien/contracts';
import type { Visitor } from '@chophien/site';
import { producerKinds } from '@chophien/ui';
import { taskWords } from '../applications/item-words.ts';
import { categories } from '../categories.ts';
import { readBody } from './rule-body.ts';

/** Of whom and of what goods a version asks, in names. */
export const scopeLines = async (who: Visitor, version: RuleVersion): Promise<{ word: string; value: string }[]> => {
  const { task, producerKinds: kinds = [], groups, papers = [], province } = readBody(version.body);
  const names = groups ? await categories(who).catch((): Readonly<Record<string, string>> => ({})) : {};
  const where = province
    ? (await who.call(listProvinces)).items.find(({ code }) => code === province)?.name
    : undefined;
  return [
    { word: 'Phần của hồ sơ', value: task ? taskWords[task] : '–' },
    { word: 'Với', value: kinds.map((kind) => producerKinds[kind]).join(', ') || '–' },
    { word: 'Nhóm hàng', value: groups ? groups.map((group) => names[group] ?? group).join(', ') : 'Mọi loại hàng' },
    {
      word: 'Giấy được nhận',
      value: papers.map((kind) => paperKinds[kind as PaperKind] ?? kind).join('; ') || 'Không cần giấy',
    },
    { word: 'Nơi áp dụng', value: province ? (where ?? province) : 'Cả nước' },
  ];
};
