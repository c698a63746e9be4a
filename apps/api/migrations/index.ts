import type { MigrationInterface } from 'typeorm';
import { Platform1764000000000 } from './1764000000000-platform.ts';
import { PlatformBehalf1764000010000 } from './1764000010000-platform-behalf.ts';
import { Communes1764000100000 } from './1764000100000-communes.ts';
import { Identity1764000200000 } from './1764000200000-identity.ts';
import { IdentityProducers1764000210000 } from './1764000210000-identity-producers.ts';
import { IdentityErasure1764000240000 } from './1764000240000-identity-erasure.ts';
import { IdentityHouseholds1764000230000 } from './1764000230000-identity-households.ts';
import { IdentityCodes1764000220000 } from './1764000220000-identity-codes.ts';
import { IdentityOfficials1764000221000 } from './1764000221000-identity-officials.ts';
import { Onboarding1764000300000 } from './1764000300000-onboarding.ts';
import { OnboardingSteps1764000310000 } from './1764000310000-onboarding-steps.ts';
import { OnboardingAnswers1764000311000 } from './1764000311000-onboarding-answers.ts';
import { Catalogue1764000400000 } from './1764000400000-catalogue.ts';
import { CatalogueLapses1764000420000 } from './1764000420000-catalogue-lapses.ts';
import { CatalogueFacts1764000440000 } from './1764000440000-catalogue-facts.ts';
import { CatalogueReviews1764000430000 } from './1764000430000-catalogue-reviews.ts';
import { CatalogueKinds1764000441000 } from './1764000441000-catalogue-kinds.ts';
import { CatalogueWatchedWords1764000431000 } from './1764000431000-catalogue-watched-words.ts';
import { NotificationsListings1764001430000 } from './1764001430000-notifications-listings.ts';
import { CatalogueCertificates1764000442000 } from './1764000442000-catalogue-certificates.ts';
import { Stock1764000500000 } from './1764000500000-stock.ts';
import { StockSoldOut1764000530000 } from './1764000530000-stock-sold-out.ts';
import { Search1764000600000 } from './1764000600000-search.ts';
import { Lots1764000700000 } from './1764000700000-lots.ts';
import { Logistics1764000800000 } from './1764000800000-logistics.ts';
import { Coldchain1764000900000 } from './1764000900000-coldchain.ts';
import { Ordering1764001000000 } from './1764001000000-ordering.ts';
import { Payments1764001100000 } from './1764001100000-payments.ts';
import { Channels1764001200000 } from './1764001200000-channels.ts';
import { Assessment1764001300000 } from './1764001300000-assessment.ts';
import { AssessmentPeople1764001310000 } from './1764001310000-assessment-people.ts';
import { Notifications1764001400000 } from './1764001400000-notifications.ts';
import { NotificationsApplicants1764001411000 } from './1764001411000-notifications-applicants.ts';
import { NotificationsHouseholds1764001412000 } from './1764001412000-notifications-households.ts';
import { NotificationsRequests1764001419000 } from './1764001419000-notifications-requests.ts';
import { NotificationsPapers1764001415000 } from './1764001415000-notifications-papers.ts';
import { Audit1764001500000 } from './1764001500000-audit.ts';
import { Training1764001800000 } from './1764001800000-training.ts';
import { Support1764001900000 } from './1764001900000-support.ts';
import { Papers1764001600000 } from './1764001600000-papers.ts';
import { SupportAuthority1764001910000 } from './1764001910000-support-authority.ts';
import { Caseload1764001700000 } from './1764001700000-caseload.ts';
import { CaseloadField1764001710000 } from './1764001710000-caseload-field.ts';
import { CommunesHamlets1764000110000 } from './1764000110000-communes-hamlets.ts';
import { CooperativeGroups1764009000000 } from './1764009000000-cooperative-groups.ts';
import { OnboardingWishes1764000318000 } from './1764000318000-onboarding-wishes.ts';
import { NotificationsFailed1764001418000 } from './1764001418000-notifications-failed.ts';
import { NotificationsSuspended1764001420000 } from './1764001420000-notifications-suspended.ts';
import { CaseloadOverdue1764001728000 } from './1764001728000-caseload-overdue.ts';
import { CataloguePictures1764000435000 } from './1764000435000-catalogue-pictures.ts';
import { CataloguePicturePlaces1764000436000 } from './1764000436000-catalogue-picture-places.ts';
import { PapersToCheck1764001608000 } from './1764001608000-papers-to-check.ts';
import { CatalogueAddresses1764000470000 } from './1764000470000-catalogue-addresses.ts';
import { CatalogueByCommodity1764000471000 } from './1764000471000-catalogue-by-commodity.ts';
import { PaymentsPeople1764001110000 } from './1764001110000-payments-people.ts';
import { SearchComplete1764000610000 } from './1764000610000-search-complete.ts';
import { Sheets1764002000000 } from './1764002000000-sheets.ts';
import { PaymentsTransfers1764001120000 } from './1764001120000-payments-transfers.ts';
import { PaymentsStatements1764001130000 } from './1764001130000-payments-statements.ts';
import { Settlement1764002200000 } from './1764002200000-settlement.ts';
import { StockPacked1764000540000 } from './1764000540000-stock-packed.ts';
import { OrderingPacked1764001010000 } from './1764001010000-ordering-packed.ts';
import { NotificationsPacked1764001450000 } from './1764001450000-notifications-packed.ts';
import { NotificationsCertificates1764001455000 } from './1764001455000-notifications-certificates.ts';
import { OrderingAnswers1764001020000 } from './1764001020000-ordering-answers.ts';
import { NotificationsAnswers1764001451000 } from './1764001451000-notifications-answers.ts';
import { CatalogueDates1764000443000 } from './1764000443000-catalogue-dates.ts';
import { StockSupplied1764000550000 } from './1764000550000-stock-supplied.ts';
import { NotificationsSupplies1764001460000 } from './1764001460000-notifications-supplies.ts';
import { OrderingClaims1764001030000 } from './1764001030000-ordering-claims.ts';
import { PaymentsCashBack1764001140000 } from './1764001140000-payments-cash-back.ts';
import { SettlementCuts1764002210000 } from './1764002210000-settlement-cuts.ts';
import { NotificationsClaims1764001452000 } from './1764001452000-notifications-claims.ts';
import { OrderingNotes1764001470000 } from './1764001470000-ordering-notes.ts';
import { OrderingReviews1764001050000 } from './1764001050000-ordering-reviews.ts';
import { SettlementMonths1796099858964 } from './1796099858964-settlement-months.ts';
import { Complaints1764002300000 } from './1764002300000-complaints.ts';

