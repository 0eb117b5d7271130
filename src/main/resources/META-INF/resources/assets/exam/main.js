import {createApi, LineFailure} from './api.js';
import {clockText, createClock, lowest, milestone} from './clock.js';
import {watchKeys} from './keys.js';
import {createProof} from './lockdown.js';
import {createNotes} from './notes.js';
import {createSettings} from './settings.js';
import {createShell} from './shell.js';
import {createSitting} from './sitting.js';
import {createSpeech} from './speech.js';
import {answering, INITIAL, reduce, unsent} from './state.js';
import {memoryStore, openStore} from './store.js';
import {createTexts, keepLanguage} from './texts.js';
import {createPatience} from './transport.js';
import {createFrame} from './view/frame.js';
import {askHandIn} from './view/hand-in.js';
import {openHelp} from './view/help.js';
import {createLocked} from './view/locked.js';
import {createOutcome} from './view/outcome.js';
import {createPanel} from './view/panel.js';
import {createPaper} from './view/paper.js';
import {createPractice} from './view/practice.js';
import {openSettings} from './view/settings.js';
import {createWaiting} from './view/waiting.js';
import {dialogOpen, node} from './view/dom.js';

const root = /** @type {HTMLElement} */ (document.getElementById('exam'));
const spoken = /** @type {HTMLElement} */ (document.getElementById('spoken'));
const {ticket, candidate, titleZh, titleEn, minutes, browserLink, browserFile, leaveTo, printing, release} = /** @type {{[name: string]: string}} */ (root.dataset);
const given = JSON.parse(document.getElementById('messages')?.textContent ?? '{}');
const files = [...document.querySelectorAll('link[data-shell], script[data-shell]')].map((file) => file.getAttribute('href') ?? file.getAttribute('src') ?? '');

let model = INITIAL;
let texts = createTexts(given, preferred());
/** @type {{element: HTMLElement, update: (model: import('./state.js').Model) => void, focus?: () => void, press?: (place: number) => void, read?: () => void, end?: () => void}|null} */
let view = null;
let viewName = '';
/** @type {number|null} */
let before = null;

const clock = createClock();
const patience = createPatience();
const settings = createSettings(ticket);
const speech = createSpeech(() => view?.update(model));
const shell = createShell({ticket, release, files, noLine: noLinePage(), wait: patience.wait});
const token = document.querySelector('meta[name=csrf-token]')?.getAttribute('content') ?? '';
const proof = createProof();
const api = createApi({token, renew: () => shell.renew(), proof: proof.headers});
const notes = createNotes({send: (batch) => sitting.tell(batch), now: clock.now});
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('chizheng-exam') : null;
const me = crypto.getRandomValues(new Uint32Array(2)).join('-');

const store = await openStore().catch(memoryStore);
await shell.claim();
await store.forgetOthers(ticket).catch(() => {});

const sitting = createSitting({
  ticket, api, store, clock, shell, patience, dispatch,
  get: () => model,
  note: (note) => notes.add(note),
  claimed: () => tabs?.postMessage({ticket, me}),
  finished() {
    settings.forget();
    stopWatching?.();
  },
});

/** @type {import('./types.js').Acts} */
const acts = {
  begin: () => sitting.begin(),
  choose: (item, answer) => sitting.choose(item.no, answer),
  mark(item) {
    dispatch({type: 'mark', item: item.no});
    store.keep(ticket, {marks: model.marks}).catch(() => {}).then(() => dispatch({type: 'markKept'}));
  },
  go(index) {
    dispatch({type: 'go', index});
    store.keep(ticket, {place: model.place}).catch(() => {});
  },
  practise: (on) => dispatch({type: 'practise', on}),
  askHandIn: () => askHandIn(model, acts, texts.say),
  handIn: () => sitting.handIn('candidate'),
  withdrawHandIn: () => sitting.withdraw(),
  takeOver: () => sitting.connect(),
  async signIn(idNumber) {
    try {
      const body = new URLSearchParams({j_username: ticket, j_password: idNumber});
      const response = await fetch('/exam/j_security_check', {method: 'POST', body}).catch(() => {
        throw new LineFailure();
      });
      api.take(await shell.adopt(response));
    } catch (error) {
      return error instanceof LineFailure ? null : false;
    }
    sitting.again();
    return true;
  },
  async leave() {
    await fetch('/sign-out', {method: 'POST', headers: {'X-CSRF-TOKEN': api.token()}, redirect: 'manual'}).catch(() => {});
    location.replace(leaveTo);
  },
  print: () => window.print(),
  openSettings: () => openSettings(settings, texts, changeLanguage),
  openHelp: () => openHelp(texts.say),
};

let frame = createFrame({name: candidate, ticket, title: title()}, acts, texts.say);
const stage = /** @type {HTMLElement} */ (document.getElementById('main'));
/** @type {(() => void)|null} */
let stopWatching = null;

