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
 * @param {() => Promise<unknown>} road.renew takes a fresh page and its token
 * @param {() => Promise<unknown>} road.forgetPage
 */
export function createMarking({key, api, store, photos, clock, patience, get, set, renew, forgetPage}) {
  const lane = createLane();
  let sendingPhotos = false;
  /** @type {import('./types.js').KeptSheet|null} */
  let sheet = null;
  /** Tapped, and not in the store yet: what is read from the store meanwhile does not have them. @type {{sequence: number, item: number, answer: string}[]} */
  let underWay = [];

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
    if (sheet && sheet.stand.state !== stand.state) keepSheet({...sheet, stand});
  }

  /** For a reload without a line. A tablet that keeps nothing goes on without. @param {import('./types.js').KeptSheet} kept @param {Partial<import('../exam/types.js').SittingRecord>} [more] */
  function keepSheet(kept, more = {}) {
    sheet = kept;
    return store.keep(key, {...more, sheet: kept}).catch(() => {});
  }

  /** What this tablet kept, laid over what the server has; where another tablet wrote meanwhile, the server's marks stand and the assessor is asked to look. @param {import('./types.js').Opened} opened */
  async function taken(opened) {
    const {record, queue} = await store.read(key);
    const alone = record?.epoch === undefined || record.epoch + 1 === opened.epoch;
    const {place, tasks, stand} = opened;
    const kept = {place, tasks, stand, photos: opened.photos.length};
    await keepSheet(kept, {nextSequence: opened.nextSequence, epoch: opened.epoch, answers: opened.answers});
    const waiting = await photos.of(key);
    /** @type {Partial<Model>} */
    const common = {
      phase: opened.signed ? 'signed' : 'marking', place, epoch: opened.epoch, tasks, photos: opened.photos.length, problem: '', detail: '',
      unsentPhotos: waiting.length, restored: false, joining: false,
    };
    if (alone) {
      set({...common, queue, answers: overlaid(overlaid(opened.answers, queue), underWay)});
    } else {
      const {again, check} = reconcile(opened.answers, queue);
      await store.drop(key, queue);
      set({...common, queue: [], answers: overlaid(opened.answers, underWay), past: [], check});
      // Not awaited: each waits for the lane that this itself is in.
      for (const {item, answer} of again) tap(item, answer);
    }
  }

  /** Without a line the page goes on with what this tablet keeps; nothing is sent before the sheet was opened again. */
  async function restore() {
    const {record, queue} = await store.read(key).catch(() => ({record: null, queue: []}));
    if (!record?.sheet) return;
    sheet = /** @type {import('./types.js').KeptSheet} */ (record.sheet);
    set({
      phase: 'marking', place: sheet.place, epoch: record.epoch ?? 0, tasks: sheet.tasks, stand: sheet.stand, photos: sheet.photos, queue, line: false, restored: true,
      answers: overlaid(overlaid(record.answers ?? {}, queue), underWay), unsentPhotos: (await photos.of(key).catch(() => [])).length,
    });
  }

  /** @param {number} item @param {string} answer @param {boolean} [undo] */
  function tap(item, answer, undo = false) {
    const own = {sequence: 0, item, answer};
    underWay.push(own);
    set(tapped(get(), item, answer, undo));
    return lane(async () => {
      /** @type {Tap} */
      let stored;
      try {
        stored = await store.append(key, item, answer);
      } catch {
        set({unsafe: true, writing: get().writing - 1});
        return;
      } finally {
        underWay = underWay.filter((other) => other !== own);
      }
      set({queue: [...get().queue, stored], writing: get().writing - 1});
      if (!get().restored) sender.send();
    });
  }

  async function sendPhotos() {
    if (sendingPhotos || get().restored) return;
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

  /** Opens the sheet, for the first time or once more. After a reload without a line the page itself is asked for first: somebody else may have signed in on this tablet. */
  const open = () =>
    tried(async () => {
      try {
        if (get().restored) await renew();
        const asked = clock.now();
        /** @type {import('./types.js').Opened} */
        const opened = await api.call('/open', {});
        set({joining: true});
        await lane(() => taken(opened));
        take(opened.stand, asked);
      } catch (error) {
        if (!get().restored || !(error instanceof Refusal)) throw error;
        stopped(error);
        return;
      } finally {
        set({joining: false});
      }
      sender.send();
      sendPhotos();
    });

  return {
    tap,
    restore,
    undo() {
      const last = get().past.at(-1);
      if (last) tap(last.item, last.before, true);
    },
    open,
    /** Nothing was tapped: somebody else may have the place. */
    giveBack: () =>
      tried(async () => {
        await api.call('/give-back', {});
        sheet = null;
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
        sheet = null;
        await store.forget(key);
        await forgetPage();
        set({phase: 'signed', signing: false});
        take(stand, asked);
      }),
    /** Asks again and again where the candidate stands, for as long as the page is there. */
    async watch() {
      for (;;) {
        await patience.wait(LOOK);
        if (document.hidden || get().phase === 'begin') continue;
        if (get().restored) {
          if (!get().problem) await open();
          continue;
        }
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
