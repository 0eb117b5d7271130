import {INITIAL, answering, overlaid, reconcile, reduce, unanswered, unsent} from '/assets/exam/state.js';
import {same} from './check.js';

const paper = {items: [1, 2, 3].map((no) => ({no, section: 'SINGLE', stem: 's', options: []}))};
const open = (more = {}) => ({state: 'UNDER_WAY', epoch: 1, nextSequence: 1, serverTime: '', remainingMillis: 1, paper, answers: {}, ...more});
const opened = (more = {}, queue = [], record = null) => reduce(INITIAL, {type: 'opened', open: open(more), queue, record});
const after = (model, ...actions) => actions.reduce(reduce, model);

export default {
  theServersStateDecidesTheView() {
    const standing = (state) => reduce(INITIAL, {type: 'standing', answer: {state, seat: '7', remainingMillis: null, serverTime: ''}}).phase;
    same(['NOT_CHECKED_IN', 'WAITING', 'READY', 'ROOM_PAUSED', 'UNDER_WAY'].map(standing), ['absent', 'waiting', 'ready', 'paused', 'loading']);
  },
  theQueueLiesOverTheServersAnswers() {
    const model = opened({answers: {1: '2', 2: '1'}}, [{sequence: 4, item: 1, answer: '3'}, {sequence: 5, item: 2, answer: ''}]);
    same(model.answers, {1: '3'});
    same(unanswered(model).map((item) => item.no), [2, 3]);
  },
  theHighestSequenceCounts() {
    same(overlaid({}, [{sequence: 9, item: 1, answer: '4'}, {sequence: 2, item: 1, answer: '1'}]), {1: '4'});
  },
  aChoiceIsUnsentFromTheFirstMoment() {
    const chose = reduce(opened(), {type: 'chose', item: 2, answer: '1'});
    same([unsent(chose), chose.answers], [1, {2: '1'}]);
    const stored = reduce(chose, {type: 'stored', event: {sequence: 1, item: 2, answer: '1'}, safe: true});
    same([unsent(stored), stored.writing], [1, 0]);
    same(unsent(reduce(stored, {type: 'acknowledged', saved: [1], late: []})), 0);
  },
  onlyWhatWasAcknowledgedLeaves() {
    const queue = [1, 2, 3].map((sequence) => ({sequence, item: sequence, answer: '1'}));
    const model = reduce(opened({}, queue), {type: 'acknowledged', saved: [1], late: [3]});
    same(model.queue.map((event) => event.sequence), [2]);
    same(model.late, [3], 'the candidate is told which came too late');
  },
  aStoreThatFailsIsRemembered() {
    same(after(opened(), {type: 'chose', item: 1, answer: '1'}, {type: 'stored', event: {sequence: 1, item: 1, answer: '1'}, safe: false}).unsafe, true);
  },
  aMarkIsOnItsWayUntilTheStoreHasIt() {
    const marked = reduce(opened(), {type: 'mark', item: 2});
    same([marked.marks, marked.marking, unsent(marked)], [[2], 1, 0], 'nothing of it is sent');
    same(reduce(marked, {type: 'markKept'}).marking, 0);
  },
  marksAndPlaceComeBackAfterAReload() {
    const model = opened({}, [], {ticket: 't', marks: [3], place: 2});
    same([model.marks, model.place], [[3], 2]);
    same(opened({}, [], {ticket: 't', place: 99}).place, 2, 'a place that the paper does not have');
  },
  takingOverKeepsTheSameQuestion() {
    const model = after(opened(), {type: 'go', index: 1}, {type: 'mark', item: 1}, {type: 'stale'}, {type: 'opened', open: open({epoch: 3}), queue: [], record: null});
    same([model.place, model.marks, model.stale], [1, [1], false]);
  },
  aRestoreNeverReplacesTheServersWord() {
    const model = opened({answers: {1: '2'}});
    same(reduce(model, {type: 'restored', record: {ticket: 't', paper, answers: {1: '4'}}, queue: []}).answers, {1: '2'});
    const restored = reduce(INITIAL, {type: 'restored', record: {ticket: 't', paper, answers: {1: '4'}}, queue: [{sequence: 1, item: 2, answer: '1'}]});
    same([restored.phase, restored.answers], ['exam', {1: '4', 2: '1'}]);
  },
  nobodyAnswersWhilePausedStaleSignedOutOrHandingIn() {
    const model = opened();
    same(answering(model), true);
    for (const action of [{type: 'held', on: true}, {type: 'stale'}, {type: 'signedOut'}, {type: 'handing', by: 'time'}]) same(answering(reduce(model, action)), false);
  },
  nothingBringsAClosedSittingBack() {
    const model = after(opened(), {type: 'closed', lost: 2}, {type: 'stale'}, {type: 'standing', answer: {state: 'READY', seat: null, remainingMillis: null, serverTime: ''}});
    same([model.phase, model.stale, model.lost], ['closed', false, 2]);
  },
  anotherComputersAnswersStand() {
    const queue = [{sequence: 5, item: 1, answer: '1'}, {sequence: 6, item: 2, answer: '2'}, {sequence: 7, item: 3, answer: '3'}];
    same(reconcile({1: '1', 2: '4'}, queue), {again: [{item: 3, answer: '3'}], check: [2]});
  },
  placesOutsideThePaperAreIgnored() {
    same([reduce(opened(), {type: 'go', index: -1}).place, reduce(opened(), {type: 'go', index: 3}).place], [0, 0]);
  },
};
