/// <reference lib="dom" />
import { lockOnce } from './once.ts';
import { helpShare } from './share.ts';
import { helpSteps } from './steps.ts';
import { helpSuggest } from './suggest.ts';

// Small helps on top of pages people read. Nothing here may be needed.
lockOnce();
helpShare();
helpSteps();
helpSuggest();
document.getElementById('loi')?.focus();
