import {Refusal} from './api.js';

/** @typedef {import('./types.js').Note} Note */

const QUIET = 5000;

/**
 * What the invigilator may want to know. Nothing is forbidden and nothing follows from it here.
 * @param {object} road
 * @param {(notes: Note[]) => Promise<unknown>} road.send
 * @param {() => number} road.now
 * @param {number} [road.gather] milliseconds in which notes are collected
 */
export function createNotes({send, now, gather = 3000}) {
  /** @type {Note[]} */
  let waiting = [];
  /** @type {Map<Note, number>} */
  const last = new Map();
  let away = false;
  let possible = true;
  /** @type {number|undefined} */
  let alarm;

  async function flush() {
    alarm = undefined;
    const batch = waiting.slice(0, 20);
    if (!batch.length || !possible) return;
    try {
      await send(batch);
      waiting = waiting.slice(batch.length);
    } catch (error) {
      // A server without this door is asked once; a broken line is tried again with the next note or heartbeat.
      if (error instanceof Refusal && error.status === 404) possible = false;
      return;
    }
    if (waiting.length) later();
  }

  function later() {
    alarm ??= window.setTimeout(flush, gather);
  }

  /** @param {Note} note */
  function add(note) {
    const before = last.get(note);
    if (before !== undefined && now() - before < QUIET) return;
    last.set(note, now());
    waiting = [...waiting, note].slice(-100);
    later();
  }

  function look() {
    const gone = document.visibilityState === 'hidden' || !document.hasFocus();
    if (gone !== away) add(gone ? 'LEFT' : 'CAME_BACK');
    away = gone;
  }

  return {
    add,
    retry: () => {
      if (waiting.length) later();
    },
    /** Begins to watch; returns what ends it. */
    watch() {
      const stop = new AbortController();
      const {signal} = stop;
      document.addEventListener('copy', () => add('COPY'), {signal});
      document.addEventListener('cut', () => add('COPY'), {signal});
      document.addEventListener('contextmenu', () => add('CONTEXT_MENU'), {signal});
      window.addEventListener('beforeprint', () => add('PRINT'), {signal});
      document.addEventListener('visibilitychange', look, {signal});
      window.addEventListener('focus', look, {signal});
      // A dialog of the page itself takes the focus for a moment.
      window.addEventListener('blur', () => setTimeout(() => signal.aborted || look(), 300), {signal});
      return () => stop.abort();
    },
  };
}
