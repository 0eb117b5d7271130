import {createCamera} from './camera.js';
import {createFresh} from './fresh.js';
import {NotHanded, csv, entryOf, handOver, tidy} from './log.js';
import {register, renew} from './shell.js';
import {verify} from './signature.js';
import {signal} from './signal.js';
import {memoryStore, openStore} from './store.js';
import {chosenLanguage, createTexts, keepLanguage} from './texts.js';
import {TONES, clockIsWrong, isOld, judge, OLDEST} from './verdict.js';
import {part, showAge, showLog, showVerdict, translate, turnTo, write} from './view.js';
import {listenForScanner, plain} from './wedge.js';

/** @param {string} id */
const told = (id) => JSON.parse(part(id).textContent ?? '');

const REFRESH = 5 * 60_000;
/** The same card, still before the camera when the next one is asked for, is not read again so soon. */
const SAME = 3000;
const messages = told('messages');
/** @type {{[code: string]: import('./types.js').Qualification}} */
const qualifications = told('qualifications');
const publicUrl = document.body.dataset.publicUrl ?? '';

let texts = createTexts(messages, chosenLanguage());
/** @type {import('./types.js').Verdict|null} */
let shown = null;
/** @type {{text: string, at: number}} */
let last = {text: '', at: 0};
/** @type {import('./fresh.js').Known} */
let known = {keys: null, keysAt: 0, offset: 0, lists: new Map()};
let gate = '';
let sound = false;

const store = await openStore().catch(memoryStore);
const fresh = createFresh({store, publicUrl, verify});
/** @type {Promise<{frame: any, picture: (picture: ImageBitmap) => Promise<string|null>}>|null} */
let reading = null;
const reader = () => (reading ??= import('./reader.js').then(({createReader}) => createReader()));
const camera = createCamera(part('video'), reader, (text, seenAt) => void seen(text, seenAt));

const loaded = fresh.load().then((kept) => void (known = kept));

/** @returns {import('./types.js').World} */
const world = () => ({...known, publicUrl, now: Date.now(), verify, expiringDays: (code) => qualifications[code]?.days ?? 0});

/**
 * Answers a text that was read, and measures: gate-answer from the text to the painted answer, gate-scan from the frame to it.
 * @param {string} text
 * @param {number} [seenAt] when the camera's frame was taken up
 * @returns {Promise<{result: string, tone: string, millis: number}>}
 */
async function check(text, seenAt) {
  const readAt = performance.now();
  camera.rest();
  await loaded;
  const verdict = await judge(text, world());
  shown = verdict;
  showVerdict(verdict, texts, (code) => qualifications[code], Date.now());
  showState();
  if (sound) signal(verdict.tone);
  const kept = store.log(entryOf(verdict, gate, Date.now()));
  await painted();
  const {duration} = performance.measure('gate-answer', {start: readAt});
  if (seenAt !== undefined) performance.measure('gate-scan', {start: seenAt});
  await kept;
  return {result: verdict.result, tone: verdict.tone, millis: duration};
}

const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * @param {string} text
 * @param {number} seenAt
 */
async function seen(text, seenAt) {
  if (text === last.text && performance.now() - last.at < SAME) return camera.look();
  last = {text, at: Infinity};
  await check(text, seenAt);
}

function next() {
  shown = null;
  last.at = performance.now();
  turnTo('scan');
  showState();
  showCamera();
  camera.look();
}

function showCamera(note = '') {
  const running = camera.running();
  document.body.toggleAttribute('data-camera', running);
  part('camera').dataset.text = running ? 'camera_stop' : 'camera_start';
  write(part('camera'), texts.say(running ? 'camera_stop' : 'camera_start'));
  write(part('note'), note && texts.say(note));
}

async function toggleCamera() {
  if (camera.running()) camera.stop();
  else {
    try {
      await camera.start();
    } catch (error) {
      camera.stop();
      return showCamera(error instanceof DOMException && error.name === 'NotAllowedError' ? 'camera_denied' : 'camera_none');
    }
  }
  showCamera();
}

/** @param {HTMLInputElement} field */
async function checkPicture({files}) {
  const file = files?.[0];
  if (!file) return;
  write(part('note'), texts.say('picture_reading'));
  const picture = await createImageBitmap(file).catch(() => null);
  const text = picture && (await (await reader()).picture(picture));
  write(part('note'), text ? '' : texts.say('picture_empty'));
  if (text) await check(text);
}

