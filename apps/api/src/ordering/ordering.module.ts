import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.ts';
import { LogisticsModule } from '../logistics/index.ts';
import { StockModule } from '../stock/index.ts';
import { AwayController } from './away.controller.ts';
import './basket.entity.ts';
import { BasketQueries } from './basket.queries.ts';
import { BasketsController } from './baskets.controller.ts';
import { ClaimPhotos } from './claim-photos.ts';
import './claim.entity.ts';
import { ClaimQueries } from './claim.queries.ts';
import { ClaimsController } from './claims.controller.ts';
import { DecideClaim } from './decide-claim.ts';
import { ForgetClaimPhotos } from './forget-claim-photos.ts';
import { OpenClaim } from './open-claim.ts';
import { CancelOrder } from './cancel-order.ts';
import { ChangeParcel } from './change-parcel.ts';
import { ConfirmParcel } from './confirm-parcel.ts';
import { ExpireBaskets } from './expire-baskets.ts';
import { ExpireUnpaid } from './expire-unpaid.ts';
import { FinaliseOrder } from './finalise-order.ts';
import { HoldParcel } from './hold-parcel.ts';
import { MarkDelivered, MarkReturned, MarkShipped } from './mark-parcel.ts';
import './note.entity.ts';
import { NotesController } from './notes.controller.ts';
import './order.entity.ts';
import './review.entity.ts';
import { ReviewQueries } from './review.queries.ts';
import { ReviewsController } from './reviews.controller.ts';
import { OrderQueries } from './order.queries.ts';
import { Ordering } from './ordering.door.ts';
import { OrdersController } from './orders.controller.ts';
import { PackParcel } from './pack-parcel.ts';
import { ParcelsController } from './parcels.controller.ts';
import { PlaceOrder } from './place-order.ts';
import { PriceOrder } from './price-order.ts';
import { RefuseParcel } from './refuse-parcel.ts';
import { ReleaseParcel } from './release-parcel.ts';
import { SetAway } from './set-away.ts';
import { SetBasketLine } from './set-basket-line.ts';
import { WatchAnswers } from './watch-answers.ts';
import { WriteNote } from './write-note.ts';
import { WriteReview } from './write-review.ts';

@Module({
  imports: [CatalogueModule, LogisticsModule, StockModule],
  controllers: [
    AwayController,
    BasketsController,
    ClaimsController,
    NotesController,
    ReviewsController,
    OrdersController,
    ParcelsController,
  ],
  providers: [
    Ordering,
    OrderQueries,
    BasketQueries,
    SetBasketLine,
    PriceOrder,
    PlaceOrder,
    FinaliseOrder,
    CancelOrder,
    ExpireUnpaid,
    ExpireBaskets,
    ChangeParcel,
    ConfirmParcel,
    RefuseParcel,
    PackParcel,
    ReleaseParcel,
    HoldParcel,
    ClaimPhotos,
    ClaimQueries,
    OpenClaim,
    DecideClaim,
    ForgetClaimPhotos,
    WriteNote,
    WriteReview,
    ReviewQueries,
    SetAway,
    WatchAnswers,
    MarkShipped,
    MarkDelivered,
    MarkReturned,
  ],
  exports: [Ordering, PriceOrder, PlaceOrder, ConfirmParcel, PackParcel],
})
export class OrderingModule {}
