import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { inRoot } from '../../infra/local/paths.ts';
import type { Account, House } from './people.ts';

/** Somebody's own phone. */
export interface Phone {
  page: Page;
  context: BrowserContext;
}

/** What the parts of the onboarding journey know of one another. */
export interface Stage {
  house: House;
  storefront: string;
  office: string;
  /** Different at each run, so that one house can be walked through again and again. */
  run: string;
  account: Account;
  officer: Phone;
  buyer: Phone;
  open: (settings?: { scripts?: boolean }) => Promise<Phone>;
  /** The household that registered alone, and what it sells. */
  alone: { stall: string; number: string; id: string; list: string; goods: string };
}

export const commune = { code: '07330', words: 'phuc hoa', name: 'Xã Phúc Hòa, Bắc Ninh' };

/** A photograph of a sheet of paper on which this stands. */
export const sheetOf = (title: string, ...lines: string[]): Promise<Buffer> => {
  const words = [title, ...lines]
    .map((line, at) => `<text x="60" y="${160 + at * 90}" font-size="${at === 0 ? 44 : 34}">${line}</text>`)
    .join('');
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200">
    <rect width="900" height="1200" fill="#f7f3e8"/><rect x="30" y="30" width="840" height="1140" fill="none" stroke="#7a1f1f"/>
    <g font-family="DejaVu Sans, sans-serif" fill="#222">${words}</g>
    <circle cx="680" cy="950" r="110" fill="none" stroke="#c62828" stroke-width="8"/></svg>`;
  return sharp(Buffer.from(drawn)).jpeg({ quality: 80 }).toBuffer();
};

const started = promisify(execFile);

/** One of the operator's commands, on the house the journey walks through. */
export const operate = async (house: House, ...words: string[]): Promise<string> => {
  const { stdout } = await started(process.execPath, ['dist/src/operate.js', ...words], {
    cwd: inRoot('apps/api'),
    env: { ...process.env, ...house.env, TZ: 'UTC' },
  });
  return stdout.trim();
};
