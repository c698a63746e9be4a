import type { ApplicationDetail, RequirementView } from '@chophien/contracts';

const id = '00000000-0000-4000-8000-000000000001';
const at = '2026-11-20T02:00:00.000Z';

/** One requirement of an invented household. */
export const aRequirement = (
  given: Partial<RequirementView> & Pick<RequirementView, 'id' | 'task'>,
): RequirementView => ({
  kind: 'verified',
  title: `Yêu cầu ${given.id}`,
  hint: '',
  legalRef: 'Quy định của Chợ Phiên',
  due: 'before-selling',
  groups: null,
  papers: [],
  state: 'missing',
  until: null,
  reason: null,
  basis: null,
  basisReason: null,
  ...given,
});

const foodSafety = aRequirement({
  id: 'food-safety',
  task: 'food-safety',
  title: 'An toàn thực phẩm',
  papers: ['food-safety-certificate', 'food-safety-commitment', 'vietgap', 'exemption-statement'],
});

/** An application of an invented household that has just been begun; whatever is given stands instead. For tests. */
export const anApplication = (given: Partial<ApplicationDetail> = {}): ApplicationDetail => ({
  id,
  status: 'draft',
  kind: 'household',
  name: 'Vườn nhà Mẫu',
  commune: { code: '07330', fullName: 'Xã Phúc Hòa', province: 'Bắc Ninh' },
  answers: [
    { item: 'kind', value: 'household', at, by: null, onBehalf: false },
    { item: 'name', value: 'Vườn nhà Mẫu', at, by: null, onBehalf: false },
    { item: 'commune', value: '07330', at, by: null, onBehalf: false },
  ],
  wishes: [],
  tasks: [
    { id: 'stall', state: 'todo', missing: ['head', 'crops'], remarks: [] },
    { id: 'place', state: 'todo', missing: ['address'], remarks: [] },
    { id: 'identity', state: 'todo', missing: ['identity'], remarks: [] },
    { id: 'food-safety', state: 'todo', missing: ['food-safety'], remarks: [] },
    { id: 'money', state: 'todo', missing: ['tax-code', 'bank-account'], remarks: [] },
  ],
  requirements: [
    foodSafety,
    aRequirement({ id: 'identity', task: 'identity', title: 'Xác minh người đứng tên', due: 'before-approval' }),
    aRequirement({ id: 'bank-account', task: 'money', title: 'Nhận tiền bằng cách nào', kind: 'attested' }),
    aRequirement({ id: 'consent-selling', task: 'stall', kind: 'computed', due: 'before-submission' }),
  ],
  consents: [],
  papers: [],
  identity: null,
  payout: null,
  taxCode: null,
  missing: ['head', 'crops', 'address', 'identity', 'consent-selling'],
  round: 0,
  submittedAt: null,
  decidedAt: null,
  suspension: null,
  closing: null,
  may: ['prepare', 'hand-in', 'payout', 'consent', 'members', 'delegate', 'close'],
  ...given,
});
