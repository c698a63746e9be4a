import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** The whole office on one page. */
export default [
  index('overview.tsx'),
  route('dang-nhap', 'account/sign-in.tsx'),
  route('dang-xuat', 'account/sign-out.tsx'),
  route('bat-dau/:key', 'account/start.tsx'),
  route('xac-nhan', 'account/prove.tsx'),
  route('tai-khoan', 'account/account.tsx'),
  route('tai-khoan/mat-khau', 'account/password.tsx'),
  route('tai-khoan/ma-xac-thuc', 'account/authenticator.tsx'),
  route('tai-khoan/ma-khoi-phuc', 'account/recovery-codes.tsx'),

  route('can-bo', 'officials/people.tsx'),
  route('can-bo/them', 'officials/appoint.tsx'),
  route('can-bo/:id', 'officials/person.tsx'),
  route('chuyen-so', 'officials/recoveries.tsx'),
  route('chuyen-so/:id', 'officials/recovery.tsx'),
  route('khoa-doi-tac', 'officials/partner-keys.tsx'),

  route('ho-so', 'applications/queue.tsx'),
  route('ho-so/:id', 'applications/application.tsx'),
  route('ho-so/:id/duyet', 'applications/approve.tsx'),
  route('ho-so/:id/tra-lai', 'applications/return.tsx'),
  route('ho-so/:id/tam-ngung', 'applications/suspend.tsx'),
  route('ho-so/:id/mo-lai', 'applications/reinstate.tsx'),
  route('ho-so/:id/dong', 'applications/close.tsx'),
  route('ho-so/:id/in', 'applications/print.tsx'),

  route('ho-gia-dinh', 'caseload/board.tsx'),
  route('ho-gia-dinh/lich-tham', 'caseload/tour.tsx'),
  route('ho-gia-dinh/phan-cong', 'caseload/assign.tsx'),
  route('ho-gia-dinh/nhap', 'caseload/imports.tsx'),
  route('ho-gia-dinh/nhap/mau', 'caseload/import-download.ts', { id: 'import-template' }),
  route('ho-gia-dinh/nhap/:id', 'caseload/import.tsx'),
  route('ho-gia-dinh/nhap/:id/can-sua', 'caseload/import-download.ts'),
  route('ho-gia-dinh/:id', 'caseload/household.tsx'),
  route('thon-ap', 'caseload/hamlets.tsx'),

  route('giay-to', 'papers/papers.tsx'),
  route('giay-to/:id', 'papers/paper.tsx'),
  route('giay-to/:id/trang/:page', 'papers/page-file.ts'),

  route('mon-hang', 'listings/listings.tsx'),
  route('mon-hang/:id', 'listings/listing.tsx'),

  route('chung-nhan', 'certificates/certificates.tsx'),
  route('chung-nhan/:id', 'certificates/certificate.tsx'),

  route('quy-dinh', 'rules/rules.tsx'),
  route('quy-dinh/soan', 'rules/draft.tsx'),
  route('quy-dinh/:id', 'rules/rule.tsx'),

  route('viec', 'queues/queues.tsx'),
  route('viec/tin-nhan', 'queues/messages.tsx'),
  route('ho-tro', 'support/queue.tsx'),
  route('ho-tro/:id', 'support/request.tsx'),
  route('don-khieu-nai', 'complaints/queue.tsx', { id: 'complaint-queue' }),
  route('don-khieu-nai/:id', 'complaints/complaint.tsx', { id: 'complaint-one' }),
  route('co-quan', 'authorities/authorities.tsx'),
  route('co-quan/ghi', 'authorities/enter.tsx'),
  route('co-quan/:id', 'authorities/authority.tsx'),
  route('du-lieu', 'data-requests/data-requests.tsx'),
  route('du-lieu/:id', 'data-requests/data-request.tsx'),

  route('tap-huan', 'training/sessions.tsx'),
  route('tap-huan/xep-lich', 'training/plan.tsx'),
  route('tap-huan/khoa-hoc', 'training/courses.tsx'),
  route('tap-huan/:id', 'training/session.tsx'),
  route('tap-huan/:id/ma', 'training/wall.tsx'),

  route('kien-hang', 'parcels/parcels.tsx'),
  route('kien-hang/:code', 'parcels/parcel.tsx'),

  route('danh-gia', 'reviews/reviews.tsx'),
  route('khieu-nai', 'claims/claims.tsx'),
  route('khieu-nai/:id', 'claims/claim.tsx'),
  route('khieu-nai/:id/anh/:photo', 'claims/photo-file.ts'),

  route('tien', 'money/tasks.tsx'),
  route('tien/doi-chieu', 'money/statements.tsx'),
  route('tien/doi-chieu/:id', 'money/statement.tsx'),
  route('tien/:id', 'money/task.tsx'),

  route('doi-soat', 'settlement/overview.tsx'),
  route('doi-soat/chi-tra', 'settlement/payouts.tsx'),
  route('doi-soat/chi-tra/:id', 'settlement/payout.tsx'),
  route('doi-soat/chi-tra/:id/tep/:layout', 'settlement/file.ts', { id: 'payout-file' }),
  route('doi-soat/kien/:parcel', 'settlement/sale.tsx'),
  route('doi-soat/khoa-so', 'settlement/months.tsx'),
  route('doi-soat/khoa-so/:month', 'settlement/month.tsx'),
  route('doi-soat/khoa-so/:month/thue', 'settlement/withholding.tsx'),
  route('doi-soat/khoa-so/:month/thue/:as', 'settlement/file.ts', { id: 'withholding-file' }),
  route('doi-soat/:producer/:month', 'settlement/statement.tsx'),
  route('doi-soat/:producer/:month/tep/:as', 'settlement/file.ts', { id: 'statement-file' }),

  route('so-lieu', 'figures/communes.tsx'),
  route('so-lieu/:xa', 'figures/commune.tsx'),
  route('so-lieu/:xa/:chi-tieu', 'figures/facts.tsx'),

  route('nhu-cau', 'search/demand.tsx'),
  route('tu-dong-nghia', 'search/synonyms.tsx'),

  route('nhiet-ke', 'devices/devices.tsx'),
  route('nhat-ky', 'audit/audit.tsx'),
  route('*', 'not-found.tsx'),
] satisfies RouteConfig;
