/// <reference lib="webworker" />
// Answers for an assessor's page at a station when the line does not. It reads what the page has laid into the caches and changes nothing there.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const PATIENCE = 6000;
const STATION = /^\/practicals\/[0-9a-f-]{36}\/stations\/[0-9a-f-]{36}$/;
// A tablet that lies about shows nobody's name the day after.
const LONGEST = 14 * 3_600_000;

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && STATION.test(pathname)) event.respondWith(page(request, pathname));
  else if (pathname.startsWith('/assets/v-')) event.respondWith(file(request));
});

/**
 * The server's page, or the kept one when the server is silent for too long or in trouble.
 * @param {Request} request
 * @param {string} pathname
 */
async function page(request, pathname) {
  const stop = new AbortController();
  const alarm = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const response = await fetch(request, {signal: stop.signal});
    if (response.status < 500) return response;
    return (await kept(pathname)) ?? response;
  } catch (error) {
    const instead = (await kept(pathname)) ?? (await caches.match('/practicals/no-line'));
    if (!instead) throw error;
    return instead;
  } finally {
    clearTimeout(alarm);
  }
}

/** @param {string} pathname */
async function kept(pathname) {
  const found = await caches.match(pathname);
  return found && Date.now() - Number(found.headers.get('X-Kept-At')) < LONGEST ? found : undefined;
}

/**
 * These addresses hold a digest: what they name never changes.
 * @param {Request} request
 */
async function file(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}
