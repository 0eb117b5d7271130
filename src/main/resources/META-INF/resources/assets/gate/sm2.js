import {fromHex, toHex} from './bytes.js';

/**
 * SM2 with SM3 (GB/T 32918.2, GB/T 32905), checking only. Everything that goes in here is public, so time need not be constant.
 * @typedef {[bigint, bigint, bigint]} Point in Jacobian coordinates; the last is 0 at infinity
 */

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
/** @type {Point} */
const G = [0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n, 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n, 1n];
/** @type {Point} */
const INFINITY = [1n, 1n, 0n];
/** The standard's own identity, 1234567812345678, and its length in bits. */
const IDENTITY = '008031323334353637383132333435363738';

/**
 * @param {Uint8Array} point x and y, 64 bytes
 * @param {Uint8Array} message
 * @param {Uint8Array} signature r and s, 64 bytes
 */
export function verifySm2(point, message, signature) {
  const [x, y] = halves(point);
  const [r, s] = halves(signature);
  const t = (r + s) % N;
  if (x >= P || y >= P || mod(y * y - (x * x + A) * x - B) !== 0n || r < 1n || r >= N || s < 1n || s >= N || t === 0n) return false;
  const identity = sm3(fromHex(IDENTITY + [A, B, G[0], G[1], x, y].map(hex).join('')));
  const e = BigInt('0x' + toHex(sm3(new Uint8Array([...identity, ...message]))));
  const [sumX, , sumZ] = sum(s, G, t, [x, y, 1n]);
  return sumZ !== 0n && (e + mod(sumX * power(sumZ * sumZ, P - 2n))) % N === r;
}

/** @param {Uint8Array} bytes */
const halves = (bytes) => [bytes.slice(0, 32), bytes.slice(32)].map((half) => BigInt('0x' + toHex(half)));

/** @param {bigint} value */
const hex = (value) => value.toString(16).padStart(64, '0');

/** @param {bigint} value */
function mod(value) {
  const rest = value % P;
  return rest < 0n ? rest + P : rest;
}

/**
 * @param {bigint} base
 * @param {bigint} exponent
 */
function power(base, exponent) {
  let result = 1n;
  for (let left = exponent, square = mod(base); left > 0n; left >>= 1n, square = mod(square * square)) if (left & 1n) result = mod(result * square);
  return result;
}

/**
 * m times one point and n times another, both walked together.
 * @param {bigint} m
 * @param {Point} one
 * @param {bigint} n
 * @param {Point} other
 */
function sum(m, one, n, other) {
  const both = added(one, other);
  let point = INFINITY;
  for (let bit = 255n; bit >= 0n; bit--) {
    point = doubled(point);
    const [a, b] = [(m >> bit) & 1n, (n >> bit) & 1n];
    if (a || b) point = added(point, a && b ? both : a ? one : other);
  }
  return point;
}

/** @param {Point} point @returns {Point} */
function doubled([x, y, z]) {
  if (z === 0n || y === 0n) return INFINITY;
  const zz = mod(z * z);
  const yy = mod(y * y);
  const s = mod(4n * x * yy);
  const m = mod(3n * (x - zz) * (x + zz));
  const x3 = mod(m * m - 2n * s);
  return [x3, mod(m * (s - x3) - 8n * yy * yy), mod(2n * y * z)];
}

/**
 * @param {Point} one
 * @param {Point} other
 * @returns {Point}
 */
function added(one, other) {
  const [x1, y1, z1] = one;
  const [x2, y2, z2] = other;
  if (z1 === 0n) return other;
  if (z2 === 0n) return one;
  const [zz1, zz2] = [mod(z1 * z1), mod(z2 * z2)];
  const [u1, u2] = [mod(x1 * zz2), mod(x2 * zz1)];
  const [s1, s2] = [mod(y1 * zz2 * z2), mod(y2 * zz1 * z1)];
  const [h, r] = [mod(u2 - u1), mod(s2 - s1)];
  if (h === 0n) return r === 0n ? doubled(one) : INFINITY;
  const hh = mod(h * h);
  const hhh = mod(h * hh);
  const v = mod(u1 * hh);
  const x3 = mod(r * r - hhh - 2n * v);
  return [x3, mod(r * (v - x3) - s1 * hhh), mod(h * z1 * z2)];
}

/**
 * @param {number} word
 * @param {number} by
 */
const turned = (word, by) => (word << by % 32) | (by % 32 ? word >>> (32 - (by % 32)) : 0);

/**
 * @param {Uint8Array} message
 * @returns {Uint8Array} 32 bytes
 */
export function sm3(message) {
  const blocks = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  blocks.set(message);
  blocks[message.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 4, message.length * 8);
  let state = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
  for (let at = 0; at < blocks.length; at += 64) state = compressed(state, Array.from({length: 16}, (_, i) => view.getInt32(at + 4 * i)));
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, i) => digest.setInt32(4 * i, word));
  return new Uint8Array(digest.buffer);
}

/**
 * @param {number[]} state
 * @param {number[]} words the block's sixteen; more are appended
 */
function compressed(state, words) {
  for (let j = 16; j < 68; j++) {
    const x = words[j - 16] ^ words[j - 9] ^ turned(words[j - 3], 15);
    words.push(x ^ turned(x, 15) ^ turned(x, 23) ^ turned(words[j - 13], 7) ^ words[j - 6]);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let j = 0; j < 64; j++) {
    const early = j < 16;
    const ss1 = turned((turned(a, 12) + e + turned(early ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7);
    const tt1 = ((early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + (ss1 ^ turned(a, 12)) + (words[j] ^ words[j + 4])) | 0;
    const tt2 = ((early ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + words[j]) | 0;
    [d, c, b, a, h, g, f, e] = [c, turned(b, 9), a, tt1, g, turned(f, 19), e, tt2 ^ turned(tt2, 9) ^ turned(tt2, 17)];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => word ^ state[i]);
}
