/// <reference lib="dom" />
import { lockOnce } from './once.ts';
import { helpPictures } from './pictures.ts';
import { helpPrices } from './prices.ts';
import { helpShare } from './share.ts';
import { helpSteps } from './steps.ts';

// Small helps on top of pages that are complete without them. Nothing here may be needed.
lockOnce();
helpPictures();
helpPrices();
helpShare();
helpSteps();
document.getElementById('loi')?.focus();
