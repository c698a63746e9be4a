/// <reference lib="dom" />
import { lockOnce } from './once.ts';
import { helpShare } from './share.ts';
import { helpSteps } from './steps.ts';

// Small helps on top of pages people read. Nothing here may be needed.
lockOnce();
helpShare();
helpSteps();
document.getElementById('loi')?.focus();
