import {LineFailure, Refusal} from '../exam/api.js';
import {able, prepare, quietly, remove} from '../exam/keeping.js';

/** The station's page as it stands in caches, for a reload without a line: its files by release, its own HTML by the account that it was made for. */
const FILES = 'chizheng-station-files-';
const PAGE = 'chizheng-station-page-';
const {assessor, release} = /** @type {{[name: string]: string}} */ (document.body.dataset);
/** @type {{[key: string]: string}} */
const texts = JSON.parse(document.getElementById('messages')?.textContent ?? '{}');

/** @type {import('../exam/types.js').Say} */
export const say = (key, ...values) =>
  values.reduce((/** @type {string} */ text, value, i) => text.replace('{' + i + '}', String(value)), texts['practical_js_' + key] ?? '??' + key + '??');

/** Nobody else's page may be shown from here on; then this one is kept, with all it needs. */
export async function keepPage() {
  if (!able) return;
  await quietly(remove((name) => name.startsWith(PAGE) && name !== PAGE + assessor));
  const files = JSON.parse(document.getElementById('files')?.textContent ?? '[]');
  await prepare({worker: '/practicals/sw.js', scope: '/practicals/', prefix: FILES, release, files, address: '/practicals/no-line', noLine: noLinePage()});
  await quietly(renew());
}

/** The candidate is done with: a reload without a line shows no name. */
export const forgetPage = () => (able ? quietly(remove((name) => name === PAGE + assessor)) : Promise.resolve());

/**
 * The page as the server gives it now: kept for a reload, and the source of a fresh form token. Where somebody else has signed in meanwhile, it is theirs.
 * @returns {Promise<string>} the token
 */
export async function renew() {
  const response = await fetch(location.href, {redirect: 'manual', cache: 'no-store'}).catch(() => {
    throw new LineFailure();
  });
  if (response.status >= 500) throw new LineFailure();
  const text = response.ok ? await response.text() : '';
  const html = new DOMParser().parseFromString(text, 'text/html');
  const token = html.querySelector('meta[name=csrf-token]')?.getAttribute('content');
  if (!token) throw new Refusal(401, 'SIGNED_OUT');
  if (html.body.dataset.assessor !== assessor) {
    location.reload();
    throw new Refusal(401, 'SIGNED_OUT');
  }
  // A page of another release would ask for files that are not kept here; it is taken with the next reload.
  if (able && html.body.dataset.release === release) await quietly(put(text, response.headers));
  return token;
}

/** @param {string} text @param {Headers} given */
async function put(text, given) {
  const headers = new Headers(given);
  headers.set('X-Kept-At', String(Date.now()));
  const cache = await caches.open(PAGE + assessor);
  await cache.put(location.pathname, new Response(text, {headers}));
}

/** What is left when nothing is kept: a word, and a link to try again. */
function noLinePage() {
  const page = document.implementation.createHTMLDocument(say('no_line'));
  page.documentElement.lang = document.documentElement.lang;
  const width = page.createElement('meta');
  width.name = 'viewport';
  width.content = 'width=device-width, initial-scale=1';
  page.head.append(width);
  const title = page.createElement('h1');
  title.textContent = say('no_line');
  const word = page.createElement('p');
  word.textContent = say('no_line_help');
  const again = page.createElement('a');
  again.href = '';
  again.textContent = say('no_line_again');
  page.body.append(title, word, again);
  return '<!doctype html>' + page.documentElement.outerHTML;
}
