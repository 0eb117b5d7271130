import {LineFailure, Refusal} from '/assets/exam/api.js';
import {createNotes} from '/assets/exam/notes.js';
import {backOff, createLane, createPatience, createSender} from '/assets/exam/transport.js';
import {same} from './check.js';

const events = (...numbers) => numbers.map((sequence) => ({sequence, item: sequence, answer: '1'}));

/** A road with a queue, a list of the server's answers, and a diary. */
function road(queue, answers) {
  const diary = {sent: [], waits: [], lines: [], refused: [], invalid: []};
  let most = 0;
  let under = 0;
  const sender = createSender({
    queue: () => queue,
    async send(batch) {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 1));
      under--;
      diary.sent.push(batch.map((event) => event.sequence));
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer ? answer(batch) : {saved: batch.map((event) => event.sequence), late: []};
    },
    async acknowledged(taken) {
      queue = queue.filter((event) => !taken.includes(event));
    },
    async invalid(event) {
      diary.invalid.push(event.sequence);
      queue = queue.filter((other) => other !== event);
    },
    refused: (refusal) => diary.refused.push(refusal.reason),
    line: (ok) => diary.lines.push(ok),
    wait: async (millis) => diary.waits.push(millis),
    random: () => 0.5,
  });
  return {diary, sender, add: (event) => (queue = [...queue, event]), queue: () => queue, most: () => most};
}

export default {
  waitsGrowAndStayBelowALimit() {
    same([1, 2, 3, 4, 5, 9].map((n) => backOff(n, () => 0.5)), [1000, 2000, 4000, 8000, 15000, 15000]);
    const spread = Array.from({length: 200}, () => backOff(3));
    same(Math.min(...spread) >= 3200 && Math.max(...spread) <= 4800, true);
    same(new Set(spread).size > 100, true, 'a room does not come back as one');
  },
  async everythingIsSentOldestFirst() {
    const {diary, sender, queue} = road(events(1, 2, 3), [null]);
    await sender.send();
    same([diary.sent, queue()], [[[1, 2, 3]], []]);
  },
  async oneRequestAtATime() {
    const trip = road(events(1), [null]);
    await Promise.all([trip.sender.send(), trip.sender.send(), trip.sender.send()]);
    same([trip.most(), trip.diary.sent.length], [1, 1]);
  },
  async aBrokenLineIsTriedAgainUntilItHolds() {
    const {diary, sender, queue} = road(events(1), [new LineFailure(), new LineFailure(), new LineFailure(2500), (batch) => ({saved: batch.map((e) => e.sequence), late: []})]);
    await sender.send();
    same([diary.waits, diary.lines, queue()], [[1000, 2000, 2500], [false, false, false, true], []]);
  },
  async onlyTheServersWordEmptiesTheQueue() {
    const {diary, sender, queue} = road(events(1, 2), [() => ({saved: [1], late: []}), () => ({saved: [], late: []}), (batch) => ({saved: [], late: batch.map((e) => e.sequence)})]);
    await sender.send();
    same(diary.sent, [[1, 2], [2], [2]]);
    same([queue(), diary.waits.length], [[], 1], 'an answer that names nothing counts as none');
  },
  async aRefusalStopsAndKeepsTheQueue() {
    for (const reason of ['STALE_PAGE', 'HELD', 'CLOSED']) {
      const {diary, sender, queue} = road(events(1), [new Refusal(409, reason)]);
      await sender.send();
      same([diary.refused, queue().length], [[reason], 1]);
    }
  },
  async oneBadEventDoesNotKeepTheOthers() {
    const bad = (batch) => {
      if (batch.some((event) => event.sequence === 2)) throw new Refusal(400, 'ANSWER_INVALID');
      return {saved: batch.map((event) => event.sequence), late: []};
    };
    const {diary, sender, queue} = road(events(1, 2, 3), [bad]);
    await sender.send();
    same([diary.invalid, queue()], [[2], []]);
  },
  async whatIsAddedMeanwhileIsSentToo() {
    const trip = road(events(1), [null]);
    const sending = trip.sender.send();
    trip.add(events(2)[0]);
    await sending;
    same([trip.diary.sent, trip.queue()], [[[1], [2]], []]);
  },
  async theLaneIsInOrderWhateverFails() {
    const lane = createLane();
    const order = [];
    const job = (n, fail) => lane(async () => {
      order.push('begin ' + n);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('end ' + n);
      if (fail) throw new Error();
    });
    await Promise.allSettled([job(1, true), job(2, false)]);
    same(order, ['begin 1', 'end 1', 'begin 2', 'end 2']);
  },
  async aWaitCanBeCutShort() {
    const patience = createPatience();
    const start = performance.now();
    setTimeout(patience.wake, 20);
    await patience.wait(60_000);
    same(performance.now() - start < 5000, true);
  },
  async notesAreGatheredAndAMissingDoorIsBorne() {
    const batches = [];
    let now = 0;
    const notes = createNotes({send: async (batch) => batches.push(batch), now: () => now, gather: 5});
    notes.add('COPY');
    notes.add('COPY');
    notes.add('PRINT');
    await new Promise((resolve) => setTimeout(resolve, 40));
    same(batches, [['COPY', 'PRINT']], 'the same within seconds is one');
    let asked = 0;
    const shut = createNotes({send: async () => {
      asked++;
      throw new Refusal(404, 'NOT_FOUND');
    }, now: () => (now += 10_000), gather: 5});
    for (let i = 0; i < 3; i++) {
      shut.add('COPY');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    same(asked, 1);
  },
};
