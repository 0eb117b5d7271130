import {fromBase64} from './bytes.js';
import {ED25519, SM2} from './signature.js';

/**
 * The published keys.
 * @param {any} published
 * @returns {import('./types.js').Keys}
 * @throws {Error} if it is nothing of the kind
 */
export function readKeys(published) {
  /** @type {import('./types.js').Keys} */
  const keys = {claim: new Map(), status: new Map()};
  for (const {kid, cose, purpose, x, spki, compromisedAt} of published.keys) {
    const book = purpose === 'CLAIM' ? keys.claim : purpose === 'STATUS' ? keys.status : null;
    book?.set(kid, {kid, alg: cose, x: point(cose, x, spki), compromised: compromisedAt !== null});
  }
  return keys;
}

/**
 * @param {number|null} alg
 * @param {string|null} x
 * @param {string} spki
 */
function point(alg, x, spki) {
  if (alg === ED25519 && x) return fromBase64(x);
  // The point of a curve of 256 bits, uncompressed, ends a SubjectPublicKeyInfo.
  return alg === SM2 ? fromBase64(spki).slice(-64) : null;
}
