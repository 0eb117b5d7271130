import {equal, toHex} from './bytes.js';
import {decode} from './lib/cborg/decode.js';
import {encode} from './lib/cborg/encode.js';

/** @typedef {import('./types.js').Sign1} Sign1 */

const TAG = 0xd2;
const [ALG, KID, TYPE] = [1, 4, 16];

/**
 * One value in its one encoding (RFC 8949, core deterministic): shorter forms, doubled keys and bytes behind the end are refused.
 * @param {Uint8Array} bytes
 * @returns {any} maps as Map
 * @throws {Error} for all else
 */
export function fromCbor(bytes) {
  return decode(bytes, {strict: true, useMaps: true, rejectDuplicateMapKeys: true, allowIndefinite: false, allowUndefined: false, allowBigInt: false});
}

/** @param {any} value */
export const toCbor = (value) => encode(value);

/**
 * A COSE_Sign1 (RFC 9052 §4.2) as ours are: algorithm, key id and perhaps a type in the protected header, nothing in the other one.
 * @param {Uint8Array} bytes
 * @param {boolean} tagged whether the tag 18 must stand before it, or must not
 * @returns {Sign1|null} null if it is none, or not in its one encoding
 */
export function readSign1(bytes, tagged) {
  try {
    if ((bytes[0] === TAG) !== tagged) return null;
    const plain = tagged ? bytes.subarray(1) : bytes;
    const [header, open, payload, signature] = fromCbor(plain);
    const map = fromCbor(header);
    const [alg, kid, type] = [map.get(ALG), map.get(KID), map.get(TYPE) ?? null];
    const written = new Map([[ALG, alg], [KID, kid]]);
    if (type !== null) written.set(TYPE, type);
    const whole = [payload, signature, kid].every((part) => part instanceof Uint8Array) && kid.length === 8 && open.size === 0 && Number.isInteger(alg);
    if (!whole || (type !== null && typeof type !== 'string') || !equal(toCbor([toCbor(written), new Map(), payload, signature]), plain)) return null;
    return {alg, kid: toHex(kid), type, payload, signature, signed: toCbor(['Signature1', header, new Uint8Array(), payload])};
  } catch {
    // The reader says it in many ways; whatever it is, this is no COSE_Sign1.
    return null;
  }
}