/**
 * Every change of the database, in the order in which it is made. Written by hand, as
 * `<13 digits>-<what>.ts` with a class `<What><13 digits>` whose `up` and `down` run SQL; never edited once it is on main;
 * each is one transaction (`transaction = false` on the class for `concurrently`).
 *
 * The digits say whose it is, so that two people never meet:
 * platform 17640000…, communes 17640001…, identity …2, onboarding …3, catalogue …4, stock …5, search …6, lots …7,
 * logistics …8, coldchain …9, ordering 17640010…, payments …11, channels …12, assessment …13, notifications …14, audit …15,
 * papers …16, caseload …17, training …18, support …19, sheets …20, settlement …22, complaints …23; what concerns several at once 17640090….
 */
export const migrations: (new () => MigrationInterface)[] = [
  Platform1764000000000,
  Communes1764000100000,
  Identity1764000200000,
  Onboarding1764000300000,
  Catalogue1764000400000,
  Stock1764000500000,
  Search1764000600000,
  Lots1764000700000,
  Logistics1764000800000,
  Coldchain1764000900000,
  Ordering1764001000000,
  Payments1764001100000,
  Channels1764001200000,
  Assessment1764001300000,
  Notifications1764001400000,
  Audit1764001500000,
  PlatformBehalf1764000010000,
  IdentityProducers1764000210000,
  CooperativeGroups1764009000000,
  Training1764001800000,
  Support1764001900000,
  IdentityHouseholds1764000230000,
  IdentityCodes1764000220000,
  IdentityOfficials1764000221000,
  OnboardingSteps1764000310000,
  Papers1764001600000,
  SupportAuthority1764001910000,
  IdentityErasure1764000240000,
  NotificationsRequests1764001419000,
  CatalogueLapses1764000420000,
  CommunesHamlets1764000110000,
  Caseload1764001700000,
  NotificationsHouseholds1764001412000,
  NotificationsPapers1764001415000,
  CaseloadField1764001710000,
  AssessmentPeople1764001310000,
  NotificationsApplicants1764001411000,
  OnboardingAnswers1764000311000,
  OnboardingWishes1764000318000,
  NotificationsFailed1764001418000,
  CaseloadOverdue1764001728000,
  NotificationsSuspended1764001420000,
  PapersToCheck1764001608000,
  CatalogueFacts1764000440000,
  CatalogueReviews1764000430000,
  CatalogueAddresses1764000470000,
  CatalogueByCommodity1764000471000,
  CataloguePictures1764000435000,
  CatalogueKinds1764000441000,
  PaymentsPeople1764001110000,
  CatalogueWatchedWords1764000431000,
  NotificationsListings1764001430000,
  StockSoldOut1764000530000,
  SearchComplete1764000610000,
  CataloguePicturePlaces1764000436000,
  Sheets1764002000000,
  PaymentsTransfers1764001120000,
  PaymentsStatements1764001130000,
  Settlement1764002200000,
  CatalogueCertificates1764000442000,
  StockPacked1764000540000,
  OrderingPacked1764001010000,
  NotificationsPacked1764001450000,
  NotificationsCertificates1764001455000,
  OrderingAnswers1764001020000,
  NotificationsAnswers1764001451000,
  CatalogueDates1764000443000,
  StockSupplied1764000550000,
  NotificationsSupplies1764001460000,
  OrderingClaims1764001030000,
  PaymentsCashBack1764001140000,
  SettlementCuts1764002210000,
  NotificationsClaims1764001452000,
  OrderingNotes1764001470000,
  OrderingReviews1764001050000,
  SettlementMonths1796099858964,
  Complaints1764002300000,
];
