/// <reference lib="webworker" />
// The service worker of a part of the site that goes on without a line: keeps one page, its style and its script, and shows that
// page when there is no line. Nobody's data is in it; no other page is ever kept.

interface KeptFiles {
  /** The area's mark: caches are told apart by it. */
  mark: string;
  version: string;
  page: string;
  files: string[];
}

const worker = self as unknown as ServiceWorkerGlobalScope & { kept: KeptFiles };
const { mark, version, page, files } = worker.kept;
const mine = `${mark} ${version}`;
/** A line that gives nothing for so long is no line. */
const patience = 6_000;

worker.addEventListener('install', (event) => {
  const fresh = [page, ...files].map((path) => new Request(path, { cache: 'reload' }));
  event.waitUntil(
    caches
      .open(mine)
      .then((cache) => cache.addAll(fresh))
      .then(() => worker.skipWaiting()),
  );
});

const dropOlder = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith(`${mark} `) && name !== mine) await caches.delete(name);
  await worker.clients.claim();
};
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));

const kept = async (path: string): Promise<Response> =>
  (await (await caches.open(mine)).match(path)) ?? Response.error();

const pageOrKept = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(patience) });
  } catch {
    return kept(page);
  }
};

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pathname === page ? kept(page) : pageOrKept(request));
  else if (files.includes(pathname)) event.respondWith(kept(pathname));
});
