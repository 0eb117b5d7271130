import {openStore} from '/assets/exam/store.js';
import {same} from './check.js';

const fresh = () => openStore('test-' + crypto.randomUUID());
const paper = {items: []};

export default {
  async aChoiceIsThereAfterAReopening() {
    const name = 'test-' + crypto.randomUUID();
    const first = await openStore(name);
    await first.append('a', 3, '2');
    first.close();
    const second = await openStore(name);
    same((await second.read('a')).queue, [{sequence: 1, item: 3, answer: '2'}]);
  },
  async aWriteIsStrictAndEndsAfterItsTransaction() {
    const modes = [];
    const transaction = IDBDatabase.prototype.transaction;
    let completed = false;
    IDBDatabase.prototype.transaction = function (...given) {
      modes.push(given.slice(1));
      const made = transaction.apply(this, given);
      made.addEventListener('complete', () => (completed = true));
      return made;
    };
    try {
      const store = await fresh();
      await store.append('a', 1, '1');
      same([modes, completed], [[['readwrite', {durability: 'strict'}]], true]);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  },
  async numbersRiseAboveTheServersAndTheQueues() {
    const store = await fresh();
    await store.keep('a', {nextSequence: 12});
    same((await store.append('a', 1, '1')).sequence, 12);
    await store.keep('a', {nextSequence: 5});
    same((await store.append('a', 1, '2')).sequence, 13, 'a lower word of the server does not lower it');
    await store.acknowledge('a', [{sequence: 13, item: 1, answer: '2'}], {1: '2'});
    same((await store.append('a', 1, '3')).sequence, 14, 'nor does an empty queue');
  },
  async twoTabsNeverTakeTheSameNumber() {
    const name = 'test-' + crypto.randomUUID();
    const [one, two] = [await openStore(name), await openStore(name)];
    const events = await Promise.all(Array.from({length: 20}, (_, i) => (i % 2 ? one : two).append('a', i + 1, '1')));
    same(events.map((event) => event.sequence).sort((a, b) => a - b), Array.from({length: 20}, (_, i) => i + 1));
  },
  async whatIsAcknowledgedLeavesTheQueueAndBecomesAnAnswer() {
    const store = await fresh();
    await store.keep('a', {paper, answers: {9: '1'}});
    const one = await store.append('a', 1, '2');
    const two = await store.append('a', 9, '');
    await store.append('a', 2, '3');
    await store.acknowledge('a', [one, two], {1: '2', 2: '3'});
    const {record, queue} = await store.read('a');
    same([record.answers, queue.map((event) => event.item)], [{1: '2'}, [2]]);
  },
  async theOrderIsThatOfTheNumbers() {
    const store = await fresh();
    await store.keep('a', {nextSequence: 9});
    for (let i = 0; i < 4; i++) await store.append('a', 1, '1');
    same((await store.read('a')).queue.map((event) => event.sequence), [9, 10, 11, 12]);
  },
  async forgettingLeavesNothing() {
    const store = await fresh();
    await store.keep('a', {paper, answers: {1: '1'}});
    await store.append('a', 1, '2');
    await store.append('b', 1, '3');
    await store.forget('a');
    same(await store.read('a'), {record: null, queue: []});
    same((await store.read('b')).queue.length, 1);
  },
  async ofOthersOnlyUnsentChoicesStay() {
    const store = await fresh();
    await store.keep('sent', {paper, answers: {1: '1'}, marks: [1]});
    await store.keep('unsent', {paper, answers: {1: '1'}, marks: [1]});
    await store.append('unsent', 2, '4');
    await store.keep('me', {paper});
    await store.forgetOthers('me');
    same((await store.read('sent')).record, null);
    const {record, queue} = await store.read('unsent');
    same([record, queue], [{ticket: 'unsent', nextSequence: 2}, [{sequence: 1, item: 2, answer: '4'}]]);
    same((await store.read('me')).record.paper, paper);
  },
};
