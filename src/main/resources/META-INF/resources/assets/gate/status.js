import {fromCbor, readSign1} from './cose.js';

/** @typedef {import('./types.js').StatusList} StatusList */

const TYPE = 'application/statuslist+cwt';
const BYTES = (1 << 20) / 4;
const LONGEST = 300_000;
const [SUBJECT, EXPIRES, ISSUED, LIST] = [2, 4, 6, 65533];

export const [IN_FORCE, ENDED, SUSPENDED, SUPERSEDED] = [0, 1, 2, 3];

/**
 * A status list (IETF Token Status List, as a CWT).
 * @param {Uint8Array} bytes
 * @param {number} number of the list that is wanted
 * @param {string} publicUrl
 * @param {import('./types.js').Keys} keys
 * @param {import('./types.js').Verify} verify
 * @returns {Promise<StatusList|null>} null if it is none, another one, or not signed by a key that is ours alone
 */
export async function readStatusList(bytes, number, publicUrl, keys, verify) {
  const signed = bytes.length > LONGEST ? null : readSign1(bytes, true);
  const key = signed?.type === TYPE ? keys.status.get(signed.kid) : undefined;
  if (!signed || !key || key.compromised || key.alg !== signed.alg || !(await verify(key, signed.signed, signed.signature))) return null;
  try {
    const map = fromCbor(signed.payload);
    const list = map.get(LIST);
    const [issued, expires] = [map.get(ISSUED), map.get(EXPIRES)];
    if (map.get(SUBJECT) !== publicUrl + '/status/' + number || list.get('bits') !== 2 || !Number.isInteger(issued) || !Number.isInteger(expires)) return null;
    return {number, issuedAt: issued * 1000, expiresAt: expires * 1000, bits: await inflated(list.get('lst'))};
  } catch {
    // Signed by us and yet no list: as good as none.
    return null;
  }
}

/**
 * Never more than a list's size is unpacked, whatever the data say.
 * @param {Uint8Array<ArrayBuffer>} packed
 */
async function inflated(packed) {
  const bits = new Uint8Array(BYTES);
  let length = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > BYTES) throw new Error('too long');
    bits.set(part.value, length);
    length += part.value.length;
  }
  if (length !== BYTES) throw new Error('too short');
  return bits;
}

/**
 * @param {StatusList} list
 * @param {number} index
 */
export const stateAt = (list, index) => (list.bits[index >> 2] >> (2 * (index & 3))) & 3;
