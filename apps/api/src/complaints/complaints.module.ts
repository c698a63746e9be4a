import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { OrderingModule } from '../ordering/index.ts';
import { SupportModule } from '../support/index.ts';
import './complaint.entity.ts';
import { ComplaintQueries } from './complaint.queries.ts';
import { ComplaintViews } from './complaint.views.ts';
import { ComplaintsController } from './complaints.controller.ts';
import { Complaints } from './complaints.ts';
import { EscalateComplaints } from './escalate-complaints.ts';
import { HandleComplaint } from './handle-complaint.ts';
import { ComplaintDoors, MakeComplaint } from './make-complaint.ts';
import { WriteToComplaint } from './write-to-complaint.ts';

/** Complaints of buyers: a number, an owner, a time, a person's decision. */
@Module({
  imports: [CommunesModule, IdentityModule, OrderingModule, SupportModule],
  controllers: [ComplaintsController],
  providers: [
    ComplaintDoors,
    ComplaintQueries,
    Complaints,
    ComplaintViews,
    EscalateComplaints,
    HandleComplaint,
    MakeComplaint,
    WriteToComplaint,
  ],
  exports: [Complaints],
})
export class ComplaintsModule {}
