import styles from '../app.css?url';
import { type Area, keptPageOf } from './area.ts';
// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import worker from './worker.ts?worker&url';

/**
 * The service worker of an area: the built one, told which build it is of and what it keeps. Each build is another file to the
 * browser, so it takes the new pages and drops the old.
 */
export const workerFile = (area: Area, ...files: string[]): Response => {
  const kept = {
    mark: area.mark,
    version: import.meta.env.BUILD,
    page: keptPageOf(area),
    files: [styles, ...files, '/favicon.svg'],
  };
  return new Response(`self.kept=${JSON.stringify(kept)};importScripts(${JSON.stringify(worker)});`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': area.path,
    },
  });
};
