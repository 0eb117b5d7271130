import {FAILED, INITIAL, marking, moved, sums, tapped, unsent} from '/assets/practical/model.js';
import {newId} from '/assets/practical/photos.js';
import {same} from './check.js';

const step = (no, points) => ({no, points, veto: points === 0, zh: '', en: ''});
const task = {part: 'K1', code: 'K11', zh: '', en: '', mode: 'REAL', minutes: 10, points: 10, steps: [step(1, 6), step(2, 4), step(3, 0)]};
const running = {...INITIAL, phase: 'marking', stand: {state: 'RUNNING'}, tasks: [task]};

export default {
  pointsAndVetoItemsAreCountedApart() {
    same(sums([task], {1: '5', 3: FAILED}), {points: 5, most: 10, open: 1, vetoes: 1});
    same(sums([task], {}), {points: 0, most: 10, open: 2, vetoes: 0});
  },
  noPointsGivenAreAMarkToo() {
    same(sums([task], {1: '0', 2: '4'}).open, 0);
  },
  aPointLessOrMoreStaysWithinTheStep() {
    same([moved(step(1, 6), undefined, -1), moved(step(1, 6), undefined, 1)], ['5', '6']);
    same([moved(step(1, 6), '0', -1), moved(step(1, 6), '6', 1), moved(step(1, 6), '3', -1)], ['0', '6', '2']);
  },
  aTapIsShownAtOnceAndCanBeTakenBack() {
    const first = tapped(running, 1, '6', false);
    const second = tapped(first, 1, '5', false);
    same([second.answers, second.writing, second.past], [{1: '5'}, 2, [{item: 1, before: ''}, {item: 1, before: '6'}]]);
    const back = tapped(second, second.past[1].item, second.past[1].before, true);
    same([back.answers, back.past.length], [{1: '6'}, 1]);
    same(tapped(back, 1, '', true).answers, {});
  },
  whatIsNotWithTheServerIsCounted() {
    same(unsent({...running, queue: [{sequence: 1, item: 1, answer: '1'}], writing: 2, unsentPhotos: 1}), 4);
  },
  nobodyMarksBeforeTheStartWhileSigningOrFromAnotherTablet() {
    same(marking(running), true);
    same(marking({...running, stand: {state: 'DISPUTED'}}), true);
    for (const change of [{stand: {state: 'AT_STATION'}}, {signing: true}, {problem: 'SHEET_ELSEWHERE'}, {phase: 'signed'}]) same(marking({...running, ...change}), false);
  },
  buttonsStayOnWhileTheServersMarksAreLaidUnderForElseTheOneInFocusLosesIt() {
    same(marking({...running, joining: true}), true);
  },
  aStepThatWasLookedAtIsNoLongerFramed() {
    same(tapped({...running, check: [1, 2]}, 1, '6', false).check, [2]);
  },
  photosHaveIdsOfTheirOwn() {
    const ids = Array.from({length: 50}, newId);
    same(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)), true);
    same(new Set(ids).size, 50);
  },
};
