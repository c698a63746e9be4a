// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import worker from './phone/worker.ts?worker&url';
import styles from '../app.css?url';
import { script } from './script.ts';
import { FIELD } from './paths.ts';

/**
 * The service worker of the field: the built one, told which build it is of. Each build is another file to the browser, so it
 * takes the new pages and drops the old.
 */
export const loader = (): Response => {
  const kept = { version: import.meta.env.BUILD, page: `${FIELD}/may`, files: [styles, script, '/favicon.svg'] };
  return new Response(`self.kept=${JSON.stringify(kept)};importScripts(${JSON.stringify(worker)});`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': FIELD,
    },
  });
};
