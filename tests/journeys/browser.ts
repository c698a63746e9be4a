import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless Chromium of the machine. @throws when there is none, naming what to install */
export const browse = (...more: string[]): Promise<Browser> => {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('Chưa có Chromium: apt-get install chromium, hoặc đặt biến CHROMIUM.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      ...more,
    ],
  });
};
