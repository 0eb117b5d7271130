const STORE = 'photos';
const SIDE = 1600;

/** @typedef {{id: string, key: string, blob: Blob}} Photo */
/** @typedef {Awaited<ReturnType<typeof openPhotos>>} Photos */

/** Photos that the server has not got yet, kept over a reload. */
export async function openPhotos(name = 'chizheng-practical-photos') {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, {keyPath: 'id'}).createIndex('key', 'key');
  const db = await done(request);
  db.onversionchange = () => db.close();

  /** @param {IDBTransactionMode} mode */
  const store = (mode) => db.transaction(STORE, mode, {durability: 'strict'}).objectStore(STORE);

  return {
    /** @param {string} key @returns {Promise<Photo[]>} */
    of: (key) => done(store('readonly').index('key').getAll(key)),
    /** @param {Photo} photo */
    add: (photo) => done(store('readwrite').put(photo)),
    /** @param {string} id */
    drop: (id) => done(store('readwrite').delete(id)),
  };
}

/** The same for a tablet whose browser keeps nothing. @returns {Photos} */
export function memoryPhotos() {
  /** @type {Map<string, Photo>} */
  const kept = new Map();
  return {
    of: async (key) => [...kept.values()].filter((photo) => photo.key === key),
    add: async (photo) => {
      kept.set(photo.id, photo);
      return photo.id;
    },
    drop: async (id) => {
      kept.delete(id);
      return undefined;
    },
  };
}

/**
 * A JPEG that is small enough for a weak line.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
export async function shrunk(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.8));
}

/** A random id, UUID version 4. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = 0x40 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
