/// <reference lib="dom" />
import { helpDrafts } from './drafts.ts';
import { lockOnce } from './once.ts';
import { helpPictures } from './pictures.ts';
import { helpPrices } from './prices.ts';
import { helpShare } from './share.ts';
import { helpSteps } from './steps.ts';

// Small helps on top of pages that are complete without them. Nothing here may be needed.
lockOnce();
helpDrafts();
helpPictures();
helpPrices();
helpShare();
helpSteps();
document.getElementById('loi')?.focus();
