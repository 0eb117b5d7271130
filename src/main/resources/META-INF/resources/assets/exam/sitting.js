import {LineFailure, Refusal} from './api.js';
import {reconcile} from './state.js';
import {backOff, createLane, createSender} from './transport.js';

/**
 * @typedef {import('./types.js').ExamEvent} ExamEvent
 * @typedef {import('./types.js').OpenAnswer} OpenAnswer
 * @typedef {import('./types.js').Receipt} Receipt
 */

/** A paper is larger than an answer. */
const PAPER_LIMIT = 20_000;

/**
 * Drives one candidate's sitting: asks the server, writes to the store, and tells the model what happened.
 * @param {object} parts
 * @param {string} parts.ticket
 * @param {import('./api.js').Api} parts.api
 * @param {import('./store.js').Store} parts.store
 * @param {ReturnType<typeof import('./clock.js').createClock>} parts.clock
 * @param {import('./shell.js').Shell} parts.shell
 * @param {() => import('./state.js').Model} parts.get
 * @param {(action: import('./state.js').Action) => void} parts.dispatch
 * @param {ReturnType<typeof import('./transport.js').createPatience>} parts.patience
 * @param {(note: import('./types.js').Note) => void} parts.note
 * @param {() => void} parts.claimed this page has just become the one that writes
 * @param {() => void} parts.finished the receipt is here
 */
