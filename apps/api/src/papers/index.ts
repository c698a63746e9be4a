export { DestroyPapers } from './destroy-papers.ts';
export { ErasePapers } from './erase-papers.ts';
export { ExpirePapers } from './expire-papers.ts';
export { Papers } from './papers.ts';
export { PapersModule } from './papers.module.ts';
export { SettleCards } from './settle-cards.ts';
