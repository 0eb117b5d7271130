/**
 * @typedef {import('./types.js').ExamEvent} ExamEvent
 * @typedef {import('./types.js').SittingRecord} SittingRecord
 * @typedef {ExamEvent & {ticket: string}} StoredEvent
 * @typedef {Awaited<ReturnType<typeof openStore>>} Store
 */

const EVENTS = 'events';
const SITTINGS = 'sittings';

/**
 * What survives a reload, a crash and a power cut: the choices that the server has not acknowledged, and the paper.
 * @param {string} name of the database
 */
export async function openStore(name = 'chizheng-exam') {
  const db = await opened(name);
  // Another page with a newer form of the store must not wait for this one.
  db.onversionchange = () => db.close();

  /**
   * Runs the work in one transaction and answers when it is on the disk.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(events: IDBObjectStore, sittings: IDBObjectStore) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async function transaction(mode, work) {
    const tx = db.transaction([EVENTS, SITTINGS], mode, {durability: 'strict'});
    const finished = new Promise((resolve, reject) => {
      tx.oncomplete = () => resolve(undefined);
      tx.onerror = tx.onabort = () => reject(tx.error ?? new Error('not stored'));
    });
    // Awaited below; when the work itself fails, its error is the one to tell.
    finished.catch(() => {});
    const result = await work(tx.objectStore(EVENTS), tx.objectStore(SITTINGS));
    await finished;
    return result;
  }

  /**
   * @param {IDBObjectStore} sittings
   * @param {string} ticket
   * @returns {Promise<SittingRecord|undefined>}
   */
  const record = (sittings, ticket) => done(sittings.get(ticket));

  return {
    /** @param {string} ticket */
    read: (ticket) =>
      transaction('readonly', async (events, sittings) => ({
        record: (await record(sittings, ticket)) ?? null,
        queue: /** @type {StoredEvent[]} */ (await done(events.getAll(all(ticket)))).map(plain),
      })),

    /**
     * Takes the next sequence number and stores the choice, in one transaction, so that two tabs never take the same number.
     * @param {string} ticket
     * @param {number} item
     * @param {string} answer
     * @returns {Promise<ExamEvent>}
     */
    append: (ticket, item, answer) =>
      transaction('readwrite', async (events, sittings) => {
        const kept = (await record(sittings, ticket)) ?? {ticket};
        const last = await done(events.openKeyCursor(all(ticket), 'prev'));
        const highest = last ? /** @type {[string, number]} */ (last.key)[1] : 0;
        const event = {sequence: Math.max(kept.nextSequence ?? 1, highest + 1), item, answer};
        events.add({ticket, ...event});
        sittings.put({...kept, nextSequence: event.sequence + 1});
        return event;
      }),

    /**
     * The server has these: they leave the queue, and what counts of them becomes part of the kept answers.
     * @param {string} ticket
     * @param {ExamEvent[]} acknowledged
     * @param {import('./types.js').Answers} answers all that the candidate has chosen
     */
    acknowledge: (ticket, acknowledged, answers) =>
      transaction('readwrite', async (events, sittings) => {
        const kept = await record(sittings, ticket);
        if (kept) {
          const known = {...kept.answers};
          for (const {item} of acknowledged) {
            if (answers[item]) known[item] = answers[item];
            else delete known[item];
          }
          sittings.put({...kept, answers: known});
        }
        for (const event of acknowledged) events.delete([ticket, event.sequence]);
      }),

    /**
     * @param {string} ticket
     * @param {Partial<SittingRecord>} changes
     */
    keep: (ticket, changes) =>
      transaction('readwrite', async (_, sittings) => {
        const kept = (await record(sittings, ticket)) ?? {ticket};
        const nextSequence = Math.max(kept.nextSequence ?? 1, changes.nextSequence ?? 1);
        sittings.put({...kept, ...changes, nextSequence});
      }),

    /**
     * @param {string} ticket
     * @param {ExamEvent[]} dropped
     */
    drop: (ticket, dropped) =>
      transaction('readwrite', async (events) => dropped.forEach((event) => events.delete([ticket, event.sequence]))),

    /** @param {string} ticket */
    forget: (ticket) =>
      transaction('readwrite', async (events, sittings) => {
        events.delete(all(ticket));
        sittings.delete(ticket);
      }),

    /**
     * Somebody else sits here now. Of the others only choices stay that the server has never got.
     * @param {string} ticket the one that stays
     */
    forgetOthers: (ticket) =>
      transaction('readwrite', async (events, sittings) => {
        for (const other of /** @type {string[]} */ (await done(sittings.getAllKeys()))) {
          if (other === ticket) continue;
          const waiting = await done(events.count(all(other)));
          const kept = await record(sittings, other);
          if (waiting) sittings.put({ticket: other, nextSequence: kept?.nextSequence});
          else sittings.delete(other);
        }
      }),

    close: () => db.close(),
  };
}

/**
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
function opened(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(EVENTS, {keyPath: ['ticket', 'sequence']});
    request.result.createObjectStore(SITTINGS, {keyPath: 'ticket'});
  };
  return done(request);
}

/** @param {string} ticket */
const all = (ticket) => IDBKeyRange.bound([ticket, 0], [ticket, Infinity]);

/**
 * @param {StoredEvent} event
 * @returns {ExamEvent}
 */
const plain = ({sequence, item, answer}) => ({sequence, item, answer});

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

/** The same for a computer whose browser keeps nothing: choices live as long as the page. @returns {Store} */
export function memoryStore() {
  let next = 1;
  return {
    read: async () => ({record: null, queue: []}),
    append: async (_, item, answer) => ({sequence: next++, item, answer}),
    acknowledge: async () => {},
    keep: async (_, changes) => {
      next = Math.max(next, changes.nextSequence ?? 1);
    },
    drop: async () => {},
    forget: async () => {},
    forgetOthers: async () => {},
    close: () => {},
  };
}
