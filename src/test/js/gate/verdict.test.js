import {readKeys} from '/assets/gate/keys.js';
import {verify} from '/assets/gate/signature.js';
import {judge} from '/assets/gate/verdict.js';
import {same} from '../check.js';

const file = await (await fetch('/js/token-vectors.json')).json();
const keys = readKeys(file);
const vector = (name) => file.vectors.find((one) => one.name.startsWith(name));
/** Valid from 2026-07-01 to 2032-06-30, review by 2029-06-30, list 0, place 777777. */
const VALID = vector('valid, Ed25519').qr;
/** Without a review: valid from 2026-06-01 to 2029-05-31, first issued 2020-02-29, list 65535, place 1048575. */
const PLAIN = vector('valid, no review').qr;
const HOUR = 3_600_000;
const at = (text) => Date.parse(text);

const list = (number, place, state, issuedAt) => {
  const bits = new Uint8Array(1 << 18);
  bits[place >> 2] = state << (2 * (place & 3));
  return {number, issuedAt, expiresAt: issuedAt + 24 * HOUR, bits};
};
const world = (now, changes = {}, states = {}) => ({
  publicUrl: 'https://exam.example.org',
  now,
  keys,
  keysAt: now - HOUR,
  lists: new Map([[0, list(0, 777777, states[0] ?? 0, now - HOUR)], [65535, list(65535, 1048575, states[65535] ?? 0, now - HOUR)]]),
  expiringDays: () => 60,
  verify,
  ...changes,
});
const NOW = at('2026-08-01T04:00:00Z');
const of = async (text, where = world(NOW)) => {
  const {result, tone, because} = await judge(text, where);
  return [result, tone, because].filter((one) => one !== null).join(' ');
};

