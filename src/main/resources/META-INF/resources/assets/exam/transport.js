import {LineFailure, Refusal} from './api.js';

/** @typedef {import('./types.js').ExamEvent} ExamEvent */

/**
 * Milliseconds to wait after the n-th failure in a row: 1, 2, 4, 8, then 15 s, each a little off so that a room does not come back as one.
 * @param {number} failures from 1
 * @param {() => number} random
 */
export function backOff(failures, random = Math.random) {
  return Math.min(15_000, 1000 * 2 ** (failures - 1)) * (0.8 + 0.4 * random());
}

/** One request at a time; a job waits for those before it, whatever became of them. */
export function createLane() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  /**
   * @template T
   * @param {() => Promise<T>} job
   * @returns {Promise<T>}
   */
  return (job) => {
    const next = last.then(job);
    last = next.catch(() => {});
    return next;
  };
}

/** Waits that can be cut short, when the line is back or the page is looked at again. */
export function createPatience() {
  /** @type {Set<() => void>} */
  const sleepers = new Set();
  return {
    /**
     * @param {number} millis
     * @returns {Promise<void>}
     */
    wait: (millis) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(alarm);
          sleepers.delete(wake);
          resolve();
        };
        const alarm = setTimeout(wake, millis);
        sleepers.add(wake);
      }),
    wake: () => [...sleepers].forEach((wake) => wake()),
  };
}

/**
 * Sends the queue, oldest first, until it is empty. An event leaves it only by the server's word.
 * @param {object} road
 * @param {() => ExamEvent[]} road.queue
 * @param {(events: ExamEvent[]) => Promise<import('./types.js').SavedAnswer>} road.send
 * @param {(events: ExamEvent[], answer: import('./types.js').SavedAnswer) => Promise<void>} road.acknowledged
 * @param {(event: ExamEvent) => Promise<void>} road.invalid one event that the server will never take
 * @param {(refusal: Refusal) => void} road.refused the sender has stopped
 * @param {(ok: boolean) => void} road.line
 * @param {(millis: number) => Promise<void>} road.wait
 * @param {() => number} [road.random]
 */
export function createSender({queue, send, acknowledged, invalid, refused, line, wait, random = Math.random}) {
  let running = false;
  let failures = 0;
  let batch = 100;

  async function round() {
    const events = queue().slice(0, batch);
    const answer = await send(events);
    const known = new Set([...answer.saved, ...answer.late]);
    const taken = events.filter((event) => known.has(event.sequence));
    if (!taken.length) throw new LineFailure();
    failures = 0;
    line(true);
    await acknowledged(taken, answer);
    batch = 100;
  }

  /** @param {unknown} error @returns {Promise<boolean>} whether to go on */
  async function failed(error) {
    if (error instanceof LineFailure) {
      line(false);
      await wait(error.retryAfter ?? backOff(++failures, random));
      return true;
    }
    if (!(error instanceof Refusal)) throw error;
    line(true);
    if (error.status !== 400) {
      refused(error);
      return false;
    }
    // One event that cannot be taken must not keep the others: they go one by one until it is found.
    if (batch === 1) await invalid(queue()[0]);
    batch = 1;
    return true;
  }

  return {
    async send() {
      if (running) return;
      running = true;
      try {
        for (let on = true; on && queue().length; ) {
          on = await round().then(() => true, failed);
        }
      } finally {
        running = false;
      }
    },
  };
}
