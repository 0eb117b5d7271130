/**
 * Pages and their files in caches, for a reload without a line. The service workers only read them; what goes in and out is decided by the pages.
 * Without a secure origin browsers have neither caches nor workers; a page then works as long as it is not reloaded without a line.
 */
export const able = 'caches' in window && 'serviceWorker' in navigator;

/** @param {Promise<unknown>} work whose failure costs the comfort of a reload and nothing else */
export const quietly = (work) => work.then(() => {}, () => {});

/** @param {(name: string) => boolean} wanted */
export async function remove(wanted) {
  for (const name of await caches.keys()) if (wanted(name)) await caches.delete(name);
}

/**
 * Keeps this release's files; only when all are there are those of others given up, and not those of the page that is being shown.
 * @param {object} what
 * @param {string} what.worker address of the service worker
 * @param {string} what.scope whose pages it answers for
 * @param {string} what.prefix of the caches' names
 * @param {string} what.release the address under which the files stand
 * @param {string[]} what.files all of them
 * @param {string} what.address of the page in case nothing else is there
 * @param {string} what.noLine that page
 */
export async function prepare({worker, scope, prefix, release, files, address, noLine}) {
  if (!able) return;
  await quietly(navigator.serviceWorker.register(worker, {scope}));
  await quietly(
    (async () => {
      const cache = await caches.open(prefix + release);
      const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
      await cache.addAll(files.filter((file) => !held.has(file)));
      await cache.put(address, new Response(noLine, {headers: {'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'"}}));
      await remove((name) => name.startsWith(prefix) && name !== prefix + release);
    })(),
  );
}
