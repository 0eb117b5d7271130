import {NotHanded, csv, entryOf, handOver, tidy} from '/assets/gate/log.js';
import {memoryStore, openStore} from '/assets/gate/store.js';
import {ago, createTexts, grouped, shownTime} from '/assets/gate/texts.js';
import {listenForScanner, plain} from '/assets/gate/wedge.js';
import {same, throws} from '../check.js';

const NOW = Date.parse('2026-08-01T04:00:00Z');
const verdict = (changes = {}) => ({result: 'VALID', tone: 'go', because: null, claim: {holderName: '张测试', idMasked: '3201**********001X'}, code: '7Q2M4ZK9TT0H3VWXE5AH', address: null, listIssuedAt: NOW - 1000, days: 3, ...changes});
const entry = (minute = 0, changes = {}) => entryOf(verdict(changes), '3号门', NOW + minute * 60_000);
const json = (status, body) => new Response(JSON.stringify(body), {status, headers: {'Content-Type': 'application/json'}});
const filled = async (...entries) => {
  const store = memoryStore();
  for (const one of entries) await store.log(one);
  return store;
};
const why = (expected) => (error) => error instanceof NotHanded && error.why === expected;
const token = async () => 'token';

export default {
  anEntryHoldsNoNameAndNoNumber() {
    const {id, ...rest} = entry();
    same(rest, {at: '2026-08-01T04:00:00.000Z', code: '7Q2M4ZK9TT0H3VWXE5AH', result: 'VALID', listIssuedAt: '2026-08-01T03:59:59.000Z', gate: '3号门', address: null, handed: 0});
    same(/^[0-9a-f-]{36}$/.test(id), true);
  },
  async theLogSurvivesAReload() {
    const name = 'gate-test-' + crypto.randomUUID();
    const [first, second] = [entry(5), entry(1)];
    const store = await openStore(name);
    await store.log(first);
    await store.log(second);
    await store.keep('gate', '3号门');
    store.close();
    const again = await openStore(name);
    same((await again.entries()).map(({id}) => id), [second.id, first.id]);
    same(await again.read('gate'), '3号门');
    again.close();
    indexedDB.deleteDatabase(name);
  },
  async onlyWhatTheServerAcknowledgesIsHandedOver() {
    const [one, other, done] = [entry(), entry(1), {...entry(2), handed: 1}];
    const store = await filled(one, other, done);
    const sent = [];
    const count = await handOver(store, token, async (address, {body, headers}) => {
      sent.push([address, headers['X-CSRF-TOKEN'], JSON.parse(body).entries.map(({id, handed}) => [id, handed])]);
      return json(200, {acknowledged: [other.id, 'somebody else']});
    });
    same([count, sent], [1, [['/api/gate/log', 'token', [[one.id, undefined], [other.id, undefined]]]]]);
    same((await store.entries()).map(({id, handed}) => [id, handed]), [[one.id, 0], [other.id, 1], [done.id, 1]]);
  },
  async manyGoInParts() {
    const store = await filled(...Array.from({length: 450}, (_, i) => entry(i)));
    const sizes = [];
    await handOver(store, token, async (_, {body}) => {
      const {entries} = JSON.parse(body);
      sizes.push(entries.length);
      if (sizes.length === 2) return json(503, {});
      return json(200, {acknowledged: entries.map(({id}) => id)});
    }).catch(() => {});
    same([sizes, (await store.entries()).filter(({handed}) => handed).length], [[200, 200], 200]);
  },
  async whatWasNotHandedOverSaysWhyAndStays() {
    for (const [answer, reason] of [
      [async () => json(401, {}), 'sign_in'], [async () => json(403, {}), 'not_allowed'], [async () => json(400, {}), 'refused'], [async () => json(500, {}), 'line'],
      [async () => new Response('<html>', {status: 200}), 'line'], [() => Promise.reject(new TypeError('net')), 'line'], [async () => json(200, {}), 'line'],
    ]) {
      const store = await filled(entry());
      await throws(() => handOver(store, token, answer), why(reason), reason);
      same((await store.entries())[0].handed, 0);
    }
    await throws(async () => handOver(await filled(entry()), () => Promise.reject(new Error()), async () => json(200, {})), why('line'));
  },
  async onlyOldEntriesThatWereHandedOverGo() {
    const month = -31 * 1440;
    const [old, waiting, young] = [{...entry(month), handed: 1}, entry(month), {...entry(), handed: 1}];
    const store = await filled(old, waiting, young);
    await tidy(store, NOW);
    same((await store.entries()).map(({id}) => id), [waiting.id, young.id]);
  },
  aSpreadsheetFindsNoFormula() {
    const table = csv([{...entry(), gate: '=HYPERLINK("x")', address: '+1'}], (key) => key);
    same(table.startsWith('\ufeff"csv_time"'), true);
    same(table.split('\r\n')[1], `"2026-08-01 12:00","word_VALID","7Q2M4ZK9TT0H3VWXE5AH","2026-08-01 11:59","'=HYPERLINK(""x"")","'+1","csv_no"`);
  },
  timesAndAgesAreWords() {
    const {say} = createTexts({zh: {gate_js_ago_now: 'now', gate_js_ago_minutes: '{0} min', gate_js_ago_hours: '{0} h', gate_js_ago_days: '{0} d'}, en: {}}, 'zh');
    same([0, 59_999, 60_000, 119 * 60_000, 120 * 60_000, 47 * 3_600_000, 48 * 3_600_000, -5].map((millis) => ago(say, millis)), ['now', 'now', '1 min', '119 min', '2 h', '47 h', '2 d', 'now']);
    same([shownTime(NOW), grouped('7Q2M4ZK9TT0H3VWXE5AH')], ['2026-08-01 12:00', '7Q2M4-ZK9TT-0H3VW-XE5AH']);
  },
  async aScannerIsHeardAndATypistIsNot() {
    const target = new EventTarget();
    const heard = [];
    listenForScanner((text) => heard.push(text), target);
    const press = (key, timeStamp) => {
      const event = new Event('keydown', {cancelable: true});
      for (const [name, value] of Object.entries({key, timeStamp, ctrlKey: false, altKey: false, metaKey: false})) Object.defineProperty(event, name, {value});
      target.dispatchEvent(event);
      return event.defaultPrevented;
    };
    [...'https://exam.example.org/v/X#1'].forEach((key, i) => press(key, 1000 + 5 * i));
    same([press('Enter', 1200), heard], [true, ['https://exam.example.org/v/X#1']]);
    [...'slow typing by hand'].forEach((key, i) => press(key, 5000 + 300 * i));
    same([press('Enter', 20_000), heard.length], [false, 1]);
    [...'１２３４５６７８９０'].forEach((key, i) => press(key, 30_000 + 5 * i));
    await new Promise((resolve) => setTimeout(resolve, 800));
    same(heard[1], '1234567890');
    // In the middle of a card the device or the radio is busy.
    [...'https://exam.example.org/v/X#1'].forEach((key, i) => press(key, 40_000 + 5 * i + (i < 12 ? 0 : 400)));
    same([press('Enter', 41_000), heard[2]], [true, 'https://exam.example.org/v/X#1']);
    same(plain('ｈｔｔｐｓ：／／ｘ　'), 'https://x');
  },
};
