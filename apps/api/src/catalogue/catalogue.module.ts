import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityDoorModule } from '../identity/index.ts';
import { refuse } from '../platform/database.ts';
import { StockModule } from '../stock/index.ts';
import { AddServiceDate } from './add-service-date.ts';
import { AdmitProducer } from './admit-producer.ts';
import { ApproveListing } from './approve-listing.ts';
import { ApproveListings } from './approve-listings.ts';
import { BookPlaces } from './book-places.ts';
import { CancelEdit } from './cancel-edit.ts';
import { CancelServiceDate } from './cancel-service-date.ts';
import { Catalogue } from './catalogue.ts';
import './certificate.entity.ts';
import { CertificateQueries } from './certificate.queries.ts';
import { CertificatesController } from './certificates.controller.ts';
import { ChangePrice } from './change-price.ts';
import './commodity.entity.ts';
import { CommodityQueries } from './commodity.queries.ts';
import { DecideCertificate } from './decide-certificate.ts';
import { DeclareCertificate } from './declare-certificate.ts';
import { DeleteDraft } from './delete-draft.ts';
import './draft.entity.ts';
import { DraftQueries } from './draft.queries.ts';
import { DraftsController } from './drafts.controller.ts';
import { EditListing } from './edit-listing.ts';
import { FindingQueries } from './finding.queries.ts';
import { ForgetDrafts } from './forget-drafts.ts';
import './drawn.entity.ts';
import { DrawnQueries } from './drawn.queries.ts';
import { DerivePictures } from './derive-pictures.ts';
import { ForgetDrawn } from './forget-drawn.ts';
import { ForgetPictures } from './forget-pictures.ts';
import { ForgetWriter } from './forget-writer.ts';
import { HideProducer } from './hide-producer.ts';
import { KeepDraft } from './keep-draft.ts';
import { KindQueries } from './kind.queries.ts';
import { LapseListings } from './lapse-listings.ts';
import { ListingHelpController } from './listing-help.controller.ts';
import { ListingHelpQueries } from './listing-help.queries.ts';
import { ListingFacts } from './listing-facts.ts';
import { ListingQueries } from './listing.queries.ts';
import { ListingEditsController } from './listing-edits.controller.ts';
import { ListingReviewsController } from './listing-reviews.controller.ts';
import { ListingsController } from './listings.controller.ts';
import { MyListingQueries } from './my-listing.queries.ts';
import { MyListingsController } from './my-listings.controller.ts';
import './offer.entity.ts';
import { OfferQueries } from './offer.queries.ts';
import './picture.entity.ts';
import { PicturesController } from './pictures.controller.ts';
import './producer.entity.ts';
import { PublishListing } from './publish-listing.ts';
import { PutPicture } from './put-picture.ts';
import { ReadingQueries } from './reading.queries.ts';
import { ReceiveSupply } from './receive-supply.ts';
import { RelistListing } from './relist-listing.ts';
import { RenameProducer } from './rename-producer.ts';
import { ReturnListing } from './return-listing.ts';
import './review.entity.ts';
import { ListingReviews } from './review.queries.ts';
import { ServiceDateQueries } from './service-date.queries.ts';
import { ServiceDatesController } from './service-dates.controller.ts';
import { SetCertificateListings } from './set-certificate-listings.ts';
import { SuppliesController } from './supplies.controller.ts';
import { SupplyQueries } from './supply.queries.ts';
import { TurnCertificates } from './turn-certificates.ts';
import { EndServiceDates } from './end-service-dates.ts';
import { TurnSeasons } from './turn-seasons.ts';
import { SetFocus } from './set-focus.ts';
import { ShowDrawn } from './show-drawn.ts';
import { UndoSupply } from './undo-supply.ts';
import { WithdrawListing } from './withdraw-listing.ts';

refuse({
  certificate_once: 'catalogue.certificate-taken',
  ocop_of_one_product: 'catalogue.certificate-of-another-product',
});

@Module({
  imports: [CommunesModule, IdentityDoorModule, StockModule],
  controllers: [
    CertificatesController,
    ListingHelpController,
    DraftsController,
    ListingEditsController,
    ListingReviewsController,
    ListingsController,
    MyListingsController,
    PicturesController,
    ServiceDatesController,
    SuppliesController,
  ],
  providers: [
    AddServiceDate,
    AdmitProducer,
    BookPlaces,
    ApproveListing,
    ApproveListings,
    CancelEdit,
    CancelServiceDate,
    Catalogue,
    CertificateQueries,
    ChangePrice,
    DecideCertificate,
    DeclareCertificate,
    SetCertificateListings,
    CommodityQueries,
    DeleteDraft,
    DraftQueries,
    EditListing,
    FindingQueries,
    ForgetDrafts,
    DerivePictures,
    DrawnQueries,
    ForgetDrawn,
    ForgetPictures,
    SetFocus,
    ShowDrawn,
    ForgetWriter,
    HideProducer,
    KeepDraft,
    KindQueries,
    LapseListings,
    ListingHelpQueries,
    ListingFacts,
    ListingQueries,
    ListingReviews,
    MyListingQueries,
    OfferQueries,
    PublishListing,
    PutPicture,
    ReadingQueries,
    ReceiveSupply,
    RelistListing,
    RenameProducer,
    ReturnListing,
    ServiceDateQueries,
    SupplyQueries,
    TurnCertificates,
    EndServiceDates,
    TurnSeasons,
    UndoSupply,
    WithdrawListing,
  ],
  exports: [
    ApproveListing,
    Catalogue,
    EditListing,
    KindQueries,
    ListingFacts,
    MyListingQueries,
    PublishListing,
    PutPicture,
    ReturnListing,
    WithdrawListing,
  ],
})
export class CatalogueModule {}
