import {fromDigits, fromHex, toHex} from '/assets/gate/bytes.js';
import {isCode, readClaim} from '/assets/gate/claim.js';
import {readSign1} from '/assets/gate/cose.js';
import {readKeys} from '/assets/gate/keys.js';
import {verify} from '/assets/gate/signature.js';
import {sm3} from '/assets/gate/sm2.js';
import {readStatusList, stateAt} from '/assets/gate/status.js';
import {checkToken, isOld} from '/assets/gate/verdict.js';
import {same} from '../check.js';

const lists = await (await fetch('/js/status-vectors.json')).json();
const file = await (await fetch('/js/token-vectors.json')).json();
const keys = readKeys(file);

export default {
  async eachVectorIsAnsweredAsItSays() {
    for (const {name, digits, outcome, claim} of file.vectors) same(await checkToken(digits, {keys, verify}), {outcome, claim: claim ?? null}, name);
    same(file.vectors.length > 20, true);
  },
  async theLibraryAnswersWhereTheBrowserHasNoEd25519() {
    const {importKey} = crypto.subtle;
    let asked = 0;
    crypto.subtle.importKey = () => (asked++, Promise.reject(new DOMException('', 'NotSupportedError')));
    try {
      const {verify: without} = await import('/assets/gate/signature.js?without');
      for (const {name, digits, outcome, claim} of file.vectors) same(await checkToken(digits, {keys, verify: without}), {outcome, claim: claim ?? null}, name);
      same(asked > 0, true);
    } finally {
      crypto.subtle.importKey = importKey;
    }
  },
  digitsAndBytesOfEachVectorAreTheSame() {
    for (const {digits, cose} of file.vectors) same(toHex(fromDigits(digits)), cose);
  },
  whatNoBytesAreWrittenLikeIsNone() {
    same([fromDigits('1'), fromDigits('12'), fromDigits('256'), fromDigits('99999999999999999'), fromDigits('١٢٣'), fromDigits('-12')], [null, null, null, null, null, null]);
    same([...fromDigits('255')], [255]);
    same([...fromDigits('')], []);
  },
  theStandardsOwnExamplesOfSm3() {
    const digest = (text) => toHex(sm3(new TextEncoder().encode(text)));
    same(digest('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    same(digest('abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  },
  async eachVectorOfListsIsAnsweredAsItSays() {
    const known = readKeys(lists);
    for (const {name, outcome, subject, at, list, places} of lists.vectors) {
      const [, publicUrl, number] = /^(.*)\/status\/(\d+)$/.exec(subject);
      const read = await readStatusList(Uint8Array.from(atob(list), (sign) => sign.charCodeAt(0)), Number(number), publicUrl, known, verify);
      same(read === null, !['FRESH', 'STALE'].includes(outcome), name);
      if (!read) continue;
      same(isOld(read, Date.parse(at)), outcome === 'STALE', name);
      for (const {index, value} of places) same(stateAt(read, index), value, name);
    }
    same(lists.vectors.length > 10, true);
  },
  async anyChangedDigitOfATokenIsNoticed() {
    const {digits} = file.vectors[0];
    for (let i = 0; i < digits.length; i += 3) {
      const changed = digits.slice(0, i) + ((Number(digits[i]) + 1) % 10) + digits.slice(i + 1);
      same((await checkToken(changed, {keys, verify})).claim, null, 'digit ' + i);
    }
  },
  whatIsNotSignedCannotBeChangedEither() {
    const bytes = fromHex(file.vectors[0].cose);
    const open = bytes.indexOf(0xa0);
    same(readSign1(bytes, false) === null, false);
    same(readSign1(new Uint8Array([0x85, ...bytes.slice(1), 0x00]), false), null, 'a fifth part');
    same(readSign1(new Uint8Array([...bytes.slice(0, open), 0xa1, 0x00, 0x00, ...bytes.slice(open + 1)]), false), null, 'an open header');
    same(readSign1(new Uint8Array([0xd2, ...bytes]), false), null, 'a tag');
    same(readSign1(bytes, true), null, 'no tag');
  },
  aCodeHasItsCheckCharacter() {
    same([isCode('7Q2M4ZK9TT0H3VWXE5AH'), isCode('7Q2M4ZK9TT0H3VWXE5AG'), isCode('7Q2M4ZK9TT0H3VWXE5A'), isCode('')], [true, false, false, false]);
  },
  whateverTheBytesAreTheReaderAnswers() {
    for (let length = 0; length < 200; length++) same(readClaim(crypto.getRandomValues(new Uint8Array(length))), null);
    same(readClaim(fromHex('a0')), null);
  },
};