/** @param {import('./state.js').Action} action */
function dispatch(action) {
  const past = model;
  model = reduce(model, action);
  if (model === past) return;
  if (model.phase === 'exam' && past.phase !== 'exam') stopWatching ??= notes.watch();
  if (model.line && !past.line) notes.retry();
  if (model.shut !== past.shut && model.phase === 'exam') say(texts.say(model.shut ? 'panel_shut' : 'resumed'));
  if (model.held !== past.held && model.phase === 'exam') say(texts.say(model.held ? 'panel_held' : 'resumed'));
  show();
}

/** Words for a screen reader, and for nobody else. @param {string} text */
function say(text) {
  spoken.textContent = '';
  requestAnimationFrame(() => (spoken.textContent = text));
}

function show() {
  const name = model.locked ? 'locked' : model.shut && model.phase !== 'exam' && model.phase !== 'closed' ? 'shut' : model.phase === 'exam' || model.phase === 'closed' || model.phase === 'loading' ? model.phase : model.practice && model.phase !== 'paused' ? 'practice' : model.phase;
  if (name !== viewName) {
    viewName = name;
    if (dialogOpen()) document.querySelectorAll('dialog[open]').forEach((open) => /** @type {HTMLDialogElement} */ (open).close());
    const made = create(name);
    if (made) {
      view?.end?.();
      view = made;
      document.body.dataset.phase = name;
      stage.replaceChildren(view.element);
    }
    view?.update(model);
    view?.focus?.();
  } else view?.update(model);
  frame.update(model);
  look();
}

/** @param {string} name */
function create(name) {
  if (name === 'exam') return createPaper(model, acts, texts, speech);
  if (name === 'closed') return createOutcome(acts, texts, printing === 'true');
  if (name === 'locked') return createLocked(browserLink, browserFile, texts.say);
  if (name === 'shut') return {element: node('div', {class: 'centred'}, createPanel('shut', acts, texts.say)), update() {}};
  if (name === 'practice') return createPractice(acts, texts, speech);
  if (name === 'loading') return null;
  return createWaiting(model, acts, texts.say, {title: title(), minutes: Number(minutes)});
}

/** Looks at the clock: the digits, the milestones and the end. */
function look() {
  const left = clock.left();
  frame.time(left, clock.paused());
  const passed = model.phase === 'exam' ? milestone(before, left) : null;
  if (passed) say(texts.say('left', passed));
  before = lowest(before, left);
  if (left === 0 && model.phase === 'exam' && !model.handing && !model.held && !model.shut && !model.stale && !model.signedOut) sitting.handIn('time');
}

/** @param {'zh'|'en'} lang */
function changeLanguage(lang) {
  keepLanguage(lang);
  texts = createTexts(given, lang);
  document.title = title();
  const old = frame;
  frame = createFrame({name: candidate, ticket, title: title()}, acts, texts.say);
  old.bar.replaceWith(frame.bar);
  old.strip.replaceWith(frame.strip);
  viewName = '';
  show();
}

/** @returns {'zh'|'en'} */
function preferred() {
  const kept = /(?:^|; )lang=(zh|en)/.exec(document.cookie)?.[1] ?? document.documentElement.lang.slice(0, 2);
  return kept === 'en' ? 'en' : 'zh';
}

function title() {
  return texts.lang === 'en' && titleEn ? titleEn : titleZh;
}

/** What the service worker shows when it has nothing else: two sentences that ask again by themselves. */
function noLinePage() {
  const both = ['zh', 'en'].map((lang) => `<p>${given[lang].sitting_js_no_line}</p>`).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5"><title>${given.zh.sitting_js_offline_before}</title><h1>${given.zh.sitting_js_offline_before}</h1>${both}`;
}

watchKeys({
  active: () => answering(model),
  letters: () => settings.get().keys,
  move: (step) => acts.go(model.place + step),
  press: (place) => view?.press?.(place),
  keys: {
    m: () => answering(model) && model.paper && acts.mark(model.paper.items[model.place]),
    k: () => /** @type {HTMLElement|null} */ (document.querySelector('.card-place .cell[aria-current]') ?? document.querySelector('.open-card'))?.focus(),
    r: () => view?.read?.(),
    t: () => say([tellTime(), unsent(model) ? texts.say('saving', unsent(model)) : texts.say('saved')].join(texts.say('comma'))),
    h: () => answering(model) && acts.askHandIn(),
    s: acts.openSettings,
    '?': acts.openHelp,
  },
});

function tellTime() {
  const left = clock.left();
  return left === null ? texts.say('time_unknown') : texts.say('time_left') + ' ' + clockText(left);
}

tabs?.addEventListener('message', ({data}) => {
  if (data.ticket === ticket && data.me !== me) dispatch({type: 'stale'});
});
addEventListener('online', patience.wake);
addEventListener('offline', () => sitting.lineLost());
addEventListener('pageshow', patience.wake);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && patience.wake());
addEventListener('beforeunload', (event) => {
  // A reload costs nothing as long as every choice is on the disk.
  if (model.unsafe && unsent(model)) event.preventDefault();
});

keepLanguage(texts.lang);
document.title = title();
root.prepend(frame.bar, frame.strip);
show();
setInterval(look, 250);
await proof.ready();
sitting.connect();
shell.prepare().then(sitting.keepPage);
