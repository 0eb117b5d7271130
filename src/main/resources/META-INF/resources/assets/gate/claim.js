import {equal, fiveBits} from './bytes.js';
import {fromCbor, toCbor} from './cose.js';

/** @typedef {import('./types.js').Claim} Claim */

/** Bytes that a claim has at most, and a token around it. */
const LONGEST = 600;
export const LONGEST_TOKEN = LONGEST + 100;

const DAY = 86_400_000;
const LIST_SIZE = 1 << 20;
/** @type {['OPERATOR', 'MANAGER']} */
const KINDS = ['OPERATOR', 'MANAGER'];
const CODE_SIGNS = fiveBits('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const NAME_SIGNS = fiveBits('\0abcdefghijklmnopqrstuvwxyz-');
const CHECKED = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DRAWN = 19;

/** @param {string} drawn the nineteen signs before the check character (ISO 7064 MOD 37,36) */
function withCheck(drawn) {
  let product = 36;
  for (const sign of drawn) {
    const sum = (product + CHECKED.indexOf(sign)) % 36;
    product = ((sum || 36) * 2) % 37;
  }
  return drawn + CHECKED[(37 - product) % 36];
}

/** @param {string} code */
export const isCode = (code) => /^[0-9A-Z]{20}$/.test(code) && withCheck(code.slice(0, DRAWN)) === code;

/**
 * @param {Uint8Array} bytes
 * @returns {Claim|null} null if it is not the one encoding of a claim
 */
export function readClaim(bytes) {
  if (bytes.length > LONGEST) return null;
  try {
    const claim = claimOf(fromCbor(bytes));
    return claim && equal(written(claim), bytes) ? claim : null;
  } catch {
    // As in cose.js.
    return null;
  }
}

/**
 * @param {Map<number, any>} map
 * @returns {Claim|null}
 */
function claimOf(map) {
  if (map.get(0) !== 1) return null;
  const first = map.get(7);
  /** @type {Claim} */
  const claim = {
    code: withCheck(CODE_SIGNS.unpack(map.get(2), DRAWN)),
    holderName: map.get(3),
    idMasked: unmasked(map.get(4)),
    qualification: unpacked(map.get(5)),
    documentKind: KINDS[map.get(6)],
    firstIssuedOn: day(first),
    validFrom: day(map.get(8) ?? first),
    validTo: day(map.get(9)),
    reviewDue: map.has(10) ? day(map.get(10)) : null,
    statusList: map.get(11),
    statusIndex: map.get(12),
    issuedAt: new Date(map.get(13) * 1000).toISOString().replace('.000', ''),
    issuer: map.get(1),
  };
  const holds =
    [claim.holderName, claim.idMasked, claim.qualification].every(isText) && claim.documentKind !== undefined && claim.validTo >= claim.validFrom &&
    isWhole(claim.statusList, 0xffff) && isWhole(claim.statusIndex, LIST_SIZE - 1) && isWhole(map.get(13), Number.MAX_SAFE_INTEGER) && /^[A-Z0-9-]{1,12}$/.test(claim.issuer);
  return holds ? claim : null;
}

/** @param {Claim} claim */
function written(claim) {
  /** @type {Map<number, any>} */
  const map = new Map();
  map.set(0, 1).set(1, claim.issuer).set(2, CODE_SIGNS.pack(claim.code.slice(0, DRAWN))).set(3, claim.holderName).set(4, masked(claim.idMasked));
  map.set(5, NAME_SIGNS.holds(claim.qualification) ? NAME_SIGNS.pack(claim.qualification) : claim.qualification);
  map.set(6, KINDS.indexOf(claim.documentKind)).set(7, dayNumber(claim.firstIssuedOn));
  if (claim.validFrom !== claim.firstIssuedOn) map.set(8, dayNumber(claim.validFrom));
  map.set(9, dayNumber(claim.validTo));
  if (claim.reviewDue !== null) map.set(10, dayNumber(claim.reviewDue));
  return toCbor(map.set(11, claim.statusList).set(12, claim.statusIndex).set(13, Date.parse(claim.issuedAt) / 1000));
}

/** @param {unknown} text */
const isText = (text) => typeof text === 'string' && text.trim() !== '' && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text);

/**
 * @param {unknown} value
 * @param {number} most
 */
const isWhole = (value, most) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

/** @param {unknown} number of days since 1970 */
function day(number) {
  if (!isWhole(number, 0xffff)) throw new Error('day');
  return new Date(Number(number) * DAY).toISOString().slice(0, 10);
}

/** @param {string} day */
export const dayNumber = (day) => Date.parse(day) / DAY;

/** @param {string|[string, number, string]} value what stands before the stars, their number, what stands behind them; or the whole */
function unmasked(value) {
  if (typeof value === 'string') return value;
  const [before, stars, behind] = value;
  if (!isWhole(stars, 99)) throw new Error('stars');
  return before + '*'.repeat(stars) + behind;
}

/** @param {string} number */
function masked(number) {
  const parts = /^([^*]+)(\*{2,99})([^*]+)$/.exec(number);
  return parts ? [parts[1], parts[2].length, parts[3]] : number;
}

/** @param {string|Uint8Array} value */
const unpacked = (value) => (typeof value === 'string' ? value : NAME_SIGNS.unpack(value, Math.floor((value.length * 8) / 5)).replace(/\0$/, ''));
