import {chinaTime, clockText, createClock, lowest, milestone} from '/assets/exam/clock.js';
import {same} from './check.js';

function at(start) {
  const time = {now: start};
  return [time, createClock(() => time.now)];
}

export default {
  nothingIsShownBeforeTheServerSpoke() {
    same(at(5)[1].left(), null);
  },
  theEndIsTheEarlierOneAtFirst() {
    const [time, clock] = at(1000);
    time.now = 4000;
    clock.set(60_000, 1000);
    same(clock.left(), 57_000, 'the answer may have been three seconds old');
  },
  aTremblingLineDoesNotMoveTheEnd() {
    const [time, clock] = at(0);
    clock.set(60_000, 0);
    for (let i = 1; i <= 20; i++) {
      const delay = (i * 37) % 900;
      const middle = i * 1000 + delay / 2;
      time.now = i * 1000 + delay;
      clock.set(60_000 - middle, i * 1000);
      same(clock.left(), 60_000 - time.now);
    }
  },
  anExtensionShows() {
    const [time, clock] = at(0);
    clock.set(60_000, 0);
    time.now = 10_000;
    clock.set(350_000, 10_000);
    same(clock.left(), 350_000);
  },
  itNeverGoesBelowNought() {
    const [time, clock] = at(0);
    clock.set(500, 0);
    time.now = 9000;
    same(clock.left(), 0);
  },
  aPauseFreezesAndAResumeRuns() {
    const [time, clock] = at(0);
    clock.set(60_000, 0);
    time.now = 10_000;
    clock.freeze(null);
    time.now = 500_000;
    same([clock.left(), clock.paused()], [50_000, true]);
    clock.freeze(49_000);
    same(clock.left(), 49_000);
    clock.set(49_000, 500_000);
    time.now = 501_000;
    same([clock.left(), clock.paused()], [48_000, false]);
  },
  aPauseBeforeAnyTimeShowsNone() {
    const [, clock] = at(0);
    clock.freeze(null);
    same(clock.left(), null);
  },
  digits() {
    same([clockText(7_200_000), clockText(59_001), clockText(0)], ['02:00:00', '00:01:00', '00:00:00']);
  },
  milestonesOnly() {
    const spoken = [];
    for (let left = 7_200_000; left >= 0; left -= 250) {
      const minutes = milestone(left + 250, left);
      if (minutes) spoken.push(minutes);
    }
    same(spoken, [30, 10, 5, 1]);
    same(milestone(null, 300_000), null, 'a reload speaks nothing');
    same(milestone(4_000_000, 200_000), 5, 'after a sleep only the last one');
  },
  aLateWordOfTheServerSpeaksNoMilestoneTwice() {
    const spoken = [];
    let before = null;
    for (const left of [300_100, 299_900, 300_400, 299_950, 298_000, 307_000, 299_000, 400_000, 300_100, 299_800]) {
      const minutes = milestone(before, left);
      if (minutes) spoken.push(minutes);
      before = lowest(before, left);
    }
    same(spoken, [5, 5], 'again only after more time was given');
  },
  chinasTime() {
    same(chinaTime('2026-05-31T15:59:59.9Z'), '2026-05-31 23:59:59');
    same(chinaTime('2026-05-31T16:00:00Z'), '2026-06-01 00:00:00');
    same(chinaTime('2026-12-31T20:30:05Z'), '2027-01-01 04:30:05');
    same(chinaTime('2028-02-28T16:00:00Z'), '2028-02-29 00:00:00');
    same(chinaTime('2100-02-28T16:00:00Z'), '2100-03-01 00:00:00');
  },
};
