import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inRoot } from '../../infra/local/paths.ts';

/** A house that runs: where its parts answer, and with which environment its API was started. */
export interface House {
  urls: Record<string, string>;
  env: Record<string, string>;
}

export interface Account {
  role: string;
  name: string;
  phone: string;
  password?: string;
  totpSecret?: string;
  note?: string;
}

const run = promisify(execFile);

/** The accounts of the demonstration that this house was filled with. */
export const accountsOf = async (house: House): Promise<Account[]> => {
  const { stdout } = await run(process.execPath, ['dist/src/demo/accounts.js'], {
    cwd: inRoot('apps/api'),
    env: { ...process.env, ...house.env },
  });
  return JSON.parse(stdout) as Account[];
};

/** A phone of 360 × 640 with a browser of its own; scripts may be off. */
export const phone = async (
  browser: Browser,
  { scripts = true } = {},
): Promise<{ page: Page; context: BrowserContext }> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    javaScriptEnabled: scripts,
  });
  context.setDefaultTimeout(15_000);
  return { page: await context.newPage(), context };
};

interface Message {
  text: string;
  /** Of Zalo; an SMS has none. */
  templateId?: string;
}

/** The newest message to a phone that is like this, as the sandbox's inbox keeps it. */
const messageTo = async (
  house: House,
  to: string,
  like: (message: Message) => boolean,
): Promise<string | undefined> => {
  for (let tries = 0; tries < 60; tries++) {
    const answer = await fetch(`${house.urls.sandbox}/_control/messages?phone=${encodeURIComponent(to)}`);
    const { messages } = (await answer.json()) as { messages: Message[] };
    const found = messages.find(like);
    if (found) return found.text;
    await new Promise((resume) => setTimeout(resume, 250));
  }
  return undefined;
};

/** The newest message to a phone that says this. */
export const lastMessage = async (house: House, to: string, has: RegExp): Promise<string> => {
  const text = await messageTo(house, to, (message) => has.test(message.text));
  if (text === undefined) throw new Error(`no message to ${to} that says ${has}`);
  return text;
};

/** What Zalo was given to fill a template with, on one line. */
export const toldBy = async (house: House, to: string, template: string): Promise<string> => {
  const text = await messageTo(house, to, ({ templateId }) => templateId === `cho-phien-${template}`);
  if (text === undefined) throw new Error(`no message to ${to} by the template ${template}`);
  return `${template}: ${text.replace(/\s+/g, ' ')}`.slice(0, 110);
};

/** Asks again until it is so: what listeners do shows a moment later. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | false | undefined | null>,
  seconds = 20,
): Promise<T> => {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`not true after ${seconds} s: ${what}`);
    await new Promise((resume) => setTimeout(resume, 300));
  }
};

/** A Vietnamese mobile number nobody has used here yet. */
export const newNumber = (): string => `09${String(Date.now() % 100_000_000).padStart(8, '0')}`;

/** Chooses one of several choices by the value behind it; the box itself is drawn by its label. */
export const choose = async (page: Page, name: string, value: string): Promise<void> => {
  await page.locator(`label:has(input[name="${name}"][value="${value}"])`).click();
};
