/** @typedef {import('./types.js').Key} Key */

export const ED25519 = -8;
export const SM2 = -65802;

/** @type {Map<string, Promise<CryptoKey|null>>} by key id; null where the browser does not know Ed25519 */
const imported = new Map();

/**
 * By the browser's own Ed25519 where it has one, else by the library's, which is kept on the device but read only then.
 * @type {import('./types.js').Verify}
 */
export async function verify(key, message, signature) {
  if (signature.length !== 64 || !key.x) return false;
  if (key.alg === SM2) return (await import('./sm2.js')).verifySm2(key.x, message, signature);
  if (key.alg !== ED25519) return false;
  const own = await cryptoKey(key);
  return own
    ? crypto.subtle.verify('Ed25519', own, new Uint8Array(signature), new Uint8Array(message))
    : (await import('./lib/ed25519/index.js')).verifyAsync(signature, message, key.x, {zip215: false}).catch(() => false);
}

/** @param {Key} key */
function cryptoKey(key) {
  const known = imported.get(key.kid) ?? crypto.subtle.importKey('raw', /** @type {Uint8Array<ArrayBuffer>} */ (key.x), 'Ed25519', false, ['verify']).catch(() => null);
  imported.set(key.kid, known);
  return known;
}