export default {
  async aValidOneMayPass() {
    const verdict = await judge(VALID, world(NOW));
    same([verdict.result, verdict.tone, verdict.claim.holderName, verdict.code, verdict.listIssuedAt], ['VALID', 'go', '张测试', '7Q2M4ZK9TT0H3VWXE5AH', NOW - HOUR]);
    same(await of(vector('valid, SM2').qr), 'VALID go');
    same(await of(VALID.split('#')[1]), 'VALID go');
    same(await of('  ' + VALID + '\r\n'), 'VALID go');
  },
  async itsDaysAreDaysInChina() {
    same(await of(PLAIN, world(at('2026-05-31T15:59:59Z'))), 'NOT_YET_VALID stop');
    same(await of(PLAIN, world(at('2026-05-31T16:00:00Z'))), 'VALID go');
    same(await of(PLAIN, world(at('2029-05-31T15:59:59Z'))), 'EXPIRING go');
    same(await of(PLAIN, world(at('2029-05-31T16:00:00Z'))), 'EXPIRED stop');
  },
  async itsEndIsToldBefore() {
    same(await of(PLAIN, world(at('2029-03-31T04:00:00Z'))), 'VALID go');
    const verdict = await judge(PLAIN, world(at('2029-04-01T04:00:00Z')));
    same([verdict.result, verdict.days], ['EXPIRING', 60]);
  },
  async aReviewIsToldBeforeAndAfter() {
    same(await of(VALID, world(at('2029-03-31T04:00:00Z'))), 'VALID go');
    same(await of(VALID, world(at('2029-04-01T04:00:00Z'))), 'REVIEW_DUE go');
    same(await of(VALID, world(at('2029-06-30T04:00:00Z'))), 'REVIEW_DUE go');
    same(await of(VALID, world(at('2029-07-01T04:00:00Z'))), 'REVIEW_OVERDUE wait');
  },
  async theListSaysMoreThanThePaper() {
    same(await of(VALID, world(NOW, {}, {0: 1})), 'REVOKED stop');
    same(await of(VALID, world(NOW, {}, {0: 2})), 'SUSPENDED stop');
    same(await of(VALID, world(NOW, {}, {0: 3})), 'SUPERSEDED wait');
    same(await of(PLAIN, world(NOW, {}, {65535: 1})), 'REVOKED stop');
    same(await of(PLAIN, world(at('2030-01-01T00:00:00Z'), {}, {65535: 1})), 'REVOKED stop');
    same(await of(PLAIN, world(NOW, {}, {0: 1})), 'VALID go');
  },
  async withoutAFreshListNothingIsGreen() {
    const aged = (hours) => world(NOW, {lists: new Map([[0, list(0, 777777, 0, NOW - hours * HOUR)]])});
    same(await of(VALID, aged(23.9)), 'VALID go');
    same(await of(VALID, aged(24)), 'LIST_TOO_OLD wait OLD_LIST');
    same(await of(VALID, world(NOW, {lists: new Map()})), 'LIST_TOO_OLD wait NO_LIST');
    const longer = list(0, 777777, 0, NOW - 25 * HOUR);
    longer.expiresAt = NOW + HOUR;
    same(await of(VALID, world(NOW, {lists: new Map([[0, longer]])})), 'LIST_TOO_OLD wait OLD_LIST');
    const shorter = list(0, 777777, 0, NOW - HOUR);
    shorter.expiresAt = NOW;
    same(await of(VALID, world(NOW, {lists: new Map([[0, shorter]])})), 'LIST_TOO_OLD wait OLD_LIST');
    same(await of(VALID, world(NOW, {keysAt: NOW - 25 * HOUR})), 'LIST_TOO_OLD wait OLD_KEYS');
  },
  async anOldListStillRevokes() {
    const old = (state) => world(NOW, {lists: new Map([[0, list(0, 777777, state, NOW - 240 * HOUR)]])});
    same(await of(VALID, old(1)), 'REVOKED stop');
    same(await of(VALID, old(2)), 'SUSPENDED stop');
    same(await of(PLAIN, world(at('2029-06-02T00:00:00Z'), {lists: new Map()})), 'EXPIRED stop');
  },
  async aForgedCodeIsRefused() {
    for (const name of ['name swapped', 'signature copied', 'key id of a true key', 'algorithm changed', 'SM2, last bit', 'signature of 63 bytes']) same(await of(vector(name).qr), 'SIGNATURE_WRONG stop', name);
    same(await of(vector('unknown key').qr), 'UNKNOWN_KEY stop');
    same(await of(vector('key for status lists').qr), 'UNKNOWN_KEY stop');
    same(await of(vector('key compromised').qr), 'KEY_COMPROMISED wait');
    for (const name of ['truncated by one byte', 'one byte behind the end', 'empty', 'true signature over a claim that is too long']) same(await of(vector(name).qr), 'UNREADABLE stop', name);
    same(await of(VALID + '255'), 'UNREADABLE stop');
    same(await of(VALID + ' and more'), 'UNREADABLE stop');
  },
  async nothingOfAForgedClaimIsShown() {
    for (const {qr, outcome} of file.vectors) if (outcome !== 'GENUINE') same((await judge(qr, world(NOW))).claim, null, qr);
  },
  async theTokenOfAnotherCertificateIsRefused() {
    same(await of(PLAIN.split('#')[0] + '#' + VALID.split('#')[1]), 'SIGNATURE_WRONG stop');
  },
  async aKeyThatMayBeNewerThanOursIsNoForgery() {
    same(await of(vector('unknown key').qr, world(NOW, {keysAt: NOW - 25 * HOUR})), 'UNKNOWN_KEY wait OLD_KEYS');
    same(await of(VALID, world(NOW, {keys: null, keysAt: 0, lists: new Map()})), 'UNKNOWN_KEY wait NO_KEYS');
  },
  async aTrueTokenOnAnotherSiteIsNotOurs() {
    const digits = VALID.split('#')[1];
    const path = '/v/7Q2M4ZK9TT0H3VWXE5AH#' + digits;
    for (const host of ['exam.example.org.evil.cn', 'exam-example.org', 'exam.examp1e.org', 'exam.example.org:8443', 'xn--80ak6aa92e.com']) {
      const verdict = await judge('https://' + host + path, world(NOW));
      same([verdict.result, verdict.tone, verdict.because, verdict.claim, verdict.address], ['NOT_OURS', 'stop', 'COPIED', null, host], host);
    }
    same(await of('https://exam.example.org@evil.cn' + path), 'NOT_OURS stop COPIED');
    same(await of('https://user:word@exam.example.org' + path), 'NOT_OURS stop COPIED');
    same((await judge('http://exam.example.org' + path, world(NOW))).address, 'http://exam.example.org');
    same(await of('evil.cn/v/7Q2M4ZK9TT0H3VWXE5AH'), 'NOT_OURS stop');
    same(await of('HTTPS://EVIL.CN/'), 'NOT_OURS stop');
    // Cyrillic letters that look like ours: the address is told in a form that shows it.
    same((await judge('https://\u0435x\u0430m.\u0435x\u0430mple.org' + path, world(NOW))).address.startsWith('xn--'), true);
  },
  async ourOtherAddressesAreNoCertificates() {
    same(await of('https://exam.example.org/r/4711'), 'UNREADABLE stop');
    same(await of('https://exam.example.org/x/../v/7Q2M4ZK9TT0H3VWXE5AH#' + VALID.split('#')[1]), 'UNREADABLE stop');
    same(await of('https://exam.example.org/v/7Q2M4ZK9TT0H3VWXE5AG'), 'UNREADABLE stop');
  },
  async aCodeWithoutATokenIsForTheNetwork() {
    same(await of('https://exam.example.org/v/7Q2M4ZK9TT0H3VWXE5AH'), 'CHECK_ONLINE wait CODE_ONLY');
    same(await of('7q2m4-zk9tt-0h3vw-xe5ah'), 'CHECK_ONLINE wait CODE_ONLY');
    same(await of('7Q2M4-ZK9TT-0H3VW-XE5AG'), 'MALFORMED wait');
  },
  async whateverElseIsNone() {
    for (const text of ['', 'WIFI:S:gate;P:secret;;', 'javascript:alert(1)', 'tel:110', '690123456789', '你好', '#', 'https://', 'x'.repeat(10_000), '1'.repeat(1801), '0'.repeat(1700)]) {
      const verdict = await judge(text, world(NOW));
      same([['UNREADABLE', 'MALFORMED'].includes(verdict.result), verdict.address], [true, null], text.slice(0, 30));
    }
  },
  async aBrowserThatCannotCheckIsNeverGreen() {
    const broken = () => Promise.reject(new TypeError('crypto.subtle is undefined'));
    same(await of(VALID, world(NOW, {verify: broken})), 'CHECK_ONLINE wait');
    same(await of(VALID, world(NOW, {verify: () => { throw new TypeError(); }})), 'CHECK_ONLINE wait');
    same(await of(VALID, world(NOW, {verify: async () => false})), 'SIGNATURE_WRONG stop');
  },
  async aWrongClockIsSaid() {
    const lists = new Map([[0, list(0, 777777, 0, NOW)]]);
    same(await of(VALID, world(NOW - 9 * 60_000, {lists, keysAt: NOW})), 'VALID go');
    same(await of(VALID, world(NOW - 11 * 60_000, {lists, keysAt: NOW - HOUR})), 'CLOCK_WRONG wait');
    same(await of(VALID, world(at('2020-01-01T00:00:00Z'), {lists, keysAt: NOW})), 'CLOCK_WRONG wait');
    same(await of(VALID, world(NOW, {offset: -2 * 24 * HOUR})), 'CLOCK_WRONG wait');
    same(await of(VALID, world(at('2020-01-01T00:00:00Z'), {lists: new Map([[0, list(0, 777777, 1, NOW)]]), keysAt: NOW})), 'REVOKED stop');
    const later = at('2030-01-01T00:00:00Z');
    same(await of(PLAIN, world(NOW, {lists: new Map([[65535, list(65535, 1048575, 0, later)]])})), 'EXPIRED stop');
  },
};
