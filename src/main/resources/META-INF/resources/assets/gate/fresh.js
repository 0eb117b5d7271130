import {readKeys} from './keys.js';
import {readStatusList} from './status.js';

/**
 * Keys and status lists: fetched when there is a line, kept, and read again from what is kept, so that a check is the same with a line and without.
 * @typedef {import('./types.js').StatusList} StatusList
 * @typedef {{keys: import('./types.js').Keys|null, keysAt: number, offset: number, lists: Map<number, StatusList>}} Known
 * @typedef {{published: any, at: number, offset: number, numbers: number[]}} KeptKeys
 */

const PATIENCE = 15_000;
const MOST_LISTS = 64;

/**
 * @param {object} given
 * @param {import('./store.js').Store} given.store
 * @param {string} given.publicUrl
 * @param {import('./types.js').Verify} given.verify
 * @param {() => number} [given.now]
 * @param {typeof fetch} [given.fetcher]
 */
export function createFresh({store, publicUrl, verify, now = Date.now, fetcher = (...request) => fetch(...request)}) {
  /** @param {string} path */
  async function fetched(path) {
    const response = await fetcher(path, {cache: 'no-cache', credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(PATIENCE)});
    if (!response.ok) throw new Error(path + ' ' + response.status);
    return response;
  }

  /**
   * @param {number} number
   * @param {import('./types.js').Keys} keys
   */
  async function kept(number, keys) {
    const bytes = await store.read('list-' + number);
    return bytes ? readStatusList(bytes, number, publicUrl, keys, verify) : null;
  }

  /**
   * @param {number} number
   * @param {import('./types.js').Keys} keys
   */
  async function fetchList(number, keys) {
    const bytes = new Uint8Array(await (await fetched('/status/' + number)).arrayBuffer());
    const [newer, older] = [await readStatusList(bytes, number, publicUrl, keys, verify), await kept(number, keys)];
    if (!newer) throw new Error('list ' + number);
    // An older list played again must not take the place of a newer one.
    if (newer.issuedAt >= (older?.issuedAt ?? 0)) await store.keep('list-' + number, bytes);
  }

  return {
    /** What is kept; each list is checked again, for a key may have been given up since. @returns {Promise<Known>} */
    async load() {
      /** @type {KeptKeys|undefined} */
      const known = await store.read('keys');
      if (!known) return {keys: null, keysAt: 0, offset: 0, lists: new Map()};
      const keys = readKeys(known.published);
      const lists = await Promise.all(known.numbers.map((number) => kept(number, keys)));
      return {keys, keysAt: known.at, offset: known.offset, lists: new Map(lists.filter((list) => list !== null).map((list) => [list.number, list]))};
    },

    /** @throws {Error} if anything did not come; what came is kept */
    async refresh() {
      const published = await (await fetched('/.well-known/chizheng-keys')).json();
      const keys = readKeys(published);
      const index = await (await fetched('/status')).json();
      const at = now();
      /** @type {number[]} */
      const numbers = index.lists.map((/** @type {{list: number}} */ {list}) => list).filter(Number.isInteger).slice(0, MOST_LISTS);
      await store.keep('keys', {published, at, offset: Date.parse(index.answeredAt) - at, numbers});
      const lists = await Promise.allSettled(numbers.map((number) => fetchList(number, keys)));
      if (lists.some(({status}) => status === 'rejected')) throw new Error('lists');
    },
  };
}
