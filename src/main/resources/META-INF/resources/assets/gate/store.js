/**
 * @typedef {import('./types.js').Entry} Entry
 * @typedef {Awaited<ReturnType<typeof openStore>>} Store
 */

const KEPT = 'kept';
const LOG = 'log';

/**
 * What this device keeps: keys and lists as they came, the settings, and the log of what was checked here.
 * @param {string} name of the database
 */
export async function openStore(name = 'chizheng-gate') {
  const db = await opened(name);
  // Another page with a newer form of the store must not wait for this one.
  db.onversionchange = () => db.close();

  /**
   * @template T
   * @param {string} store
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} work
   * @returns {Promise<T>} when it is on the disk
   */
  const one = (store, mode, work) =>
    new Promise((resolve, reject) => {
      const tx = db.transaction(store, mode, {durability: 'strict'});
      const request = work(tx.objectStore(store));
      tx.oncomplete = () => resolve(request.result);
      tx.onerror = tx.onabort = () => reject(tx.error ?? new Error('not stored'));
    });

  return {
    /** @param {string} name @returns {Promise<any>} */
    read: (name) => one(KEPT, 'readonly', (store) => store.get(name)),
    /** @param {string} name @param {unknown} value */
    keep: (name, value) => one(KEPT, 'readwrite', (store) => store.put(value, name)),
    /** @param {Entry} entry */
    log: (entry) => one(LOG, 'readwrite', (store) => store.put(entry)),
    /** The oldest first. @returns {Promise<Entry[]>} */
    entries: () => one(LOG, 'readonly', (store) => store.index('at').getAll()),
    /** @param {string} id */
    forget: (id) => one(LOG, 'readwrite', (store) => store.delete(id)),
    close: () => db.close(),
  };
}

/**
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
function opened(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEPT);
      request.result.createObjectStore(LOG, {keyPath: 'id'}).createIndex('at', 'at');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The same for a browser that keeps nothing: everything lives as long as the page. @returns {Store} */
export function memoryStore() {
  const kept = new Map();
  /** @type {Map<string, Entry>} */
  const log = new Map();
  return {
    read: async (name) => kept.get(name),
    keep: async (name, value) => (kept.set(name, value), name),
    log: async (entry) => (log.set(entry.id, entry), entry.id),
    entries: async () => [...log.values()],
    forget: async (id) => void log.delete(id),
    close: () => {},
  };
}
