import {fromDigits} from './bytes.js';
import {LONGEST_TOKEN, dayNumber, isCode, readClaim} from './claim.js';
import {readSign1} from './cose.js';
import {ENDED, SUPERSEDED, SUSPENDED, stateAt} from './status.js';

/**
 * What is said of a text that was scanned, without a network and without a page.
 * @typedef {import('./types.js').Verdict} Verdict
 * @typedef {import('./types.js').World} World
 * @typedef {import('./types.js').Claim} Claim
 */

const HOUR = 3_600_000;
/** Older than this nothing that was fetched counts, whatever it says of itself. */
export const OLDEST = 24 * HOUR;
/** A clock may be this much off. */
const TOLERANCE = HOUR / 6;
/** Days of the law are days in China. */
const ZONE = 8 * HOUR;
const REVIEW_NOTICE = 90;
const MOST_DIGITS = 1800;

/** @type {{[result in import('./types.js').Result]: import('./types.js').Tone}} */
export const TONES = {
  VALID: 'go', EXPIRING: 'go', REVIEW_DUE: 'go',
  REVIEW_OVERDUE: 'wait', SUPERSEDED: 'wait', KEY_COMPROMISED: 'wait', LIST_TOO_OLD: 'wait', CLOCK_WRONG: 'wait', CHECK_ONLINE: 'wait', MALFORMED: 'wait',
  EXPIRED: 'stop', NOT_YET_VALID: 'stop', SUSPENDED: 'stop', REVOKED: 'stop', SIGNATURE_WRONG: 'stop', UNKNOWN_KEY: 'stop', NOT_OURS: 'stop', UNREADABLE: 'stop',
};

/**
 * @param {import('./types.js').Result} result
 * @param {Partial<Verdict>} [more]
 * @returns {Verdict}
 */
const verdict = (result, more = {}) => ({result, tone: TONES[result], because: null, claim: null, code: null, address: null, listIssuedAt: null, days: null, ...more});

/**
 * Answers whatever it is given. What cannot be judged here, for want of a browser that can, is never green.
 * @param {string} scanned
 * @param {World} world
 * @returns {Promise<Verdict>}
 */
export const judge = (scanned, world) => judged(scanned.trim(), world).catch(() => verdict('CHECK_ONLINE'));

/**
 * @param {string} text
 * @param {World} world
 * @returns {Promise<Verdict>}
 */
