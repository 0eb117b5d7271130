import {createFresh} from '/assets/gate/fresh.js';
import {readKeys} from '/assets/gate/keys.js';
import {verify} from '/assets/gate/signature.js';
import {readStatusList, stateAt} from '/assets/gate/status.js';
import {memoryStore} from '/assets/gate/store.js';
import {same, throws} from '../check.js';

// The service's own: keys, and a list in which one place is suspended.
const url = document.documentElement.dataset.publicUrl;
/** The same list as it was signed before. */
const older = Uint8Array.from(atob(document.documentElement.dataset.older), (sign) => sign.charCodeAt(0));
const suspended = Number(document.documentElement.dataset.suspended);
const published = await (await fetch('/.well-known/chizheng-keys')).json();
const bytes = new Uint8Array(await (await fetch('/status/0')).arrayBuffer());
const keys = readKeys(published);
const read = (given, number = 0, publicUrl = url, by = keys) => readStatusList(given, number, publicUrl, by, verify);
const answers = (changes = {}) => async (path) => {
  const answer = {'/.well-known/chizheng-keys': () => Response.json(published), '/status': () => Response.json({answeredAt: '2026-08-01T00:00:00Z', lists: [{list: 0}]}), '/status/0': () => new Response(bytes), ...changes}[path];
  if (!answer) throw new TypeError('net');
  return answer();
};
const fresh = (store, changes, now = Date.parse('2026-08-01T00:00:00Z')) => createFresh({store, publicUrl: url, verify, now: () => now, fetcher: answers(changes)});

export default {
  async theServicesListIsRead() {
    const list = await read(bytes);
    same([list.number, list.expiresAt - list.issuedAt, list.bits.length], [0, 86_400_000, 1 << 18]);
    same([stateAt(list, suspended), Math.abs(Date.now() - list.issuedAt) < 600_000], [2, true]);
  },
  async aChangedListIsNone() {
    for (let i = 0; i < bytes.length; i += Math.ceil(bytes.length / 60)) {
      const changed = bytes.slice();
      changed[i] ^= 1;
      same(await read(changed), null, 'byte ' + i);
    }
    same([await read(bytes.slice(0, -1)), await read(new Uint8Array(0)), await read(new Uint8Array(400_000))], [null, null, null]);
  },
  async anotherListIsNone() {
    same([await read(bytes, 1), await read(bytes, 0, 'https://elsewhere.example')], [null, null]);
  },
  async aListOfAKeyThatIsNotOursAloneIsNone() {
    const with_ = (change) => readKeys({keys: published.keys.map(change)});
    same(await read(bytes, 0, url, with_((key) => ({...key, compromisedAt: '2026-01-01T00:00:00Z'}))), null);
    same(await read(bytes, 0, url, with_((key) => ({...key, purpose: 'CLAIM'}))), null);
    same(await read(bytes, 0, url, readKeys({keys: []})), null);
  },
  async whatCameIsThereWithoutALine() {
    const store = memoryStore();
    same((await fresh(store).load()).keys, null);
    await fresh(store).refresh();
    const known = await fresh(store, {}).load();
    same([known.lists.size, known.offset, known.keysAt, known.keys.claim.size > 0], [1, 0, Date.parse('2026-08-01T00:00:00Z'), true]);
  },
  async aBrokenLineTakesNothingAway() {
    const store = memoryStore();
    await fresh(store).refresh();
    for (const changes of [{'/.well-known/chizheng-keys': undefined}, {'/status': undefined}, {'/status/0': undefined}, {'/status/0': () => new Response('', {status: 500})}]) {
      await throws(() => fresh(store, changes).refresh(), () => true);
      same((await fresh(store).load()).lists.size, 1);
    }
    await throws(() => fresh(store, {'/status/0': () => new Response('<html>a portal</html>')}).refresh(), () => true);
    same((await fresh(store).load()).lists.size, 1);
    await throws(() => fresh(store, {'/.well-known/chizheng-keys': () => new Response('<html>')}).refresh(), () => true);
    same((await fresh(store).load()).lists.size, 1);
  },
  async aListIsBelievedOnlyAsLongAsItsKeyIs() {
    const store = memoryStore();
    await fresh(store).refresh();
    const given = {keys: published.keys.map((key) => ({...key, compromisedAt: '2026-08-01T00:00:00Z'}))};
    await throws(() => fresh(store, {'/.well-known/chizheng-keys': () => Response.json(given)}).refresh(), () => true);
    same((await fresh(store).load()).lists.size, 0);
  },
  async anOlderListPlayedAgainTakesNoPlace() {
    const store = memoryStore();
    await fresh(store).refresh();
    const {issuedAt} = await read(bytes);
    same((await read(older)).issuedAt < issuedAt, true);
    await fresh(store, {'/status/0': () => new Response(older)}).refresh();
    same((await fresh(store).load()).lists.get(0).issuedAt, issuedAt);
  },
  async theServersClockIsRemembered() {
    const store = memoryStore();
    await fresh(store, {}, Date.parse('2026-08-03T00:00:00Z')).refresh();
    same((await fresh(store).load()).offset, -2 * 86_400_000);
  },
};