const bad = () => {
  const now = Date.now();
  return !known.keys || !known.lists.size || now - known.keysAt > OLDEST || clockIsWrong({...known, now}) || [...known.lists.values()].some((list) => isOld(list, now));
};

function showState() {
  showAge(known, bad(), texts, Date.now());
}

async function refresh() {
  part('age').dataset.busy = '';
  const ok = await fresh.refresh().then(() => true, () => false);
  known = await fresh.load();
  delete part('age').dataset.busy;
  showState();
  return ok;
}

async function openLog() {
  camera.stop();
  showCamera();
  write(part('log-note'), '');
  await drawLog();
  turnTo('log');
  part('log-title').focus();
}

async function drawLog() {
  showLog(await store.entries(), texts, TONES);
}

async function handOverNow() {
  const button = /** @type {HTMLButtonElement} */ (part('hand-over'));
  button.disabled = true;
  part('sign-in').hidden = true;
  write(part('log-note'), texts.say('handing'));
  try {
    const count = await handOver(store, renew);
    write(part('log-note'), texts.say('handed_over', count));
  } catch (error) {
    if (!(error instanceof NotHanded)) throw error;
    write(part('log-note'), texts.say('not_handed_' + error.why));
    part('sign-in').hidden = error.why !== 'sign_in';
  }
  await drawLog();
}

async function exportLog() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv(await store.entries(), texts.say)], {type: 'text/csv'}));
  link.download = 'gate-log-' + new Date().toISOString().slice(0, 10) + '.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function changeLanguage() {
  const lang = texts.lang === 'zh' ? 'en' : 'zh';
  keepLanguage(lang);
  texts = createTexts(messages, lang);
  translate(texts);
  showCamera();
  showState();
  if (shown) showVerdict(shown, texts, (code) => qualifications[code], Date.now());
  if (document.body.dataset.phase === 'log') void drawLog();
}

/** @param {string} name */
function nameGate(name) {
  gate = name.trim().slice(0, 60);
  for (const id of ['gate-name', 'gate-name-log']) /** @type {HTMLInputElement} */ (part(id)).value = gate;
  part('naming').hidden = gate !== '';
  void store.keep('gate', gate);
}

/**
 * @param {string} id
 * @param {string} event
 * @param {(event: Event) => void} act
 */
const on = (id, event, act) => part(id).addEventListener(event, act);

on('camera', 'click', () => void toggleCamera());
on('typed', 'submit', (event) => {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (part('text'));
  const text = plain(field.value);
  field.value = '';
  if (text) void check(text);
});
on('picture', 'change', (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  void checkPicture(field).then(() => (field.value = ''));
});
on('next', 'click', next);
on('refresh', 'click', async () => write(part('note'), texts.say((await refresh()) ? 'refreshed' : 'not_refreshed')));
on('open-log', 'click', () => void openLog());
on('close-log', 'click', next);
on('export', 'click', () => void exportLog());
on('hand-over', 'click', () => void handOverNow());
on('language', 'click', changeLanguage);
on('naming', 'submit', (event) => {
  event.preventDefault();
  nameGate(/** @type {HTMLInputElement} */ (part('gate-name')).value);
});
on('gate-name-log', 'change', () => nameGate(/** @type {HTMLInputElement} */ (part('gate-name-log')).value));
on('sound', 'change', () => {
  sound = /** @type {HTMLInputElement} */ (part('sound')).checked;
  void store.keep('sound', sound);
});
listenForScanner((text) => void check(text));
document.addEventListener('keydown', ({key}) => {
  const answered = document.activeElement === part('word');
  if (document.body.dataset.phase !== 'scan' && (key === 'Escape' || (key === 'Enter' && answered))) next();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) return void refresh();
  camera.stop();
  showCamera();
});
addEventListener('online', () => void refresh());
setInterval(() => (navigator.onLine && !document.hidden ? void refresh() : showState()), REFRESH);
setInterval(showState, 30_000);

translate(texts);
await loaded;
nameGate((await store.read('gate')) ?? '');
sound = (await store.read('sound')) ?? false;
/** @type {HTMLInputElement} */ (part('sound')).checked = sound;
showState();
document.body.dataset.ready = '';
// For the bench and for tests: the same as a text that was scanned.
Object.assign(window, {chizhengGate: {check}});
if (!matchMedia('(pointer: coarse)').matches) part('text').focus({preventScroll: true});
await refresh();
await register().catch(() => {});
// Else a browser may clear what is kept when its disk is full.
await navigator.storage?.persist?.();
await renew().catch(() => {});
await tidy(store, Date.now());
document.body.dataset.kept = '';
