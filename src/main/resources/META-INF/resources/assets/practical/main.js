import {createApi} from '../exam/api.js';
import {createClock, lowest, milestone} from '../exam/clock.js';
import {memoryStore, openStore} from '../exam/store.js';
import {createPatience} from '../exam/transport.js';
import {createMarking} from './marking.js';
import {INITIAL} from './model.js';
import {memoryPhotos, openPhotos} from './photos.js';
import {forgetPage, keepPage, renew, say} from './shell.js';
import {createView} from './view.js';

const root = /** @type {HTMLElement} */ (document.getElementById('sheet'));
const spoken = /** @type {HTMLElement} */ (document.getElementById('spoken'));
const {candidate, name, lang, here, opened} = /** @type {{[name: string]: string}} */ (root.dataset);
const {assessor} = /** @type {{[name: string]: string}} */ (document.body.dataset);

let model = INITIAL;
const clock = createClock();
const patience = createPatience();
const token = document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
const api = createApi({token, renew, base: '/api/practicals/candidates/' + candidate});
const store = await openStore('chizheng-practical').catch(memoryStore);
const photos = await openPhotos().catch(memoryPhotos);

const work = createMarking({
  key: candidate + ' ' + assessor, api, store, photos, clock, patience, forgetPage,
  get: () => model,
  renew: async () => api.take(await renew()),
  set(changes) {
    model = {...model, ...changes};
    view.update(model);
  },
});
const view = createView(root, {name, lang}, {
  open: work.open,
  start: work.start,
  giveBack: work.giveBack,
  tap: work.tap,
  undo: work.undo,
  show(index) {
    model = {...model, shown: index};
    view.update(model);
  },
  photograph: work.photograph,
  sign: work.sign,
  next: () => location.assign(here),
}, say);

/** @type {number|null} */
let before = null;
setInterval(() => {
  const left = clock.left();
  view.tick(left);
  const minutes = model.stand?.state === 'RUNNING' ? milestone(before, left) : null;
  if (minutes !== null) spoken.textContent = say('left', minutes);
  before = lowest(before, left);
}, 500);
addEventListener('online', patience.wake);
addEventListener('beforeunload', (event) => {
  if (model.writing) event.preventDefault();
});
view.update(model);
// The line may be down: nothing waits for this.
keepPage();
await work.restore();
if (opened === 'true' || model.restored) await work.open();
await work.watch();
