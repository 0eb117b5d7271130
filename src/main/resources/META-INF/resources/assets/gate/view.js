import {ago, grouped, shownTime} from './texts.js';

/**
 * What is shown. The page's own HTML holds all its parts; here they are filled.
 * @typedef {import('./types.js').Texts} Texts
 * @typedef {import('./types.js').Verdict} Verdict
 */

const SHOWN = 200;

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
export const part = (id) => /** @type {T} */ (document.getElementById(id));

/**
 * Changes a text only when it is another one, so that nothing is laid out or read again for nothing.
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Texts} texts */
export function translate({lang, say}) {
  document.documentElement.lang = lang === 'en' ? 'en' : 'zh-CN';
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-text]')) write(element, say(/** @type {HTMLElement} */ (element).dataset.text ?? ''));
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', say(/** @type {HTMLElement} */ (element).dataset.label ?? ''));
}

/** @param {'scan'|'answer'|'log'} phase */
export function turnTo(phase) {
  document.body.dataset.phase = phase;
  for (const name of ['scan', 'answer', 'log']) part(name).hidden = name !== phase;
}

/**
 * @param {Verdict} verdict
 * @param {Texts} texts
 * @param {(code: string) => import('./types.js').Qualification|undefined} qualification
 * @param {number} now
 */
export function showVerdict({result, tone, because, claim, code, address, listIssuedAt, days}, {lang, say}, qualification, now) {
  document.body.dataset.tone = tone;
  write(part('word'), say('word_' + result));
  write(part('do'), say('do_' + tone));
  write(part('means'), say('means_' + result, result === 'NOT_YET_VALID' ? (claim?.validFrom ?? '') : (days ?? '')));
  fill('because', because === null ? '' : say('because_' + because));
  fill('address', address === null ? '' : say('address', address));
  part('facts').hidden = claim === null;
  if (claim) {
    const named = qualification(claim.qualification);
    write(part('fact-name'), claim.holderName);
    write(part('fact-id'), claim.idMasked);
    write(part('fact-qualification'), named ? named[lang] : claim.qualification);
    write(part('fact-valid'), claim.validTo);
    for (const kind of ['fact-review', 'fact-review-label']) part(kind).hidden = claim.reviewDue === null;
    write(part('fact-review'), claim.reviewDue ?? '');
  }
  part('compare').hidden = tone !== 'go';
  fill('answer-code', code === null ? '' : say('code', grouped(code)));
  fill('answer-age', claim === null ? '' : listIssuedAt === null ? say('age_none') : say('age_at', shownTime(listIssuedAt), ago(say, now - listIssuedAt)));
  const online = /** @type {HTMLAnchorElement} */ (part('online'));
  online.hidden = code === null || tone === 'go';
  online.href = '/v/' + (code ?? '');
  turnTo('answer');
  part('word').focus({preventScroll: true});
  scrollTo(0, 0);
}

/**
 * @param {string} id
 * @param {string} text
 */
function fill(id, text) {
  part(id).hidden = text === '';
  write(part(id), text);
}

/**
 * How old the oldest list is, on every screen.
 * @param {import('./fresh.js').Known} known
 * @param {boolean} bad whether a green answer is out of the question now
 * @param {Texts} texts
 * @param {number} now
 */
export function showAge({keys, lists}, bad, {say}, now) {
  const oldest = [...lists.values()].map(({issuedAt}) => issuedAt).sort((a, b) => a - b)[0];
  part('age').dataset.state = bad ? 'bad' : 'good';
  write(part('age-words'), oldest !== undefined ? say('age', ago(say, now - oldest)) : keys ? say('age_empty') : say('age_none'));
}

/**
 * @param {import('./types.js').Entry[]} entries the oldest first
 * @param {Texts} texts
 * @param {{[result: string]: string}} tones
 */
export function showLog(entries, {say}, tones) {
  const waiting = entries.filter(({handed}) => !handed).length;
  write(part('log-count'), say('log_count', entries.length, waiting));
  const rows = entries.slice(-SHOWN).reverse().map((entry) => row(entry, say, tones[entry.result]));
  part('entries').replaceChildren(...rows);
  part('log-empty').hidden = entries.length > 0;
  for (const id of ['export', 'hand-over']) /** @type {HTMLButtonElement} */ (part(id)).disabled = id === 'export' ? !entries.length : !waiting;
}

/**
 * @param {import('./types.js').Entry} entry
 * @param {Texts['say']} say
 * @param {string} tone
 */
function row({at, result, code, address, gate, handed}, say, tone) {
  const line = document.createElement('li');
  line.dataset.tone = tone;
  for (const [kind, text] of [['word', say('word_' + result)], ['time', shownTime(Date.parse(at))], ['code', code ? grouped(code) : (address ?? '—')], ['gate', gate], ['handed', say(handed ? 'handed' : 'waiting')]]) {
    if (text === '') continue;
    const span = document.createElement('span');
    span.className = 'entry-' + kind;
    span.textContent = text;
    line.append(span);
  }
  return line;
}
