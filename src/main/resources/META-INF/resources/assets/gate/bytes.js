const BYTES = 7;
const WIDTHS = [0, 3, 5, 8, 10, 13, 15, 17];

/**
 * The bytes behind decimal digits: seven bytes in seventeen digits, the last block in as few as hold it.
 * @param {string} digits
 * @returns {Uint8Array|null} null if no bytes are written like that
 */
export function fromDigits(digits) {
  const rest = WIDTHS.indexOf(digits.length % WIDTHS[BYTES]);
  if (rest < 0 || rest === BYTES || !/^[0-9]*$/.test(digits)) return null;
  const bytes = new Uint8Array(Math.floor(digits.length / WIDTHS[BYTES]) * BYTES + rest);
  for (let at = 0, read = 0; at < bytes.length; at += BYTES) {
    const length = Math.min(BYTES, bytes.length - at);
    let value = BigInt(digits.slice(read, read + WIDTHS[length]));
    if (value >> BigInt(8 * length)) return null;
    for (let i = length - 1; i >= 0; i--, value >>= 8n) bytes[at + i] = Number(value & 255n);
    read += WIDTHS[length];
  }
  return bytes;
}

/**
 * Texts over an alphabet of at most 32 signs, five bits each.
 * @param {string} alphabet the sign of each value
 */
export function fiveBits(alphabet) {
  return {
    /** @param {string} text */
    holds: (text) => [...text].every((sign) => alphabet.includes(sign)),
    /** @param {string} text */
    pack(text) {
      const packed = new Uint8Array(Math.ceil((text.length * 5) / 8));
      for (let i = 0; i < text.length * 5; i++) {
        if ((alphabet.indexOf(text[Math.floor(i / 5)]) >> (4 - (i % 5))) & 1) packed[i >> 3] |= 0x80 >> (i & 7);
      }
      return packed;
    },
    /**
     * @param {Uint8Array} packed
     * @param {number} length in signs
     * @throws {Error} if there are fewer, or one has no sign
     */
    unpack(packed, length) {
      if (length * 5 > packed.length * 8) throw new Error('too short');
      let text = '';
      for (let sign = 0; sign < length; sign++) {
        let value = 0;
        for (let bit = sign * 5; bit < sign * 5 + 5; bit++) value = (value << 1) | ((packed[bit >> 3] >> (7 - (bit & 7))) & 1);
        if (value >= alphabet.length) throw new Error('no sign');
        text += alphabet[value];
      }
      return text;
    },
  };
}

/** @param {Uint8Array} bytes */
export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} hex */
export const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {string} text base64url @throws {Error} if it is none */
export const fromBase64 = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
