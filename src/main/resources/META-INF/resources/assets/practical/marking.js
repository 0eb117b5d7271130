import {LineFailure, Refusal} from '../exam/api.js';
import {overlaid, reconcile} from '../exam/state.js';
import {backOff, createLane, createSender} from '../exam/transport.js';
import {tapped, unsent} from './model.js';
import {newId, shrunk} from './photos.js';

const LOOK = 5000;

/**
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('../exam/types.js').ExamEvent} Tap
 */

/**
 * All that happens between the assessor's finger and the server. Each tap is in this tablet's store before it is sent, and leaves it by the server's word only.
 * @param {object} road
 * @param {string} road.key of this assessor and candidate in the store
 * @param {import('../exam/api.js').Api} road.api
 * @param {import('../exam/store.js').Store} road.store
 * @param {import('./photos.js').Photos} road.photos
 * @param {ReturnType<typeof import('../exam/clock.js').createClock>} road.clock
 * @param {ReturnType<typeof import('../exam/transport.js').createPatience>} road.patience
 * @param {() => Model} road.get
 * @param {(changes: Partial<Model>) => void} road.set
 */
export function createMarking({key, api, store, photos, clock, patience, get, set}) {
  const lane = createLane();
  let sendingPhotos = false;

  const sender = createSender({
    queue: () => get().queue,
    send: (events) => api.call('/taps', {epoch: get().epoch, events}),
    async acknowledged(taken) {
      await store.acknowledge(key, taken, get().answers);
      const gone = new Set(taken.map((tap) => tap.sequence));
      set({queue: get().queue.filter((tap) => !gone.has(tap.sequence))});
    },
    async invalid(tap) {
      await store.drop(key, [tap]);
      set({queue: get().queue.filter((other) => other !== tap), check: [...get().check, tap.item]});
    },
    refused: stopped,
    line: (ok) => set({line: ok}),
    wait: patience.wait,
  });

  /** @param {Refusal} refusal */
  function stopped(refusal) {
    set({problem: refusal.reason || 'REFUSED', detail: refusal.detail, signing: false});
  }

  /** @param {import('./types.js').Stand} stand @param {number} asked */
  function take(stand, asked) {
    if (stand.remainingMillis !== null) clock.set(stand.remainingMillis, asked);
    set({stand, line: true});
  }

  /** What this tablet kept, laid over what the server has; where another tablet wrote meanwhile, the server's marks stand and the assessor is asked to look. @param {import('./types.js').Opened} opened */
  async function taken(opened) {
    const {record, queue} = await store.read(key);
    const alone = record?.epoch === undefined || record.epoch + 1 === opened.epoch;
    await store.keep(key, {nextSequence: opened.nextSequence, epoch: opened.epoch});
    const waiting = await photos.of(key);
    /** @type {Partial<Model>} */
    const common = {
      phase: opened.signed ? 'signed' : 'marking', place: opened.place, epoch: opened.epoch, tasks: opened.tasks, photos: opened.photos.length, problem: '', detail: '',
      unsentPhotos: waiting.length,
    };
    if (alone) {
      set({...common, queue, answers: overlaid(opened.answers, queue)});
    } else {
      const {again, check} = reconcile(opened.answers, queue);
      await store.drop(key, queue);
      set({...common, queue: [], answers: opened.answers, past: [], check});
      for (const {item, answer} of again) await tap(item, answer);
    }
  }

  /** @param {number} item @param {string} answer @param {boolean} [undo] */
  function tap(item, answer, undo = false) {
    set(tapped(get(), item, answer, undo));
    return lane(async () => {
      /** @type {Tap} */
      let stored;
      try {
        stored = await store.append(key, item, answer);
      } catch {
        set({unsafe: true, writing: get().writing - 1});
        return;
      }
      set({queue: [...get().queue, stored], writing: get().writing - 1});
      sender.send();
    });
  }

  async function sendPhotos() {
    if (sendingPhotos) return;
    sendingPhotos = true;
    let failures = 0;
    try {
      for (let waiting = await photos.of(key); waiting.length; waiting = await photos.of(key)) {
        const {id, blob} = waiting[0];
        try {
          await api.call('/photos/' + id + '?epoch=' + get().epoch, blob, 60_000);
          failures = 0;
          await photos.drop(id);
          set({photos: get().photos + 1, unsentPhotos: waiting.length - 1, line: true});
        } catch (error) {
          if (error instanceof LineFailure) {
            set({line: false});
            await patience.wait(error.retryAfter ?? backOff(++failures));
          } else if (error instanceof Refusal && /^PHOTO/.test(error.reason)) {
            await photos.drop(id);
            set({unsentPhotos: waiting.length - 1, detail: error.detail});
          } else {
            if (error instanceof Refusal) stopped(error);
            return;
          }
        }
      }
    } finally {
      sendingPhotos = false;
    }
  }

  /** @param {() => Promise<void>} act */
  async function tried(act) {
    try {
      await act();
    } catch (error) {
      if (error instanceof LineFailure) set({line: false, signing: false});
      else if (error instanceof Refusal) set({detail: error.detail, signing: false, line: true});
      else throw error;
    }
  }

  return {
    tap,
    undo() {
      const last = get().past.at(-1);
      if (last) tap(last.item, last.before, true);
    },
    /** Opens the sheet, for the first time or once more. */
    open: () =>
      tried(async () => {
        const asked = clock.now();
        /** @type {import('./types.js').Opened} */
        const opened = await api.call('/open', {});
        await taken(opened);
        take(opened.stand, asked);
        sender.send();
        sendPhotos();
      }),
    /** Nothing was tapped: somebody else may have the place. */
    giveBack: () =>
      tried(async () => {
        await api.call('/give-back', {});
        await store.forget(key);
        location.reload();
      }),
    start: () =>
      tried(async () => {
        const asked = clock.now();
        set({detail: ''});
        take(await api.call('/start', {}), asked);
      }),
    /** @param {File} file */
    async photograph(file) {
      try {
        await photos.add({id: newId(), key, blob: await shrunk(file)});
      } catch {
        set({unsafe: true});
        return;
      }
      set({unsentPhotos: (await photos.of(key)).length});
      sendPhotos();
    },
    sign: () =>
      tried(async () => {
        if (unsent(get())) return;
        set({signing: true, detail: ''});
        const asked = clock.now();
        const stand = await api.call('/sign', {epoch: get().epoch, answers: get().answers});
        await store.forget(key);
        set({phase: 'signed', signing: false});
        take(stand, asked);
      }),
    /** Asks again and again where the candidate stands, for as long as the page is there. */
    async watch() {
      for (;;) {
        await patience.wait(LOOK);
        if (document.hidden || get().phase === 'begin') continue;
        await tried(async () => {
          const asked = clock.now();
          take(await api.call(''), asked);
        });
        if (get().line) {
          sender.send();
          sendPhotos();
        }
      }
    },
  };
}
