/// <reference lib="webworker" />
// Answers for the gate check's page, with a line and without: from what the page has laid into the caches, where it is there. It changes nothing in them.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  // The kept page at once: a gate does not wait for a bad line. The page itself fetches the newer one, for the next start.
  if (request.mode === 'navigate' && pathname === '/gate') event.respondWith(kept('/gate', request));
  else if (pathname.startsWith('/assets/v-')) event.respondWith(kept(request.url, request));
});

/**
 * @param {string} address
 * @param {Request} request
 */
async function kept(address, request) {
  return (await caches.match(address)) ?? fetch(request);
}
