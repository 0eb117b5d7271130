/// <reference lib="webworker" />
// Answers for the examination's page when the line does not. It reads what the page has laid into the caches and changes nothing there.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PATIENCE = 6000;

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname === '/exam/room') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/v-') || pathname.startsWith('/api/sitting/figures/')) event.respondWith(kept(request));
});

/**
 * The server's page, or the kept one when the server is silent for too long or in trouble.
 * @param {Request} request
 */
async function page(request) {
  const stop = new AbortController();
  const alarm = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch(request, {signal: stop.signal});
    if (response.status < 500) return response;
    return (await caches.match('/exam/room')) ?? response;
  } catch (error) {
    const instead = (await caches.match('/exam/room')) ?? (await caches.match('/exam/no-line'));
    if (!instead) throw error;
    return instead;
  } finally {
    clearTimeout(alarm);
  }
}

/**
 * These addresses hold a digest: what they name never changes.
 * @param {Request} request
 */
async function kept(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}