export function createSitting({ticket, api, store, clock, shell, get, dispatch, patience, note, claimed, finished}) {
  const lane = createLane();
  const {wait} = patience;
  let epoch = 0;
  let connecting = false;
  let finishing = false;
  let beating = false;
  let misses = 0;
  let highest = 0;
  let openings = 0;
  /** How many there had been when somebody last asked for one. */
  let wanted = 0;
  /** @type {Promise<unknown>} choices on their way to the disk */
  let written = Promise.resolve();

  /**
   * The body is made when the request's turn comes, so that it never carries the epoch of an earlier opening.
   * @param {string} path
   * @param {() => object} [body]
   * @param {number} [within]
   * @returns {Promise<any>}
   */
  const ask = (path, body, within) =>
    lane(async () => {
      const asked = clock.now();
      const answer = await api.call(path, body?.(), within);
      line(true);
      if (answer.epoch) epoch = answer.epoch;
      if (answer.state === 'HELD') clock.freeze(answer.remainingMillis ?? null);
      else if (typeof answer.remainingMillis === 'number') clock.set(answer.remainingMillis, asked);
      return answer;
    });

  /** One lost answer is no broken line yet. @param {boolean} ok */
  function line(ok) {
    misses = ok ? 0 : misses + 1;
    const now = ok || (misses < 2 && navigator.onLine);
    if (now === get().line) return;
    dispatch({type: 'line', ok: now});
    if (epoch) note(now ? 'ONLINE' : 'OFFLINE');
  }

  const sender = createSender({
    queue: () => (canSend() ? get().queue : []),
    send: (events) => ask('/answers', () => ({epoch, events})),
    async acknowledged(events, answer) {
      dispatch({type: 'acknowledged', saved: answer.saved, late: answer.late});
      await store.acknowledge(ticket, events, get().answers).catch(() => {});
      if (answer.state === 'HELD') dispatch({type: 'held', on: true});
      if (answer.state === 'CLOSED') finish();
    },
    async invalid(event) {
      dispatch({type: 'dropped', event});
      await store.drop(ticket, [event]).catch(() => {});
    },
    refused,
    line,
    wait,
  });

  const canSend = () => epoch > 0 && get().phase === 'exam' && !get().stale && !get().signedOut && !get().held && !get().shut;

  /** @param {Refusal} refusal */
  function refused(refusal) {
    if (refusal.reason === 'STALE_PAGE') dispatch({type: 'stale'});
    else if (refusal.reason === 'SIGNED_OUT') dispatch({type: 'signedOut'});
    else if (refusal.reason === 'CLOSED') finish();
    else if (refusal.reason === 'HELD') held(true, null);
    else if (refusal.reason === 'ROOM_PAUSED' || refusal.reason === 'PAUSED') connect();
    else if (refusal.reason === 'LOCKED') dispatch({type: 'shut', on: true});
    else if (refusal.reason === 'SEQUENCE_CONFLICT') settle();
    else if (refusal.reason === 'LOCKED_BROWSER_NEEDED') {
      dispatch({type: 'locked'});
      connect();
    }
    else dispatch({type: 'notBegun', detail: refusal.detail || refusal.reason});
  }

  /**
   * @param {boolean} on
   * @param {number|null} remaining
   */
  function held(on, remaining) {
    if (on) clock.freeze(remaining);
    const was = get().held;
    dispatch({type: 'held', on});
    if (was && !on) sender.send();
  }

  /** Asks until the server says where the candidate stands, and follows. */
  async function connect() {
    wanted = openings;
    if (connecting) patience.wake();
    if (connecting || finishing) return;
    connecting = true;
    let failures = 0;
    try {
      for (;;) {
        try {
          const answer = await ask('');
          failures = 0;
          if (moot()) return;
          if (answer.state === 'CLOSED') return finish();
          if (answer.state === 'UNDER_WAY' || answer.state === 'HELD') return await open(await ask('/open', () => ({}), PAPER_LIMIT));
          if (answer.state === 'LOCKED') {
            await restore();
            dispatch({type: 'shut', on: true});
            await wait(5000);
            continue;
          }
          dispatch({type: 'standing', answer});
          await wait(answer.state === 'READY' ? 5000 : 2500 + 1000 * Math.random());
        } catch (error) {
          if (error instanceof Refusal && error.reason === 'HELD') await paused();
          else if (error instanceof Refusal && error.reason === 'LOCKED_BROWSER_NEEDED') {
            dispatch({type: 'locked'});
            await wait(5000);
          }
          else if (error instanceof Refusal) return refused(error);
          else if (!(error instanceof LineFailure)) throw error;
          else {
            line(false);
            await restore();
            if (moot()) return;
            await wait(error.retryAfter ?? backOff(++failures));
          }
        }
      }
    } finally {
      connecting = false;
    }
  }

  /**
   * Whether the start was pressed or the paper opened while a question was on its way. To ask on would open it once more, and push another page
   * aside that has taken over since.
   */
  const moot = () => get().busy || openings !== wanted || (epoch > 0 && get().phase === 'exam' && !get().stale && !get().locked);

  /** A server that does not open a paused sitting: what this computer knows is shown meanwhile. */
  async function paused() {
    await restore();
    held(true, null);
    await wait(5000);
  }

  /** Without a line the page goes on with what this computer keeps. */
  async function restore() {
    if (get().phase !== 'loading') return;
    const {record, queue} = await stored();
    if (record) dispatch({type: 'restored', record, queue});
  }

  /** @param {OpenAnswer} opened */
  async function open(opened) {
    await written;
    const {record, queue} = await stored();
    const {paper, answers, nextSequence} = opened;
    await store.keep(ticket, {paper, answers, nextSequence}).catch(() => {});
    dispatch({type: 'opened', open: opened, queue: merged(queue), record});
    openings++;
    claimed();
    // The question of where the candidate stands is answered; nobody waits for the next one.
    patience.wake();
    shell.keepFigures(paper);
    sender.send();
    beat();
    if (record?.handing && !get().handing) handIn('candidate');
  }

  const stored = () => store.read(ticket).catch(() => ({record: null, queue: []}));

  /** What is stored, and what could not be stored but is known here. @param {ExamEvent[]} stored */
  function merged(stored) {
    const known = new Set(stored.map((event) => event.sequence));
    return [...stored, ...get().queue.filter((event) => !known.has(event.sequence))].sort((a, b) => a.sequence - b.sequence);
  }

  async function begin() {
    dispatch({type: 'begin'});
    try {
      const answer = await ask('/start', () => ({}), PAPER_LIMIT);
      await open(answer.paper ? answer : await ask('/open', () => ({}), PAPER_LIMIT));
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof LineFailure)) throw error;
      dispatch({type: 'notBegun', detail: null});
      if (error instanceof Refusal) return refused(error);
      lineLost();
      connect();
    }
  }

  function lineLost() {
    misses = 2;
    line(false);
  }

  /**
   * On the disk first, then on the line.
   * @param {number} item
   * @param {string} answer
   */
  function choose(item, answer) {
    dispatch({type: 'chose', item, answer});
    written = written.then(async () => {
      let safe = true;
      const event = await store.append(ticket, item, answer).catch(() => {
        safe = false;
        return {sequence: 1 + Math.max(0, highest, ...get().queue.map((other) => other.sequence)), item, answer};
      });
      highest = Math.max(highest, event.sequence);
      dispatch({type: 'stored', event, safe});
      sender.send();
    });
  }

  /** Another computer wrote under the numbers of this queue. */
  async function settle() {
    try {
      const opened = await ask('/open', () => ({}), PAPER_LIMIT);
      await written;
      const before = get().queue;
      const {again, check} = reconcile(opened.answers, before);
      await store.keep(ticket, {nextSequence: opened.nextSequence}).catch(() => {});
      await store.drop(ticket, before).catch(() => {});
      dispatch({type: 'acknowledged', saved: before.map((event) => event.sequence), late: []});
      await open(opened);
      if (check.length) dispatch({type: 'check', items: check});
      for (const {item, answer} of again) choose(item, answer);
    } catch (error) {
      if (error instanceof Refusal && error.reason !== 'SEQUENCE_CONFLICT') refused(error);
      else if (error instanceof LineFailure) {
        line(false);
        await wait(backOff(1));
        settle();
      } else throw error;
    }
  }

  async function beat() {
    if (beating) return;
    beating = true;
    while (!finishing) {
      await wait(get().line ? 15_000 : 4000);
      if (finishing || get().stale || get().signedOut || get().phase !== 'exam') continue;
      try {
        const answer = await ask('/heartbeat', () => ({epoch}));
        if (answer.state === 'CLOSED') finish();
        else {
          held(answer.state === 'HELD', answer.remainingMillis ?? null);
          dispatch({type: 'shut', on: answer.state === 'LOCKED'});
        }
        sender.send();
      } catch (error) {
        if (error instanceof Refusal) refused(error);
        else if (error instanceof LineFailure) line(false);
        else throw error;
      }
    }
    beating = false;
  }

  /**
   * Hands in with all that the server has not yet got; asks until the server has answered or the candidate takes it back.
   * @param {'candidate'|'time'} by
   */
  async function handIn(by) {
    if (get().handing || finishing) return;
    dispatch({type: 'handing', by});
    await written;
    await store.keep(ticket, {handing: true}).catch(() => {});
    for (let failures = 0; get().handing && !finishing; ) {
      try {
        if (!epoch) throw new LineFailure();
        // After the end the answers go first, for only then the server tells which of them came too late.
        if (get().handing === 'time') await sender.send();
        if (!get().handing || finishing) return;
        const events = get().queue;
        const receipt = await ask('/hand-in', () => ({epoch, events}));
        dispatch({type: 'acknowledged', saved: events.map((event) => event.sequence), late: receipt.late ?? []});
        return finish(receipt);
      } catch (error) {
        if (error instanceof Refusal) {
          if (error.reason !== 'CLOSED') withdraw();
          return refused(error);
        }
        if (!(error instanceof LineFailure)) throw error;
        line(false);
        await wait(error.retryAfter ?? backOff(++failures));
      }
    }
  }

  function withdraw() {
    dispatch({type: 'handing', by: ''});
    store.keep(ticket, {handing: false}).catch(() => {});
  }

  /** The sitting is closed: fetches receipt and result, and leaves nothing behind. @param {Receipt|null} receipt */
  async function finish(receipt = null) {
    if (finishing) return;
    finishing = true;
    await written;
    const {queue} = await stored();
    const left = receipt ? [] : merged(queue);
    dispatch({type: 'closed', lost: left.length});
    receipt ??= await patiently(() => ask('/hand-in', () => ({epoch, events: left})));
    if (!receipt) return;
    await store.forget(ticket).catch(() => {});
    await shell.forget();
    finished();
    dispatch({type: 'receipt', receipt});
    const code = await patiently(() => ask('/receipt'));
    if (code) dispatch({type: 'code', code});
    const outcome = await patiently(() => ask('/outcome'));
    if (outcome) dispatch({type: 'outcome', outcome});
  }

  /**
   * Asks until there is an answer or a refusal that time does not heal.
   * @template T
   * @param {() => Promise<T>} question
   * @returns {Promise<T|null>}
   */
  async function patiently(question) {
    for (let failures = 0; ; ) {
      try {
        return await question();
      } catch (error) {
        if (error instanceof LineFailure) {
          line(false);
          await wait(error.retryAfter ?? backOff(++failures));
        } else if (error instanceof Refusal && error.reason === 'NOT_SCORED_YET') await wait(1000);
        else if (error instanceof Refusal) {
          refused(error);
          return null;
        } else throw error;
      }
    }
  }

  /** After a new sign-in: everything goes on where it stopped. */
  function again() {
    dispatch({type: 'signedIn'});
    if (finishing) {
      finishing = false;
      finish();
    } else {
      sender.send();
      connect();
    }
  }

  /** Fetches the page for a later reload, between other requests, for it may bring another form token. */
  const keepPage = () =>
    lane(async () => api.take(await shell.renew())).catch(() => {});

  /** @param {import('./types.js').Note[]} notes */
  const tell = (notes) => (canSend() ? ask('/notes', () => ({epoch, notes})) : Promise.reject(new LineFailure()));

  return {connect, begin, choose, handIn, withdraw, again, keepPage, lineLost, tell};
}
