import {LineFailure, Refusal} from './api.js';
import {able, prepare, quietly, remove} from './keeping.js';

/**
 * The page as it stands in caches, for a reload without a line: its files by release, its own HTML and the figures by ticket. The service worker
 * only reads them; what goes in and out is decided here.
 */
const ROOM = '/exam/room';
const NO_LINE = '/exam/no-line';
const FILES = 'chizheng-files-';
const PAGE = 'chizheng-page-';
const FIGURES = 'chizheng-figures-';

/** @typedef {ReturnType<typeof createShell>} Shell */

/**
 * @param {object} own
 * @param {string} own.ticket
 * @param {string} own.release the address under which this page's files stand
 * @param {string[]} own.files all of them
 * @param {string} own.noLine a page in case nothing else is there
 * @param {(millis: number) => Promise<void>} own.wait
 */
export function createShell({ticket, release, files, noLine, wait}) {
  return {
    /** Nobody else's page or figures may be shown from here on. */
    async claim() {
      if (!able) return;
      await quietly(remove((name) => (name.startsWith(PAGE) && name !== PAGE + ticket) || (name.startsWith(FIGURES) && name !== FIGURES + ticket)));
    },

    prepare: () => prepare({worker: '/exam/sw.js', scope: '/exam/', prefix: FILES, release, files, address: NO_LINE, noLine}),

    /**
     * The page as the server gives it now: kept for a reload, and the source of a fresh form token.
     * @returns {Promise<string>} the token
     */
    async renew() {
      const response = await fetch(ROOM, {cache: 'no-store', headers: {Accept: 'text/html'}, signal: limited(8000)}).catch(() => {
        throw new LineFailure();
      });
      return this.adopt(response);
    },

    /**
     * @param {Response} response an answer to a request for the page, redirects followed
     * @returns {Promise<string>} its form token
     */
    async adopt(response) {
      if (response.status >= 500) throw new LineFailure();
      const copy = response.clone();
      const html = new DOMParser().parseFromString(await response.text(), 'text/html');
      const room = html.getElementById('exam');
      const token = html.querySelector('meta[name=csrf-token]')?.getAttribute('content');
      if (new URL(response.url).pathname !== ROOM || room?.dataset.ticket !== ticket || !token) throw new Refusal(401, 'SIGNED_OUT');
      // A page of another release would ask for files that are not kept here; it is taken with the next reload.
      if (able && room.dataset.release === release) await quietly(caches.open(PAGE + ticket).then((cache) => cache.put(ROOM, copy)));
      return token;
    },

    /**
     * Fetches the paper's figures, again and again until all are there.
     * @param {import('./types.js').Paper} paper
     */
    async keepFigures(paper) {
      let missing = [...new Set(paper.items.flatMap((item) => (item.figure ? [figureAddress(item.figure)] : [])))];
      for (let round = 1; able && missing.length && round <= 30; round++) {
        const cache = await caches.open(FIGURES + ticket).catch(() => null);
        if (!cache) return;
        /** @type {string[]} */
        const left = [];
        for (const address of missing) {
          if (await cache.match(address)) continue;
          await cache.add(address).catch(() => left.push(address));
        }
        missing = left;
        if (missing.length) await wait(10_000);
      }
    },

    async forget() {
      if (able) await quietly(remove((name) => name === PAGE + ticket || name === FIGURES + ticket));
    },
  };
}

/** @param {import('./types.js').Figure} figure */
export const figureAddress = (figure) => '/api/sitting/figures/' + figure.digest;

/** @param {number} millis */
export function limited(millis) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), millis);
  return stop.signal;
}
