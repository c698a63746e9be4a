import { ForgetImports, WorkImports } from './caseload/index.ts';
import {
  DerivePictures,
  ForgetDrafts,
  ForgetDrawn,
  ForgetPictures,
  TurnCertificates,
  EndServiceDates,
  TurnSeasons,
} from './catalogue/index.ts';
import { EscalateComplaints } from './complaints/index.ts';
import { DetectDirty, ForgetNonces, NoticeSilence, OpenReadingMonths } from './coldchain/index.ts';
import { FinishRecoveries, ForgetSignIns } from './identity/index.ts';
import { ForgetMessages, SendMessages } from './notifications/index.ts';
import { CarryOutSuspensions, WeighAll } from './onboarding/index.ts';
import { ExpireBaskets, ExpireUnpaid, ForgetClaimPhotos, WatchAnswers } from './ordering/index.ts';
import { DestroyPapers, ExpirePapers } from './papers/index.ts';
import { NoticeMissingCash, Reconcile, SettleRefunds, WatchTransfers } from './payments/index.ts';
import type { Task } from './platform/schedule.ts';
import { ApplySynonyms, CheckIndex, DrainIndex, ForgetUnmet } from './search/index.ts';
import { ForgetSheets, WorkSheets } from './sheets/index.ts';

/** What runs at which hour (Asia/Ho_Chi_Minh). */
export const tasks: Task[] = [
  { name: 'work-imports', every: 2, run: WorkImports },
  { name: 'forget-imports', every: '5 4 * * *', run: ForgetImports },
  { name: 'work-sheets', every: 2, run: WorkSheets },
  { name: 'forget-sheets', every: '15 4 * * *', run: ForgetSheets },
  { name: 'detect-dirty', every: 2, run: DetectDirty },
  { name: 'drain-index', every: 2, run: DrainIndex },
  { name: 'check-index', every: 60, run: CheckIndex },
  { name: 'apply-synonyms', every: 120, run: ApplySynonyms },
  { name: 'forget-unmet', every: '25 4 * * 1', run: ForgetUnmet },
  { name: 'send-messages', every: 2, run: SendMessages },
  { name: 'notice-silence', every: 60, run: NoticeSilence },
  { name: 'forget-nonces', every: 600, run: ForgetNonces },
  { name: 'open-reading-months', every: '35 1 * * *', run: OpenReadingMonths },
  { name: 'expire-unpaid', every: 60, run: ExpireUnpaid },
  { name: 'watch-answers', every: 300, run: WatchAnswers },
  { name: 'escalate-complaints', every: 300, run: EscalateComplaints },
  { name: 'reconcile-payments', every: 300, run: Reconcile },
  { name: 'settle-refunds', every: 120, run: SettleRefunds },
  { name: 'notice-missing-cash', every: '0 6 * * *', run: NoticeMissingCash },
  { name: 'watch-transfers', every: 120, run: WatchTransfers },
  { name: 'expire-baskets', every: '40 3 * * *', run: ExpireBaskets },
  { name: 'forget-claim-photos', every: '45 3 * * *', run: ForgetClaimPhotos },
  { name: 'finish-recoveries', every: 60, run: FinishRecoveries },
  { name: 'forget-messages', every: '50 3 * * *', run: ForgetMessages },
  { name: 'forget-sign-ins', every: '10 3 * * *', run: ForgetSignIns },
  { name: 'derive-pictures', every: 2, run: DerivePictures },
  { name: 'forget-drawn', every: '15 3 * * *', run: ForgetDrawn },
  { name: 'forget-pictures', every: '20 3 * * *', run: ForgetPictures },
  { name: 'forget-drafts', every: '25 3 * * *', run: ForgetDrafts },
  { name: 'expire-papers', every: 900, run: ExpirePapers },
  { name: 'delete-destroyed-papers', every: 600, run: DestroyPapers },
  { name: 'carry-out-suspensions', every: 300, run: CarryOutSuspensions },
  { name: 'turn-certificates', every: '10 0 * * *', run: TurnCertificates },
  { name: 'end-service-dates', every: 60, run: EndServiceDates },
  { name: 'turn-seasons', every: '5 0 * * *', run: TurnSeasons },
  { name: 'weigh-applications', every: '15 0 * * *', run: WeighAll },
];
