/**
 * The page as it stands in caches, for a start without a line. The service worker only reads them; what goes in and out is decided here.
 */
const PAGE = '/gate';
const PAGES = 'chizheng-gate-page';
const FILES = 'chizheng-gate-files-';

/** @param {Document} page */
const filesOf = (page) => /** @type {string[]} */ (JSON.parse(page.getElementById('files')?.textContent ?? '[]'));

/** @param {Document} page */
const releaseOf = (page) => page.body.dataset.release ?? '';

/**
 * Fetches the page as the server has it now and keeps it with all its files; what was kept before goes only when these are there.
 * @returns {Promise<string>} its form token
 * @throws {Error} without a line
 */
export async function renew() {
  const response = await fetch(PAGE, {cache: 'no-store', headers: {Accept: 'text/html'}, signal: AbortSignal.timeout(15_000)});
  if (!response.ok || response.redirected) throw new Error('page ' + response.status);
  const copy = response.clone();
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (releaseOf(page) === '') throw new Error('not the page');
  if ('caches' in window) await keep(page, copy);
  return /** @type {HTMLMetaElement|null} */ (page.querySelector('meta[name=csrf-token]'))?.content ?? '';
}

/**
 * @param {Document} page
 * @param {Response} response
 */
async function keep(page, response) {
  const name = FILES + releaseOf(page).replace(/.*\//, '');
  const cache = await caches.open(name);
  const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll(filesOf(page).filter((file) => !held.has(file)));
  await (await caches.open(PAGES)).put(PAGE, response);
  const shown = FILES + releaseOf(document).replace(/.*\//, '');
  for (const other of await caches.keys()) if (other.startsWith(FILES) && other !== name && other !== shown) await caches.delete(other);
}

/** Without a secure origin browsers have none; the page then works as long as there is a line. */
export async function register() {
  await navigator.serviceWorker?.register('/gate/sw.js', {scope: PAGE});
}
