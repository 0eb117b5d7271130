import {createApi} from '/assets/exam/api.js';
import {createProof} from '/assets/exam/lockdown.js';
import {INITIAL, answering, reduce} from '/assets/exam/state.js';
import {same} from './check.js';

const SEB = 'Mozilla/5.0 SEB/3.10';
const world = (security) => ({SafeExamBrowser: {security}});
const opened = reduce(INITIAL, {type: 'opened', open: {state: 'UNDER_WAY', epoch: 1, nextSequence: 1, serverTime: '', remainingMillis: 1, paper: {items: []}, answers: {}}, queue: [], record: null});

export default {
  async anOrdinaryBrowserProvesNothingAndDoesNotWait() {
    const start = performance.now();
    const proof = createProof({}, 'Mozilla/5.0');
    await proof.ready();
    same(performance.now() - start < 500, true);
    same(proof.headers(), {});
  },
  async keysThatAreThereAreSent() {
    const proof = createProof(world({configKey: 'c', browserExamKey: 'b'}), SEB);
    await proof.ready();
    same(proof.headers(), {'X-Chizheng-ConfigKeyHash': 'c', 'X-Chizheng-RequestHash': 'b'});
  },
  async keysThatMustBeAskedForAreAskedFor() {
    const security = {configKey: '', browserExamKey: '', updateKeys: (told) => setTimeout(() => {
      security.configKey = 'late';
      told();
    }, 120)};
    const proof = createProof(world(security), SEB);
    await proof.ready();
    same(proof.headers(), {'X-Chizheng-ConfigKeyHash': 'late'});
  },
  async keysThatComeLateAreWaitedFor() {
    const late = {};
    setTimeout(() => Object.assign(late, world({configKey: 'c'})), 150);
    const proof = createProof(late, SEB);
    await proof.ready();
    same(proof.headers(), {'X-Chizheng-ConfigKeyHash': 'c'});
  },
  async aBrowserWithoutKeysIsNotWaitedForForEver() {
    const start = performance.now();
    await createProof({}, SEB).ready();
    same(performance.now() - start < 6000, true);
  },
  async theProofGoesWhereTheServerAsksForIt() {
    const sent = [];
    const api = createApi({
      token: 't',
      renew: async () => 't',
      proof: () => ({'X-Chizheng-ConfigKeyHash': 'c'}),
      fetcher: async (address, request) => {
        sent.push([address, request.headers['X-Chizheng-ConfigKeyHash'] ?? '']);
        return new Response('{}', {headers: {'Content-Type': 'application/json'}});
      },
    });
    for (const path of ['', '/start', '/open', '/answers', '/heartbeat']) await api.call(path, path ? {} : undefined);
    same(sent.map(([, proof]) => proof), ['c', 'c', 'c', '', '']);
  },
  anotherBrowserWantedStopsAnsweringAndKeepsWhatWasChosen() {
    const chose = reduce(reduce(opened, {type: 'chose', item: 1, answer: '2'}), {type: 'locked'});
    same([chose.locked, answering(chose), chose.answers], [true, false, {1: '2'}]);
  },
  theRightBrowserGoesOn() {
    const locked = reduce(INITIAL, {type: 'locked'});
    same(reduce(locked, {type: 'standing', answer: {state: 'READY', seat: '7', remainingMillis: null, serverTime: ''}}).locked, false);
    same(reduce(locked, {type: 'closed', lost: 0}).locked, false);
  },
};
