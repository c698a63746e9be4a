import { Module } from '@nestjs/common';
import { CommunesModule } from '../communes/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { AcceptPaper } from './accept-paper.ts';
import { CheckingController } from './checking.controller.ts';
import { DecidePaper } from './decide-paper.ts';
import { DescribePaper } from './describe-paper.ts';
import { DestroyPapers } from './destroy-papers.ts';
import { ErasePapers } from './erase-papers.ts';
import { ExpirePapers } from './expire-papers.ts';
import './paper.entity.ts';
import { PaperQueries } from './paper.queries.ts';
import { PapersController } from './papers.controller.ts';
import { Papers } from './papers.ts';
import { ReadPage } from './read-page.ts';
import { SettleCards } from './settle-cards.ts';
import { TakeBackPaper } from './take-back-paper.ts';
import { scannerOfEnv, VirusScanner } from './virus-scanner.ts';
import { WaitingPapers } from './waiting.queries.ts';

/** Papers people handed in: sealed, checked, expiring. */
@Module({
  imports: [CommunesModule, IdentityModule],
  controllers: [PapersController, CheckingController],
  providers: [
    AcceptPaper,
    DecidePaper,
    DescribePaper,
    DestroyPapers,
    ErasePapers,
    ExpirePapers,
    PaperQueries,
    Papers,
    ReadPage,
    SettleCards,
    TakeBackPaper,
    { provide: VirusScanner, useFactory: scannerOfEnv },
    WaitingPapers,
  ],
  exports: [Papers],
})
export class PapersModule {}