async function judged(text, world) {
  const url = addressOf(text);
  if (!url) return judgeBare(text, world);
  const own = new URL(world.publicUrl);
  const digits = url.hash.slice(1);
  if (url.origin !== own.origin || url.username || url.password) {
    const copied = (await checkToken(digits, world)).claim !== null;
    return verdict('NOT_OURS', {because: copied ? 'COPIED' : null, address: shown(url, own)});
  }
  if (!text.startsWith(world.publicUrl + '/v/')) return verdict('UNREADABLE');
  const code = text.slice((world.publicUrl + '/v/').length).replace(/#.*$/s, '');
  if (!isCode(code)) return verdict('UNREADABLE');
  if (!text.includes('#')) return verdict('CHECK_ONLINE', {because: 'CODE_ONLY', code});
  return judgeToken(digits, code, world);
}

/**
 * Digits of a token without an address, or a code that was typed.
 * @param {string} text
 * @param {World} world
 */
async function judgeBare(text, world) {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  if (isCode(code)) return verdict('CHECK_ONLINE', {because: 'CODE_ONLY', code});
  if (/^[0-9]{21,}$/.test(text)) return judgeToken(text, null, world);
  return verdict(/^[0-9A-Z]{8,24}$/.test(code) ? 'MALFORMED' : 'UNREADABLE');
}

/**
 * @param {string} digits
 * @param {string|null} code that the address names
 * @param {World} world
 * @returns {Promise<Verdict>}
 */
async function judgeToken(digits, code, world) {
  const {outcome, claim} = await checkToken(digits, world);
  if (outcome !== 'GENUINE' || !claim) {
    const unknown = outcome === 'UNKNOWN_KEY' && staleKeys(world);
    // A key that came after ours were fetched is none of a forger's.
    if (unknown) return verdict('UNKNOWN_KEY', {tone: 'wait', because: unknown, code});
    return verdict(outcome === 'GENUINE' ? 'UNREADABLE' : outcome, {code: code ?? claim?.code ?? null});
  }
  if (code !== null && claim.code !== code) return verdict('SIGNATURE_WRONG', {code});
  return judgeClaim(claim, world);
}

/**
 * What the token proves by itself.
 * @param {string} digits
 * @param {Pick<World, 'keys'|'verify'>} world
 * @returns {Promise<{outcome: 'GENUINE'|'KEY_COMPROMISED'|'SIGNATURE_WRONG'|'UNKNOWN_KEY'|'UNREADABLE', claim: Claim|null}>}
 */
export async function checkToken(digits, {keys, verify}) {
  const bytes = digits.length > MOST_DIGITS ? null : fromDigits(digits);
  const signed = bytes && bytes.length <= LONGEST_TOKEN ? readSign1(bytes, false) : null;
  if (!signed || signed.type !== null) return {outcome: 'UNREADABLE', claim: null};
  const key = keys?.claim.get(signed.kid);
  if (!key) return {outcome: 'UNKNOWN_KEY', claim: null};
  if (key.alg !== signed.alg || !(await verify(key, signed.signed, signed.signature))) return {outcome: 'SIGNATURE_WRONG', claim: null};
  const claim = readClaim(signed.payload);
  if (!claim) return {outcome: 'UNREADABLE', claim: null};
  return {outcome: key.compromised ? 'KEY_COMPROMISED' : 'GENUINE', claim};
}

/**
 * A stop stands whatever the age of what was fetched; only a go needs all of it to be fresh.
 * @param {Claim} claim
 * @param {World} world
 */
function judgeClaim(claim, world) {
  const list = world.lists.get(claim.statusList);
  const more = {claim, code: claim.code, listIssuedAt: list?.issuedAt ?? null};
  // The list was signed before now, so the day is not before its own.
  const today = dayAt(Math.max(world.now, list?.issuedAt ?? 0));
  const state = list ? stateAt(list, claim.statusIndex) : 0;
  if (state === ENDED) return verdict('REVOKED', more);
  if (state === SUPERSEDED) return verdict('SUPERSEDED', more);
  if (state === SUSPENDED) return verdict('SUSPENDED', more);
  if (list && dayAt(list.issuedAt) > dayNumber(claim.validTo)) return verdict('EXPIRED', more);
  if (clockIsWrong(world)) return verdict('CLOCK_WRONG', more);
  if (today < dayNumber(claim.validFrom)) return verdict('NOT_YET_VALID', more);
  if (today > dayNumber(claim.validTo)) return verdict('EXPIRED', more);
  const because = staleKeys(world) ?? (!list ? 'NO_LIST' : isOld(list, world.now) ? 'OLD_LIST' : null);
  if (because) return verdict('LIST_TOO_OLD', {...more, because});
  const review = claim.reviewDue === null ? null : dayNumber(claim.reviewDue) - today;
  if (review !== null && review < 0) return verdict('REVIEW_OVERDUE', {...more, days: -review});
  if (review !== null && review <= REVIEW_NOTICE) return verdict('REVIEW_DUE', {...more, days: review});
  const days = dayNumber(claim.validTo) - today;
  return verdict(days <= world.expiringDays(claim.qualification) ? 'EXPIRING' : 'VALID', {...more, days});
}

/**
 * @param {number} time
 * @returns {number} days since 1970
 */
const dayAt = (time) => Math.floor((time + ZONE) / (24 * HOUR));

/**
 * @param {Pick<World, 'keys'|'keysAt'|'now'>} world
 * @returns {'NO_KEYS'|'OLD_KEYS'|null}
 */
const staleKeys = ({keys, keysAt, now}) => (!keys ? 'NO_KEYS' : now - keysAt > OLDEST ? 'OLD_KEYS' : null);

/**
 * @param {import('./types.js').StatusList} list
 * @param {number} now
 */
export const isOld = (list, now) => now >= list.expiresAt || now - list.issuedAt > OLDEST;

/**
 * Behind what was signed or fetched before, or away from the server's when both were last seen.
 * @param {Pick<World, 'lists'|'keysAt'|'now'|'offset'>} world
 */
export const clockIsWrong = ({lists, keysAt, now, offset = 0}) =>
  Math.abs(offset) > TOLERANCE || now < keysAt - TOLERANCE || [...lists.values()].some((list) => now < list.issuedAt - TOLERANCE);

/** @param {string} text whose address is one of the web, with its scheme or without */
function addressOf(text) {
  const named = /^https?:/i.test(text);
  if (!named && !/^[^\s/:]+\.[^\s/]+\/\S*$/.test(text)) return null;
  try {
    return new URL(named ? text : 'https://' + text);
  } catch {
    return null;
  }
}

/**
 * The host, with its scheme where the host alone would look like ours.
 * @param {URL} url
 * @param {URL} own
 */
const shown = (url, own) => (url.host === own.host ? url.origin : url.host).slice(0, 100);
