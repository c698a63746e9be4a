import { index, prefix, type RouteConfig, route } from '@react-router/dev/routes';

/** The whole site on one page. */
export default [
  index('shop/home.tsx'),
  route('san-pham', 'shop/list.tsx', { id: 'all' }),
  route('danh-muc/:slug', 'shop/list.tsx', { id: 'category' }),
  route('san-pham/:slug', 'shop/listing.tsx'),
  route('tim', 'shop/search.tsx'),
  route('xa/:code/:slug?', 'shop/commune.tsx'),
  route('nha-vuon/:id', 'shop/stall.tsx'),
  route('truy-xuat/:code', 'shop/journey.tsx'),

  route('gio-hang', 'order/basket.tsx'),
  ...prefix('dat-hang', [
    index('order/where.tsx'),
    route('nguoi-nhan', 'order/who.tsx'),
    route('xem-lai', 'order/place.tsx'),
  ]),
  route('thanh-toan/:code', 'order/pay.tsx'),
  route('thanh-toan/vnpay/ket-qua', 'order/pay-return.tsx'),
  route('don-hang/:code', 'order/order.tsx'),
  route('tra-don', 'order/track.tsx'),

  route('dang-nhap', 'account/sign-in.tsx'),
  route('dang-nhap/ma', 'account/code.tsx'),
  route('dang-xuat', 'account/sign-out.tsx'),

  route('dang-ky-ban/:step?', 'onboarding/begin.tsx'),
  ...prefix('ban-hang', [
    index('producer/home.tsx'),
    route('san-pham', 'producer/listings.tsx'),
    route('san-pham/:id', 'producer/my-listing.tsx'),
    route('dang-ban/:step?', 'producer/new-listing.tsx'),
    route('don-hang', 'producer/parcels.tsx'),
    route('don-hang/:id', 'producer/parcel.tsx'),
    route('tin-nhan', 'producer/messages.tsx'),
    route('kenh', 'producer/channels.tsx'),
    route('kenh/tep/:id', 'producer/export-file.ts'),
    route('gian-hang/:id', 'onboarding/preview.tsx'),
    route('dong-y/:id', 'onboarding/consents.tsx'),
    ...prefix('giay-to/:producer', [
      index('papers/papers.tsx'),
      route('them', 'papers/add.tsx'),
      route(':paper', 'papers/paper.tsx'),
      route(':paper/so-lieu', 'papers/facts.tsx'),
      route(':paper/trang/:page', 'papers/page-file.ts'),
    ]),
    ...prefix('ho-so/:id', [
      index('onboarding/application.tsx'),
      route('can-cuoc/:step?', 'onboarding/identity.tsx'),
      route('yeu-cau/:requirement', 'onboarding/requirement.tsx'),
      route('ngan-hang', 'onboarding/bank.tsx'),
      route('tai-khoan', 'onboarding/account.tsx'),
      route('ma-so-thue', 'onboarding/tax-code.tsx'),
      route('xem-lai', 'onboarding/check.tsx'),
      route('gui', 'onboarding/hand-in.tsx'),
      route('dong', 'onboarding/close.tsx'),
      route('luu', 'onboarding/keep-answer.ts'),
      route(':question', 'onboarding/question.tsx'),
    ]),
  ]),

  route('chinh-sach', 'info/policies.tsx'),
  route('chinh-sach/:page', 'info/policy.tsx'),
  route('*', 'not-found.tsx'),
] satisfies RouteConfig;
