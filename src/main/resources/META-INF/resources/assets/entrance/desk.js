import {createCamera} from '../gate/camera.js';
import {listenForScanner, plain} from '../gate/wedge.js';

// The tablet at the entrance. The page works without this script; with it the camera stays on from one candidate to the next, since only the panel beside it is renewed.
const video = /** @type {HTMLVideoElement} */ (document.getElementById('video'));
const button = /** @type {HTMLButtonElement} */ (document.getElementById('camera'));
const note = /** @type {HTMLElement} */ (document.getElementById('camera-note'));
const line = /** @type {HTMLElement} */ (document.getElementById('line'));
const TALLEST = 960;
let busy = false;
/** @type {Promise<{frame: (video: HTMLVideoElement) => Promise<string|null>}>|undefined} */
let reader;

const camera = createCamera(video, () => (reader ??= import('../gate/reader.js').then((module) => module.createReader())), seen);

/** A ticket that stays before the camera is read once. */
const SAME_MS = 60_000;
let last = '';
let lastAt = -SAME_MS;

/** @param {string} text */
function seen(text) {
  const now = performance.now();
  if (text === last && now - lastAt < SAME_MS) {
    camera.look();
    return;
  }
  last = text;
  lastAt = now;
  read(text);
}

const panel = () => /** @type {HTMLElement} */ (document.getElementById('desk'));
const code = () => /** @type {HTMLInputElement} */ (document.getElementById('code'));

/** @param {string} text what was scanned */
function read(text) {
  code().value = plain(text);
  code().form?.requestSubmit();
}

/** What the camera sees, as a file. @returns {Promise<Blob|null>} */
async function picture() {
  if (!camera.running() || video.readyState < 2) return null;
  const scale = Math.min(1, TALLEST / video.videoHeight);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
}

/** @param {HTMLFormElement} form @param {HTMLElement|null} submitter */
async function send(form, submitter) {
  const body = new FormData(form, submitter);
  if (form.dataset.picture !== undefined) await addPicture(body);
  const encoded = form.enctype === 'multipart/form-data' ? body : new URLSearchParams(/** @type {any} */ (body));
  const answer = await fetch(form.action, {method: 'POST', body: encoded});
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('desk');
  if (!fresh) {
    location.assign(answer.redirected ? answer.url : location.href);
    return;
  }
  panel().replaceWith(fresh);
  if (answer.redirected) history.replaceState(null, '', answer.url);
  shown();
}

/** @param {FormData} body */
async function addPicture(body) {
  const chosen = body.get('picture');
  const given = (chosen instanceof File && chosen.size > 0) || body.get('noPhoto');
  const taken = given ? null : await picture();
  if (taken) body.set('picture', taken, 'picture.jpg');
}

/** After the panel was renewed: whether the camera looks for the next ticket, and where the keyboard goes on. */
function shown() {
  const who = document.getElementById('who');
  if (panel().dataset.scan === 'on') camera.look();
  else camera.rest();
  (who ?? code()).focus({preventScroll: true});
  (who ?? panel()).scrollIntoView({block: 'nearest'});
}

document.addEventListener('submit', async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!panel().contains(form)) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  panel().setAttribute('aria-busy', 'true');
  try {
    await send(form, event.submitter);
    line.hidden = true;
  } catch {
    line.hidden = false;
  } finally {
    busy = false;
    panel().removeAttribute('aria-busy');
  }
});

async function toggle() {
  if (camera.running()) {
    camera.stop();
  } else {
    try {
      await camera.start();
      if (panel().dataset.scan !== 'on') camera.rest();
      note.textContent = '';
    } catch {
      note.textContent = note.dataset.none ?? '';
    }
  }
  button.textContent = (camera.running() ? button.dataset.on : button.dataset.off) ?? '';
}

button.hidden = false;
button.addEventListener('click', toggle);
listenForScanner(read);
navigator.permissions
  ?.query({name: /** @type {PermissionName} */ ('camera')})
  .then((permission) => {
    if (permission.state === 'granted') toggle();
  })
  .catch(() => {});
